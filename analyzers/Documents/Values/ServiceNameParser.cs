using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>A service name taken apart.</summary>
/// <param name="Name">The name with underscores.</param>
/// <param name="Parts">Its parts after merging compound tokens.</param>
/// <param name="Type">The type, when the last part is one; null otherwise.</param>
public sealed record ServiceName(string Name, ImmutableArray<string> Parts, ServiceType? Type)
{
    /// <summary>The first part.</summary>
    public string Context => Parts[0];

    /// <summary>The second part; empty when there is none but the type.</summary>
    public string Domain => Parts.Length > 2 || (Parts.Length == 2 && Type is null) ? Parts[1] : "";

    /// <summary>What stands between domain and type; empty for a name in default form.</summary>
    public string Function => Parts.Length > 3 ? string.Join('_', Parts[2..^1]) : "";

    /// <summary>How many tokens it has before compounds are merged.</summary>
    public int TokenCount => Parts.Sum(static part => part.Count(static character => character == '_') + 1);
}

/// <summary>Takes service names apart and tells services from infrastructure (catalogue 1.11).</summary>
public sealed class ServiceNameParser
{
    private readonly NamingConvention _naming;
    private readonly TextPattern _syntax;
    private readonly TextPattern? _dataService;
    private readonly Regex _citation;
    private readonly WordSearch _reasonWords;
    private readonly ImmutableArray<ImmutableArray<string>> _compounds;
    private readonly ImmutableHashSet<string> _infrastructure;
    private readonly ImmutableDictionary<string, ServiceType> _types;

    /// <summary>Prepares a convention.</summary>
    public ServiceNameParser(NamingConvention naming)
    {
        _naming = naming;
        _syntax = TextPattern.Exactly(naming.Syntax);
        _dataService = TextPattern.Any(naming.DataServicePatterns);
        _citation = PackPattern.Compile($@"\G(?:{naming.ReasonCitation})");
        _reasonWords = new WordSearch(naming.ReasonWords);
        _compounds = [.. naming.CompoundTokens.Select(static token => token.Split('_').ToImmutableArray()).OrderByDescending(static tokens => tokens.Length)];
        _infrastructure = [.. naming.InfrastructureNames.Select(Normalize)];
        _types = naming.Types.DistinctBy(static type => type.Id, StringComparer.Ordinal).ToImmutableDictionary(static type => type.Id, StringComparer.Ordinal);
        HeadingKeys = [.. naming.ServiceHeadings.Select(HeadingKey.Normalize)];
        var phrases = HeadingKeys.Where(static key => key.Contains(' ', StringComparison.Ordinal)).ToList();
        HeadingPhrases = new PhraseSet(phrases);
        HeadingHints = [.. phrases.Select(static key => key.Split(' ').MaxBy(static word => word.Length)!).Distinct(StringComparer.Ordinal)];
        ColumnKeys = [.. naming.ServiceColumns.Select(HeadingKey.Normalize)];
        CodeColumnKeys = [.. naming.CodeColumns.Select(HeadingKey.Normalize)];
        Separator = naming.Layers is [{ Separator: [var separator] }, ..] ? separator : '_';
    }

    /// <summary>The convention.</summary>
    public NamingConvention Convention => _naming;

    /// <summary>What joins the parts of a name in code: the separator of the convention's first layer.</summary>
    public char Separator { get; }

    /// <summary>The normalised headings and labels under which services are listed.</summary>
    public ImmutableHashSet<string> HeadingKeys { get; }

    /// <summary>Those headings of several words, which name the same in a sentence ("Task 1.2: Service scaffolding").</summary>
    internal PhraseSet HeadingPhrases { get; }

    /// <summary>The longest word of each of these; what holds none of them holds no phrase.</summary>
    internal ImmutableArray<string> HeadingHints { get; }

    /// <summary>The normalised headers of columns that hold service names.</summary>
    public ImmutableHashSet<string> ColumnKeys { get; }

    /// <summary>The normalised headers of columns that hold names as code and containers have them.</summary>
    public ImmutableHashSet<string> CodeColumnKeys { get; }

    /// <summary>The form in which names are compared across layers: hyphens as underscores.</summary>
    public static string Normalize(string name) => name.Replace('-', '_');

    /// <summary>A name with underscores as messages show it: with the separator of code.</summary>
    public string Display(string name) => name.Replace('_', Separator);

    /// <summary>Whether the name is well formed, whatever separator it is written with: that is another rule's business (catalogue FW311).</summary>
    public bool IsWellFormed(string name) => _syntax.Fits(name) || _syntax.Fits(Display(Normalize(name)));

    /// <summary>Whether the name is one of the data services, which follow their own form.</summary>
    public bool IsDataService(string name) => _dataService?.Fits(Normalize(name)) == true;

    /// <summary>Whether the name is a container or volume and no service of the project.</summary>
    public bool IsInfrastructure(string name)
    {
        var normalized = Normalize(name).ToLowerInvariant();
        if (_infrastructure.Contains(normalized))
        {
            return true;
        }

        if (IsDataService(normalized))
        {
            return false;
        }

        // "postgres_exporter", "redis_commander": containers of the same technology.
        var first = normalized.IndexOf('_', StringComparison.Ordinal);
        var isSatellite = first > 0 && _infrastructure.Contains(normalized[..first]) && (normalized.IndexOf('_', first + 1) < 0 || Parse(normalized).Type is null);
        return isSatellite || _naming.InfrastructureSuffixes.Any(suffix => normalized.EndsWith(suffix, StringComparison.Ordinal));
    }

    /// <summary>Whether the name is one of the workflow's own shorthand names.</summary>
    public bool IsShorthand(string name) => _naming.ShorthandNames.Contains(Normalize(name));

    /// <summary>Whether the text is a service type.</summary>
    public bool IsType(string text) => _types.ContainsKey(text);

    /// <summary>The reasons for a longer name that a text cites, with their places, in order.</summary>
    public IReadOnlyList<(int Number, int Start)> Citations(string text)
    {
        var citations = new List<(int, int)>();
        try
        {
            var words = _reasonWords.In(text);
            for (var index = text.AsSpan().IndexOfAny(words); index >= 0; index = text.AsSpan(index + 1).IndexOfAny(words) is var next and >= 0 ? index + 1 + next : -1)
            {
                if (_citation.Match(text, index) is { Success: true } match && int.TryParse(match.Groups["number"].ValueSpan, out var number))
                {
                    citations.Add((number, index));
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // A runaway expression of a user's pack finds nothing more.
        }

        return citations;
    }

    /// <summary>Takes a name apart; hyphens count as underscores.</summary>
    public ServiceName Parse(string name)
    {
        var normalized = Normalize(name);
        var tokens = normalized.Split('_', StringSplitOptions.RemoveEmptyEntries);
        var parts = ImmutableArray.CreateBuilder<string>(tokens.Length);
        for (var index = 0; index < tokens.Length;)
        {
            var length = CompoundAt(tokens, index);
            parts.Add(string.Join('_', tokens.AsSpan(index, length)));
            index += length;
        }

        if (parts.Count == 0)
        {
            parts.Add(normalized);
        }

        return new ServiceName(normalized, parts.ToImmutable(), _types.GetValueOrDefault(parts[^1]));
    }

    /// <summary>The name in the convention's form: humps, blanks and dots become separators, everything lower case; a hyphenated name keeps its hyphens.</summary>
    public string ToConvention(string written)
    {
        var separator = written.Contains('-', StringComparison.Ordinal) && !written.Contains('_', StringComparison.Ordinal) ? '-' : Separator;
        var builder = new StringBuilder(written.Length + 4);
        for (var index = 0; index < written.Length; index++)
        {
            var character = written[index];
            if (!char.IsLetterOrDigit(character))
            {
                Separate(builder, separator);
                continue;
            }

            // A hump starts at an upper-case letter behind a lower-case one, or at the last of several: "HTTPApi" is "http_api".
            var isHump = char.IsUpper(character) && index > 0
                && (char.IsLower(written[index - 1]) || char.IsDigit(written[index - 1])
                    || (char.IsUpper(written[index - 1]) && index + 1 < written.Length && char.IsLower(written[index + 1])));
            if (isHump)
            {
                Separate(builder, separator);
            }

            builder.Append(char.ToLowerInvariant(character));
        }

        return builder.ToString().TrimEnd(separator);
    }

    private static void Separate(StringBuilder builder, char separator)
    {
        if (builder.Length > 0 && builder[^1] != separator)
        {
            builder.Append(separator);
        }
    }

    private int CompoundAt(string[] tokens, int index)
    {
        foreach (var compound in _compounds)
        {
            if (index + compound.Length <= tokens.Length && compound.AsSpan().SequenceEqual(tokens.AsSpan(index, compound.Length)))
            {
                return compound.Length;
            }
        }

        return 1;
    }
}
