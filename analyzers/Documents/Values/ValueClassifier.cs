using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Tells values that say nothing: empty ones, dashes, placeholders, choice lists left from a template (catalogue 1.6, FW015, FW016).</summary>
public sealed class ValueClassifier
{
    private readonly TextPattern? _placeholder;
    private readonly TextPattern? _choices;
    private readonly PatternPrefixes _placeholderStarts;
    private readonly PatternPrefixes _choiceStarts;
    private readonly TextPattern? _title;
    private readonly TextPattern? _elision;
    private readonly ImmutableArray<string> _dashes;
    private readonly ImmutableArray<string> _none;

    /// <summary>Prepares the patterns of a definition.</summary>
    public ValueClassifier(FrameworkDefinition definition)
    {
        _placeholder = TextPattern.Any(definition.Placeholders.FullValue);
        _choices = TextPattern.Any(definition.Placeholders.ChoiceLists);
        _placeholderStarts = new PatternPrefixes(definition.Placeholders.FullValue);
        _choiceStarts = new PatternPrefixes(definition.Placeholders.ChoiceLists);
        _title = TextPattern.Any(definition.Placeholders.Title);
        _elision = TextPattern.Any(definition.Placeholders.Elision);
        _dashes = definition.DashValues;
        _none = [.. definition.Placeholders.None.Select(Words.Fold)];
    }

    /// <summary>Whether the value is one of the dashes and words that mean "none".</summary>
    public bool IsDash(string value) => _dashes.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text says that there is nothing: a dash, or a sentence that begins with one of the words for it.</summary>
    public bool IsNone(string text)
    {
        var plain = PlainText.Of(text).Trim();
        var folded = Words.Fold(plain);
        return IsDash(plain.TrimEnd('.')) || _none.Any(word => Words.StartsWithPhrase(folded, word));
    }

    /// <summary>Whether a value holds nothing that a reader sees: white space and comments only.</summary>
    public static bool IsBlank(string value) => string.IsNullOrWhiteSpace(value) || (value.Contains("<!--", StringComparison.Ordinal) && string.IsNullOrWhiteSpace(PlainText.Of(value)));

    /// <summary>The placeholder that makes up the whole value, or null. Inline code, links and ticked boxes around it are no part of it.</summary>
    public string? Placeholder(string value)
    {
        var bare = Bare(value, _placeholderStarts);
        return bare.Length is > 0 and < 200 && _placeholderStarts.MayFit(bare) && _placeholder?.Fits(bare) == true ? bare : null;
    }

    /// <summary>Whether the whole value is a list of choices left from a template.</summary>
    public bool IsChoiceList(string value)
    {
        var bare = Bare(value, _choiceStarts);
        return bare.Length is > 0 and < 400 && _choiceStarts.MayFit(bare) && _choices?.Fits(bare) == true;
    }

    /// <summary>The choices of such a list, as written.</summary>
    public static ImmutableArray<string> Choices(string value)
    {
        var bare = Bare(value, null).Trim('[', ']');
        var separator = bare.Contains('|', StringComparison.Ordinal) ? "|" : bare.Contains(" / ", StringComparison.Ordinal) ? " / " : "/";
        return [.. bare.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>How many placeholders a title holds.</summary>
    public int TitlePlaceholders(string title) => _title?.Matches(title).Length ?? 0;

    /// <summary>Whether a line says that something was left out.</summary>
    public bool IsElision(string line)
    {
        var trimmed = line.Trim();
        return trimmed.Length is > 2 and < 200 && trimmed[0] is '[' or '.' or '…' && _elision?.Fits(trimmed) == true;
    }

    // The value without what stands around it; empty also when it begins as no value of interest does.
    private static string Bare(string value, PatternPrefixes? starts)
    {
        var text = value.Trim();
        if (starts is not null && text.Length > 0 && char.IsLetterOrDigit(text[0]) && !starts.MayBegin(text[0]))
        {
            return "";
        }

        // In "[X]/[X] requirements" the first bracket is no tick.
        if ((text.StartsWith("[ ]", StringComparison.Ordinal) || text.StartsWith("[x]", StringComparison.OrdinalIgnoreCase)) && text[3..].TrimStart() is not ['/', ..] and var rest)
        {
            text = rest;
        }

        // Code and links hold real content whatever they look like; emphasis does not.
        return text.StartsWith('`') || text.Contains("](", StringComparison.Ordinal) ? "" : PlainText.Of(text).Trim();
    }
}
