using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Framework;

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
}

/// <summary>Takes service names apart and tells services from infrastructure (catalogue 1.11).</summary>
public sealed class ServiceNameParser
{
    private readonly NamingConvention _naming;
    private readonly Regex _syntax;
    private readonly Regex? _dataService;
    private readonly Regex _citation;
    private readonly ImmutableArray<ImmutableArray<string>> _compounds;
    private readonly ImmutableHashSet<string> _infrastructure;

    /// <summary>Prepares a convention.</summary>
    public ServiceNameParser(NamingConvention naming)
    {
        _naming = naming;
        _syntax = new Regex(naming.Syntax, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(250));
        _dataService = Patterns.Any(naming.DataServicePatterns);
        _citation = PackPattern.Compile(naming.ReasonCitation);
        _compounds = [.. naming.CompoundTokens.Select(static token => token.Split('_').ToImmutableArray()).OrderByDescending(static tokens => tokens.Length)];
        _infrastructure = [.. naming.InfrastructureNames.Select(Normalize)];
    }

    /// <summary>The convention.</summary>
    public NamingConvention Convention => _naming;

    /// <summary>The form in which names are compared across layers: hyphens as underscores.</summary>
    public static string Normalize(string name) => name.Replace('-', '_');

    /// <summary>Whether the name (with underscores) is well formed.</summary>
    public bool IsWellFormed(string name) => _syntax.Fits(name);

    /// <summary>Whether the name is one of the data services, which follow their own form.</summary>
    public bool IsDataService(string name) => _dataService.Fits(Normalize(name));

    /// <summary>Whether the name is a container or volume and no service of the project.</summary>
    public bool IsInfrastructure(string name)
    {
        var normalized = Normalize(name).ToLowerInvariant();
        return _infrastructure.Contains(normalized)
            || (!IsDataService(normalized) && _naming.InfrastructureSuffixes.Any(suffix => normalized.EndsWith(suffix, StringComparison.Ordinal)));
    }

    /// <summary>Whether the name is one of the workflow's own shorthand names.</summary>
    public bool IsShorthand(string name) => _naming.ShorthandNames.Contains(Normalize(name));

    /// <summary>The number of the reason that a text cites, or null.</summary>
    public int? CitedReason(string text) =>
        _citation.FirstMatch(text) is { } match && int.TryParse(match.Groups["number"].ValueSpan, out var number) ? number : null;

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

        var type = _naming.Types.FirstOrDefault(candidate => candidate.Id == parts[^1]);
        return new ServiceName(normalized, parts.ToImmutable(), type);
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
