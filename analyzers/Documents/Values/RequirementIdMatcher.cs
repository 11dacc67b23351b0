using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
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

/// <summary>Finds requirement ids in any accepted spelling.</summary>
public sealed class RequirementIdMatcher
{
    private const int LongestId = 24;

    // A range over more ids is a slip of the pen.
    private const int LongestRange = 200;

    private static readonly SearchValues<char> Markup = SearchValues.Create(" *_`~[(");

    private readonly Regex? _accepted;
    private readonly Regex _canonical;
    private readonly Regex? _featureId;

    /// <summary>Prepares a scheme.</summary>
    public RequirementIdMatcher(RequirementIdScheme scheme)
    {
        _accepted = Patterns.Any(scheme.Accepted);
        _canonical = PackPattern.Compile(scheme.Canonical);
        _featureId = PackPattern.Compile(scheme.FeatureId);
        Scheme = scheme;
    }

    /// <summary>The scheme.</summary>
    public RequirementIdScheme Scheme { get; }

    /// <summary>The id that makes up a cell or label, or null. Emphasis and code ticks around it do not matter.</summary>
    public string? Parse(string text)
    {
        var plain = PlainText.Of(text).Trim(' ', '.', ':');
        return plain.Length is > 0 and <= LongestId && _accepted.Fits(plain) ? plain.ToUpperInvariant() : null;
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
        var index = 0;
        while (index < text.Length)
        {
            if (!char.IsAsciiLetterUpper(text[index]))
            {
                index = char.IsAsciiLetterOrDigit(text[index]) ? EndOfToken(text, index) : index + 1;
                continue;
            }

            var end = EndOfToken(text, index);
            if (IsId(text, index, end))
            {
                yield return Token(text, index, end);
                index = end + 1;
            }
            else if (EndOfFirst(text, index, end) is > 0 and var first)
            {
                // "FR-001-FR-003": the first of two ids that a hyphen joins; the second is found next.
                yield return Token(text, index, first);
                index = first + 1;
            }
            else
            {
                index = end + 1;
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

            if (RequirementNumber.Parse(token.Id) is not { } from || RangeEnd(text, token.End, from) is not var (last, end))
            {
                continue;
            }

            for (var number = from.Number + 1; number <= last; number++)
            {
                yield return token with { Id = from.With(number) };
            }

            covered = end;
        }
    }

    // The number a range ends with and where it ends: a separator, then the digits alone or a whole id of the same series.
    private static (int Last, int End)? RangeEnd(string text, int index, RequirementNumber from)
    {
        var start = SkipBlanks(text, index);
        var separator = start;
        while (separator < text.Length && text[separator] is '-' or '–' or '—' or '…' or '.')
        {
            separator++;
        }

        if (separator == start || (text[start] == '.' && separator == start + 1))
        {
            return null;
        }

        var digits = SkipBlanks(text, separator);
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
        return isWhole && int.Parse(text.AsSpan(digits, end - digits), CultureInfo.InvariantCulture) is var last && last > from.Number && last - from.Number <= LongestRange
            ? (last, end)
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
        return candidate.Length <= LongestId && candidate.Contains('-') && candidate.ContainsAnyInRange('0', '9') && _accepted.Fits(candidate.ToString());
    }

    private static RequirementIdToken Token(string text, int start, int end) => new(text[start..end].ToUpperInvariant(), start, end - start);

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
