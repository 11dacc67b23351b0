using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>What a level carrier says (catalogue 1.8).</summary>
/// <param name="Number">The number it gives, valid or not; null when it gives none.</param>
/// <param name="Level">The level meant: by number, else by name; null when it is no level.</param>
/// <param name="Name">The name it gives as written; empty when it gives none.</param>
/// <param name="NamedLevel">The level whose name it gives; null for no name, an unknown one or one that different sources use differently.</param>
public sealed record LevelReading(int? Number, MaturityLevel? Level, string Name, MaturityLevel? NamedLevel)
{
    /// <summary>The reading of a text that is no level.</summary>
    public static LevelReading None { get; } = new(null, null, "", null);

    /// <summary>Whether number and name speak of different levels.</summary>
    public bool IsContradictory => Number is not null && Level is not null && NamedLevel is not null && Level.Number != NamedLevel.Number;

    /// <summary>The level that the project is on its way to ("Level 1 → Level 2"); null when the value names none.</summary>
    public MaturityLevel? Target { get; init; }
}

/// <summary>Reads maturity levels from field values (catalogue 1.8).</summary>
public sealed class LevelParser
{
    // "Level", "Уровень", "Target level": what may stand before the number.
    private const int LongestPrefix = 16;
    private const int LongestNumber = 6;
    private static readonly SearchValues<char> NameEnds = SearchValues.Create("(),;\n[]/");

    private readonly ImmutableArray<MaturityLevel> _levels;
    private readonly ImmutableArray<(string Alias, MaturityLevel Level)> _names;
    private readonly ImmutableHashSet<string> _neutral;

    /// <summary>Prepares the levels of a definition.</summary>
    public LevelParser(ImmutableArray<MaturityLevel> levels)
    {
        _levels = levels;
        _names =
        [
            .. levels
                .SelectMany(static level => level.Aliases.Append(level.Name).Select(alias => (Alias: Words.Fold(alias), Level: level)))
                .OrderByDescending(static entry => entry.Alias.Length),
        ];
        _neutral = [.. levels.SelectMany(static level => level.NeutralAliases).Select(Words.Fold)];
    }

    /// <summary>Reads a value. A range, <c>3+</c> or another text that is no level gives a reading without a level.</summary>
    public LevelReading Parse(string value)
    {
        var text = PlainText.Of(value).Trim(' ', '\t', '\u00A0', '"', '\'');
        var (arrow, length) = Arrow(text);
        if (arrow <= 0)
        {
            return ParseOne(text);
        }

        var target = text[(arrow + length)..];
        return ParseOne(text[..arrow].TrimEnd()) with { Target = Mentioned(target) };
    }

    private static (int Start, int Length) Arrow(string text)
    {
        var unicode = text.AsSpan().IndexOfAny('→', '⇒', '➜');
        return unicode >= 0 ? (unicode, 1) : (text.IndexOf("->", StringComparison.Ordinal), 2);
    }

    // Behind the arrow words may stand before the level: "targeting Level 2".
    private MaturityLevel? Mentioned(string text)
    {
        var digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        return digit < 0 ? ByName(text.Trim()).Level : WithNumber(text, digit).Level;
    }

    private LevelReading ParseOne(string text)
    {
        var digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit < 0)
        {
            return ByName(text);
        }

        // A number counts at the start or behind one word ("Level 3", "L3"); behind a name it must agree ("Production (Level 4)").
        var before = text[..digit].TrimEnd(' ', ':', '#', '.');
        if (before.Length <= LongestPrefix && !before.AsSpan().Trim().Contains(' ') && FindName(before) is null)
        {
            return WithNumber(text, digit);
        }

        var named = ByName(before.TrimEnd('(', '-', '–', '—', ' '));
        if (named.Level is null)
        {
            named = ByName(text);
        }

        return named.Level is not null && BehindName(text, digit) is { } number
            ? named with { Number = number.Number, Level = number }
            : named;
    }

    // "Production (Level 4)", "Pre-Production - 3": a number that follows a name directly, or in its parenthesis, speaks of the same level.
    private MaturityLevel? BehindName(string text, int digit)
    {
        var end = digit + 1;
        var closed = end == text.Length || text[end] == ')';
        var open = text.AsSpan(0, digit).LastIndexOfAny("(-–—:");
        return closed && open >= 0 && digit - open <= LongestPrefix ? _levels.FirstOrDefault(level => level.Number == text[digit] - '0') : null;
    }

    private LevelReading WithNumber(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end - start > LongestNumber)
        {
            return LevelReading.None;
        }

        var number = int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture);
        var level = _levels.FirstOrDefault(candidate => candidate.Number == number);
        var rest = text[end..].TrimStart();
        if (rest.Length == 0)
        {
            return new LevelReading(number, level, "", null);
        }

        var name = CutName(rest.TrimStart('-', '–', '—', '(', ':', ',', ';', '.', '=', ' '));
        if (rest[0] is '+' or '/' or '%' or '&' || (rest[0] != '(' && name.Length > 0 && char.IsAsciiDigit(name[0])))
        {
            // "3+", "2-3", "1/2" are no levels; "2 (75 % coverage)" is one.
            return LevelReading.None;
        }

        var named = FindName(name);
        var isSeparated = rest[0] is '-' or '–' or '—' or '(' or ')' or '[' or ':' or ',' or ';' or '.' or '=' or '\n';
        if (named is null && !isSeparated && !_neutral.Contains(Words.Fold(name)))
        {
            // "Level 1 tests" speaks of tests, not of a level.
            return new LevelReading(null, null, name, null);
        }

        return new LevelReading(number, level, name, named);
    }

    private LevelReading ByName(string text)
    {
        var name = CutName(text.Trim(' ', '(', ')'));
        var level = FindName(name);
        return new LevelReading(null, level, name, level);
    }

    private static string CutName(string text)
    {
        var end = text.AsSpan().IndexOfAny(NameEnds);
        return (end < 0 ? text : text[..end]).Trim(' ', '.', ':', '"', '\'');
    }

    // The whole name, or the name with words behind it; "Production-like" is another word.
    private MaturityLevel? FindName(string name)
    {
        var folded = Words.Fold(name);
        if (folded.Length == 0 || _neutral.Contains(folded))
        {
            return null;
        }

        foreach (var (alias, level) in _names)
        {
            if (Words.StartsWithPhrase(folded, alias) && (alias.Length >= name.Length || name[alias.Length] != '-'))
            {
                return level;
            }
        }

        return null;
    }
}
