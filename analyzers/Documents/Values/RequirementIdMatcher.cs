using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>A requirement id in a text.</summary>
/// <param name="Id">The id in upper case.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Length">How long it is there.</param>
public readonly record struct RequirementIdToken(string Id, int Start, int Length)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;
}

/// <summary>Ids of one series that are written as a range: <c>FR-001..FR-003</c>, <c>FR-001–003</c>.</summary>
/// <param name="From">The first id.</param>
/// <param name="Last">The number of the last id.</param>
/// <param name="Start">Where the range starts in the text.</param>
/// <param name="LastStart">Where its last id or number starts.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct RequirementIdRange(RequirementNumber From, int Last, int Start, int LastStart, int End)
{
    /// <summary>The ids, first and last included.</summary>
    public IEnumerable<string> Ids
    {
        get
        {
            var from = From;
            return Enumerable.Range(from.Number, Last - from.Number + 1).Select(from.With);
        }
    }

    /// <summary>Whether the end has all digits of the first id, so that it surely is a range: "FR-001 - 5 users" reads like one.</summary>
    public bool IsPlain => End - LastStart >= From.Width;
}

/// <summary>Finds requirement ids in any accepted spelling.</summary>
public sealed class RequirementIdMatcher
{
    private const int LongestId = 24;
    private const int MostKnown = 4_000;

    // A range over more ids is a slip of the pen.
    private const int LongestRange = 200;

    private static readonly SearchValues<char> Markup = SearchValues.Create(" *_`~[(");

    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly TextPattern? _accepted;
    private readonly TextPattern _canonical;
    private readonly TextPattern _featureId;
    private int _count;

    /// <summary>Prepares a scheme.</summary>
    public RequirementIdMatcher(RequirementIdScheme scheme)
    {
        _accepted = TextPattern.Any(scheme.Accepted);
        _canonical = TextPattern.Get(scheme.Canonical);
        _featureId = TextPattern.Get(scheme.FeatureId);
        Scheme = scheme;
    }

    /// <summary>The scheme.</summary>
    public RequirementIdScheme Scheme { get; }

    /// <summary>The id that makes up a cell or label, or null. Emphasis and code ticks around it do not matter.</summary>
    public string? Parse(string text)
    {
        var plain = PlainText.Of(text).Trim(' ', '.', ':');
        return plain.Length is > 0 and <= LongestId && _accepted?.Fits(plain) == true ? plain.ToUpperInvariant() : null;
    }

    /// <summary>The only id of a text when the text starts with it ("**FR-001** ✅"), or null.</summary>
    public RequirementIdToken? Leading(string text)
    {
        RequirementIdToken? leading = null;
        foreach (var token in FindAll(text))
        {
            if (leading is not null || text.AsSpan(0, token.Start).IndexOfAnyExcept(Markup) >= 0)
            {
                return null;
            }

            leading = token;
        }

        return leading;
    }

    /// <summary>The canonical form, by the first id of every prefix, as messages show it.</summary>
    public string Form => string.Join(" / ", Scheme.Prefixes.Select(prefix => RequirementNumber.Start(prefix.Id, this).With(1)));

    /// <summary>Whether the id has the canonical form.</summary>
    public bool IsCanonical(string id) => _canonical.Fits(id);

    /// <summary>The prefix of an id with its meaning, or null for a dialect's own prefix.</summary>
    public RequirementPrefix? Prefix(string id) =>
        Scheme.Prefixes.FirstOrDefault(prefix => id.StartsWith(prefix.Id + "-", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the text is, as a whole, a feature id.</summary>
    public bool IsFeatureId(string text) => text.Length <= 16 && _featureId.Fits(text);

    /// <summary>Every id in a text, in order. Of a range its ends.</summary>
    public IEnumerable<RequirementIdToken> FindAll(string text)
    {
        // Every id has a hyphen, and few words have one.
        var index = 0;
        while (index < text.Length && text.AsSpan(index).IndexOf('-') is >= 0 and var found)
        {
            var hyphen = index + found;
            var start = StartOfToken(text, index, hyphen);
            if (start == hyphen)
            {
                // The delimiter rows of tables are long.
                var run = text.AsSpan(hyphen).IndexOfAnyExcept('-');
                index = run < 0 ? text.Length : hyphen + run;
                continue;
            }

            var end = EndOfToken(text, start);
            index = Math.Max(end, hyphen) + 1;
            if (!char.IsAsciiLetterUpper(text[start]))
            {
                continue;
            }

            if (IsId(text, start, end))
            {
                yield return Token(text, start, end);
            }
            else if (EndOfFirst(text, start, end) is > 0 and var first)
            {
                // "FR-001-FR-003": the first of two ids that a hyphen joins; the second is found next.
                yield return Token(text, start, first);
                index = first + 1;
            }
        }
    }

    /// <summary>Every id that a text refers to, ranges (<c>FR-001..FR-003</c>, <c>FR-001–003</c>) written out. The ids of a range share its first id's place.</summary>
    public IEnumerable<RequirementIdToken> References(string text)
    {
        var covered = -1;
        foreach (var token in FindAll(text))
        {
            if (token.Start >= covered)
            {
                yield return token;
            }

            if (RangeFrom(text, token) is not { } range)
            {
                continue;
            }

            foreach (var id in range.Ids.Skip(1))
            {
                yield return token with { Id = id };
            }

            covered = range.End;
        }
    }

    /// <summary>The range that an id of a text begins; null when none does.</summary>
    public static RequirementIdRange? RangeFrom(string text, RequirementIdToken first)
    {
        if (RequirementNumber.Parse(first.Id) is not { } from)
        {
            return null;
        }

        var start = SkipBlanks(text, first.End);
        var separator = start;
        while (separator < text.Length && text[separator] is '-' or '–' or '—' or '…' or '.')
        {
            separator++;
        }

        if (separator == start || (text[start] == '.' && separator == start + 1))
        {
            return null;
        }

        // The number the range ends with: the digits alone or a whole id of the same series.
        var last = SkipBlanks(text, separator);
        var digits = last;
        if (string.Compare(text, digits, from.Stem, 0, from.Stem.Length, StringComparison.OrdinalIgnoreCase) == 0)
        {
            digits += from.Stem.Length;
        }

        var end = digits;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var isWhole = end > digits && end - digits <= 4 && (end == text.Length || !char.IsLetterOrDigit(text[end]));
        return isWhole && int.Parse(text.AsSpan(digits, end - digits), CultureInfo.InvariantCulture) is var number && number > from.Number && number - from.Number <= LongestRange
            ? new RequirementIdRange(from, number, first.Start, last, end)
            : null;
    }

    private int EndOfFirst(string text, int start, int end)
    {
        for (var hyphen = text.IndexOf('-', start, end - start); hyphen >= 0; hyphen = text.IndexOf('-', hyphen + 1, end - hyphen - 1))
        {
            var rest = text.AsSpan(hyphen + 1, end - hyphen - 1);
            if (IsId(text, start, hyphen) && (IsId(text, hyphen + 1, end) || rest.IndexOfAnyExceptInRange('0', '9') < 0))
            {
                return hyphen;
            }
        }

        return -1;
    }

    private bool IsId(string text, int start, int end)
    {
        var candidate = text.AsSpan(start, end - start);
        return candidate.Length <= LongestId && candidate.Contains('-') && candidate.ContainsAnyInRange('0', '9') && IsAccepted(candidate);
    }

    // The documents of a project name the same ids over and over.
    private bool IsAccepted(ReadOnlySpan<char> candidate)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(candidate, out var isAccepted))
        {
            return isAccepted;
        }

        isAccepted = _accepted?.Fits(candidate.ToString()) == true;
        if (_count < MostKnown && known.TryAdd(candidate, isAccepted))
        {
            Interlocked.Increment(ref _count);
        }

        return isAccepted;
    }

    private static RequirementIdToken Token(string text, int start, int end) => new(text[start..end].ToUpperInvariant(), start, end - start);

    // Where the word starts that a hyphen stands in, at an offset or behind it.
    private static int StartOfToken(string text, int offset, int hyphen)
    {
        var start = hyphen;
        while (start > offset && (char.IsAsciiLetterOrDigit(text[start - 1]) || (text[start - 1] is '-' or '.' && char.IsAsciiLetterOrDigit(text[start]) && start - 1 > offset && char.IsAsciiLetterOrDigit(text[start - 2]))))
        {
            start--;
        }

        return start;
    }

    private static int EndOfToken(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] is '-' or '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private static int SkipBlanks(string text, int index)
    {
        while (index < text.Length && text[index] == ' ')
        {
            index++;
        }

        return index;
    }
}
