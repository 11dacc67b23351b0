using System.Collections.Immutable;
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
    /// <summary>Whether number and name speak of different levels.</summary>
    public bool IsContradictory => Number is not null && Level is not null && NamedLevel is not null && Level.Number != NamedLevel.Number;
}

/// <summary>Reads maturity levels from field values (catalogue 1.8).</summary>
public sealed class LevelParser
{
    private static readonly char[] Arrows = ['→', '⇒'];
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
        var text = PlainText.Of(value).Trim();
        var arrow = text.IndexOfAny(Arrows);
        arrow = arrow < 0 ? text.IndexOf("->", StringComparison.Ordinal) : arrow;
        text = arrow > 0 ? text[..arrow].TrimEnd() : text;

        var start = 0;
        while (start < text.Length && !char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        // A number counts at the start, or behind one word ("Level 3", "L3"); names alone have none.
        var prefix = Words.Fold(text[..start].Trim(' ', ':', '#', '.'));
        if (start == text.Length || prefix.Contains(' ', StringComparison.Ordinal) || prefix.Length > 12)
        {
            return ByName(text);
        }

        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end - start > 6)
        {
            return new LevelReading(null, null, "", null);
        }

        var number = int.Parse(text.AsSpan(start, end - start), provider: null);
        return WithNumber(number, text[end..]);
    }

    private LevelReading WithNumber(int number, string rest)
    {
        var level = _levels.FirstOrDefault(candidate => candidate.Number == number);
        var trimmed = rest.TrimStart();
        if (trimmed.Length == 0)
        {
            return new LevelReading(number, level, "", null);
        }

        var hasSeparator = trimmed[0] is '-' or '–' or '—' or '(' or ':' or ',' or ';' or '/' or '.';
        var name = CutName(trimmed.TrimStart('-', '–', '—', '(', ':', ',', ';', '.', ' '));
        if (trimmed[0] is '+' or '/' || (name.Length > 0 && char.IsAsciiDigit(name[0])))
        {
            return new LevelReading(null, null, "", null);
        }

        var named = Find(name);
        if (named is null && !hasSeparator && !_neutral.Contains(Words.Fold(name)))
        {
            // "Level 1 tests" speaks of tests, not of a level.
            return new LevelReading(null, null, name, null);
        }

        return new LevelReading(number, level, name, named);
    }

    private LevelReading ByName(string text)
    {
        var name = CutName(text.Trim(' ', '(', ')'));
        var level = Find(name);
        return new LevelReading(null, level, name, level);
    }

    private static string CutName(string text)
    {
        var end = text.AsSpan().IndexOfAny("(),;\n");
        return (end < 0 ? text : text[..end]).Trim();
    }

    private MaturityLevel? Find(string name)
    {
        var folded = Words.Fold(name);
        if (folded.Length == 0 || _neutral.Contains(folded))
        {
            return null;
        }

        foreach (var (alias, level) in _names)
        {
            if (Words.StartsWithPhrase(folded, alias))
            {
                return level;
            }
        }

        return null;
    }
}
