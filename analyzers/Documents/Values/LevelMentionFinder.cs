using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Levels mentioned in a text.</summary>
/// <param name="Start">Where the mention starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Low">The lowest level meant.</param>
/// <param name="High">The highest level meant.</param>
public readonly record struct LevelMention(int Start, int Length, int Low, int High);

/// <summary>Finds levels in running text, where only a level's word and number together mean one (catalogue 1.8, 1.9).</summary>
public sealed class LevelMentionFinder
{
    private const int LongestNumber = 6;

    // What may stand between a word and its number.
    private const string Between = " \u00A0:#≥>=≤<~";

    private readonly ImmutableHashSet<string> _words;

    /// <summary>Takes the words from the aliases that end in a number: "Level 3" gives "level".</summary>
    public LevelMentionFinder(ImmutableArray<MaturityLevel> levels) => _words =
    [
        .. levels
            .SelectMany(static level => level.Aliases)
            .Where(static alias => alias.Length > 0 && char.IsAsciiDigit(alias[^1]))
            .Select(static alias => Words.Fold(alias.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))),
    ];

    /// <summary>
    /// The levels that a text mentions by their word and number: "Level 3", "L2+", "levels 2-4", "≥ Level 3". An open end reaches the
    /// outermost level.
    /// </summary>
    public IEnumerable<LevelMention> Mentions(string text)
    {
        // Without a number nothing is a level, which spares looking at the words of nearly every text.
        for (var index = text.AsSpan().ContainsAnyInRange('0', '9') ? 0 : text.Length; index < text.Length; index++)
        {
            if (!char.IsLetter(text[index]))
            {
                continue;
            }

            var start = index;
            while (index < text.Length && char.IsLetter(text[index]))
            {
                index++;
            }

            // Only a number behind it makes a word worth being folded.
            var number = Skip(text, index, Between);
            if (number < text.Length && char.IsAsciiDigit(text[number]) && (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && _words.Contains(Words.Fold(text[start..index]).TrimEnd('s')) && ReadMention(text, start, index) is { } mention)
            {
                yield return mention;
                index = mention.Start + mention.Length;
            }
        }
    }

    /// <summary>Whether a text mentions levels, but not this one.</summary>
    public bool SpeaksOfOthers(string text, int level)
    {
        var speaks = false;
        foreach (var mention in Mentions(text))
        {
            if (mention.Low <= level && level <= mention.High)
            {
                return false;
            }

            speaks = true;
        }

        return speaks;
    }

    private LevelMention? ReadMention(string text, int start, int wordEnd)
    {
        var index = Skip(text, wordEnd, Between);
        var sign = text.AsSpan(Math.Max(0, start - 3), start - Math.Max(0, start - 3)).ToString() + text[wordEnd..index];
        var low = ReadNumber(text, ref index);
        if (low is null)
        {
            return null;
        }

        // Ranges and lists: "2-4", "1, 2 and 3".
        var (least, most) = (low.Value, low.Value);
        while (Skip(text, index, " \u00A0-–—,/&") is var next && next > index)
        {
            next = Words.StartsWithPhrase(text[next..Math.Min(text.Length, next + 4)], "and") ? Skip(text, next + 3, " ") : next;
            if (ReadNumber(text, ref next) is not { } number)
            {
                break;
            }

            (least, most) = (Math.Min(least, number), Math.Max(most, number));
            index = next;
        }

        if ((index < text.Length && text[index] == '+') || sign.AsSpan().ContainsAny('≥', '>'))
        {
            most = int.MaxValue;
        }

        return new LevelMention(start, index - start, sign.AsSpan().ContainsAny('≤', '<') ? int.MinValue : least, most);
    }

    private static int Skip(string text, int index, string characters)
    {
        while (index < text.Length && characters.Contains(text[index], StringComparison.Ordinal))
        {
            index++;
        }

        return index;
    }

    private static int? ReadNumber(string text, ref int index)
    {
        var start = index;
        while (index < text.Length && char.IsAsciiDigit(text[index]))
        {
            index++;
        }

        return index > start && index - start <= LongestNumber && (index >= text.Length || !char.IsLetter(text[index]))
            ? int.Parse(text.AsSpan(start, index - start), CultureInfo.InvariantCulture)
            : null;
    }
}
