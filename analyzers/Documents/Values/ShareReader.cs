using System.Globalization;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>A share of a whole: <c>7/8</c>, with the percentage that says the same where one follows.</summary>
/// <param name="Part">The part.</param>
/// <param name="Whole">The whole.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long <c>7/8</c> is.</param>
/// <param name="Percent">The percentage behind it ("7/8 requirements (88 %)"); null when there is none.</param>
public readonly record struct ShareToken(int Part, int Whole, int Start, int Length, NumberToken? Percent)
{
    /// <summary>Where <c>7/8</c> ends.</summary>
    public int End => Start + Length;

    /// <summary>What it is in percent; 0 for a share of nothing.</summary>
    public double Value => Whole == 0 ? 0 : 100.0 * Part / Whole;
}

/// <summary>Finds shares in running text.</summary>
public static class ShareReader
{
    private const int LongestNumber = 5;

    // "16/16 requirements are implemented (100 %)": further away, the percentage is about something else.
    private const int Reach = 48;

    /// <summary>The shares of a text, in order. Dates (<c>1/2/2025</c>), paths and versions are none.</summary>
    public static IEnumerable<ShareToken> FindAll(string text)
    {
        for (var slash = text.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = text.IndexOf('/', slash + 1))
        {
            if (Left(text, slash) is var (part, start) && Right(text, slash) is var (whole, end))
            {
                yield return new ShareToken(part, whole, start, end - start, Percent(text, end));
            }
        }
    }

    private static (int Value, int Start)? Left(string text, int slash)
    {
        var end = slash > 0 && text[slash - 1] == ' ' ? slash - 1 : slash;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return end - start is > 0 and <= LongestNumber && (start == 0 || !IsJoined(text[start - 1]))
            ? (int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture), start)
            : null;
    }

    private static (int Value, int End)? Right(string text, int slash)
    {
        var start = slash + 1 < text.Length && text[slash + 1] == ' ' ? slash + 2 : slash + 1;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var isOpen = end + 1 < text.Length && text[end] is '.' or ',' && char.IsAsciiDigit(text[end + 1]);
        return end - start is > 0 and <= LongestNumber && !isOpen && (end == text.Length || text[end] is '.' or ',' || !IsJoined(text[end]))
            ? (int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture), end)
            : null;
    }

    private static bool IsJoined(char character) => char.IsLetterOrDigit(character) || character is '/' or '.' or '-' or '_' or '%' or '\\';

    // In parentheses or behind a sign that equates: words may stand between, numbers and new clauses may not.
    private static NumberToken? Percent(string text, int end)
    {
        var limit = Math.Min(text.Length, end + Reach);
        for (var index = end; index < limit; index++)
        {
            if (char.IsAsciiDigit(text[index]))
            {
                var lead = text.AsSpan(end, index - end).TrimEnd(" \u00A0*_`~≈");
                var isEquated = lead.IsEmpty || lead[^1] is '(' or '[' or '=' or '–' or '—' or ':' or '→';
                return isEquated && NumberSlotMatcher.Percentage(text[index..limit]) is { Start: 0 } token ? token with { Start = index } : null;
            }

            if (text[index] is ',' or ';' or '.' or '|' or '\n' or '/')
            {
                return null;
            }
        }

        return null;
    }
}
