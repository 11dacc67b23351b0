using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>A number with its place in the text it was read from.</summary>
/// <param name="Value">The number.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is, with its percent sign.</param>
public readonly record struct NumberToken(double Value, int Start, int Length)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;
}

/// <summary>Two percentages and the sign between them.</summary>
/// <param name="Left">The left number.</param>
/// <param name="Sign">One of <c>≥ ≤ &gt; &lt;</c>.</param>
/// <param name="Right">The right number.</param>
public readonly record struct NumberComparison(NumberToken Left, string Sign, NumberToken Right)
{
    /// <summary>Whether the left number is said to be the greater one.</summary>
    public bool ClaimsGreater => Sign is "≥" or ">";

    /// <summary>Whether the numbers are as the sign says.</summary>
    public bool IsTrue => Sign switch
    {
        "≥" => Left.Value >= Right.Value,
        "≤" => Left.Value <= Right.Value,
        ">" => Left.Value > Right.Value,
        _ => Left.Value < Right.Value,
    };
}

/// <summary>Reads coverage and test counts from the places where they are canonical (catalogue 1.13).</summary>
public sealed class NumberSlotMatcher
{
    // How many words before a percentage may say what it is: "required by the team: 80 %".
    private const int QualifierReach = 3;

    // More tests than this are a slip of the pen, and sums of them stay numbers.
    private const int MostTests = 10_000_000;

    private readonly TextPattern? _coverage;
    private readonly TextPattern? _tests;
    private readonly PhraseSet _testParts;
    private readonly ImmutableArray<string> _unmeasured;

    /// <summary>Prepares a definition's slots.</summary>
    public NumberSlotMatcher(NumberSlots slots)
    {
        Slots = slots;
        _coverage = TextPattern.Any(slots.CoveragePhrases);
        _tests = TextPattern.Any(slots.TestPhrases);
        _testParts = PhraseSet.Of(slots.TestPartWords);
        RequirementPhrase = TextPattern.Any(slots.RequirementPhrases);
        _unmeasured = [.. slots.UnmeasuredWords.Select(Words.Fold).Where(static word => word.Length > 0)];
    }

    /// <summary>The slots.</summary>
    public NumberSlots Slots { get; }

    /// <summary>The phrases for the share of the requirements that is done, with the groups of <see cref="NumberSlots.RequirementPhrases"/>; null for none.</summary>
    public TextPattern? RequirementPhrase { get; }

    /// <summary>The coverage that a line of running text states in one of the canonical phrases, or null.</summary>
    public NumberToken? CoveragePhrase(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal) || _coverage?.FirstMatch(text) is not { } match || Token(match.Groups["value"]) is not { } token)
        {
            return null;
        }

        // The pattern ends in the digits; the token takes its percent sign along.
        var percent = text.IndexOf('%', token.End);
        var whole = percent < 0 ? token : token with { Length = percent + 1 - token.Start };
        return IsMeasured(text, whole, 0) ? whole : null;
    }

    /// <summary>
    /// The number of all tests that a text states in one of the canonical phrases; null when it states none. Suites, files and kinds of tests are
    /// parts, and so are several counts of passed tests in one text.
    /// </summary>
    public TestCountToken? TestCount(string text)
    {
        if (_tests is null || !text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var counts = _tests.Matches(text).Where(match => !IsPart(text, match.Index)).Take(2).ToList();
        if (counts is not [var first, ..])
        {
            return null;
        }

        if (Token(first.Groups["total"]) is { } total)
        {
            return new TestCountToken(total, new TestCount(Number(total), Number(total)));
        }

        if (Token(first.Groups["passed"]) is not { } passed || (counts is [_, var second] && second.Groups["passed"].Success))
        {
            return null;
        }

        var ran = Number(passed) + Sum(first.Groups["failed"]);
        return new TestCountToken(passed, new TestCount(ran, ran + Sum(first.Groups["other"])));
    }

    // "Test suites: 12 passed": what stands in the same clause before the number says what is counted.
    private bool IsPart(string text, int start)
    {
        var clause = text.AsSpan(0, start).LastIndexOfAny(",;.") + 1;
        return _testParts.OccursIn(text[clause..start]);
    }

    private static int Sum(Group group) => group.Captures.Sum(static capture => TryParse(capture.ValueSpan, out var value) ? (int)Math.Min(value, MostTests) : 0);

    private static int Number(NumberToken token) => (int)Math.Min(token.Value, MostTests);

    /// <summary>The comparisons of two percentages in a text ("82 % ≥ 80 %"), in order.</summary>
    public static IEnumerable<NumberComparison> Comparisons(string text)
    {
        NumberToken? left = null;
        foreach (var right in Percentages(text))
        {
            if (left is { } token && Operator(text.AsSpan(token.End, right.Start - token.End)) is { } sign)
            {
                yield return new NumberComparison(token, sign, right);
            }

            left = right;
        }
    }

    /// <summary>The percentages of a text, in order.</summary>
    public static IEnumerable<NumberToken> AllPercentages(string text) => Percentages(text);

    private static string? Operator(ReadOnlySpan<char> between) => between.Trim(" \u00A0*_`") switch
    {
        "≥" or ">=" => "≥",
        "≤" or "<=" => "≤",
        ">" => ">",
        "<" => "<",
        _ => null,
    };

    /// <summary>
    /// The first percentage of a text that is a measurement, or null: no bound ("≥ 80 %"), no range, no target and no history. A comparison
    /// ("82 % ≥ 80 %") states its left side.
    /// </summary>
    public NumberToken? Measured(string text)
    {
        var clause = 0;
        foreach (var token in Percentages(text))
        {
            if (IsMeasured(text, token, clause))
            {
                return token;
            }

            clause = token.End;
        }

        return null;
    }

    /// <summary>The first percentage of a text, or null.</summary>
    public static NumberToken? Percentage(string text)
    {
        foreach (var token in Percentages(text))
        {
            return token;
        }

        return null;
    }

    /// <summary>Parses a number with a comma or a dot as decimal separator, or with separators of thousands.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        var normalized = text.Trim().ToString();
        var comma = normalized.LastIndexOf(',');
        if (comma >= 0)
        {
            // Three digits behind a comma are thousands ("12,450"), any other number of digits is a decimal part ("82,5").
            normalized = normalized.Length - comma == 4 ? normalized.Replace(",", "", StringComparison.Ordinal) : normalized.Replace(',', '.');
        }

        return double.TryParse(normalized, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static IEnumerable<NumberToken> Percentages(string text)
    {
        for (var percent = text.IndexOf('%', StringComparison.Ordinal); percent >= 0; percent = text.IndexOf('%', percent + 1))
        {
            var end = percent;
            if (end > 0 && text[end - 1] is ' ' or '\u00A0' or '\u202F')
            {
                end--;
            }

            var start = end;
            while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ','))
            {
                start--;
            }

            while (start < end && !char.IsAsciiDigit(text[start]))
            {
                start++;
            }

            // Percentages lie between 0 and 100; "20251017%" is something else.
            if (start < end && end - start <= 8 && TryParse(text.AsSpan(start, end - start), out var value) && value <= 100)
            {
                yield return new NumberToken(value, start, percent + 1 - start);
            }
        }
    }

    // Whether nothing around a percentage makes it a bound, a part of a range, a target or history.
    private bool IsMeasured(string text, NumberToken token, int clauseStart)
    {
        var before = text.AsSpan(clauseStart, token.Start - clauseStart).TrimEnd(" \u00A0*_`");
        var after = text.AsSpan(token.End).TrimStart("*_`");
        if (before is [.., '≥' or '>' or '≤' or '<' or '='] || IsRange(text, token))
        {
            return false;
        }

        var lead = Words.Fold(before.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(QualifierReach);
        var leading = string.Join(' ', lead);
        var trailing = after is [' ', ..] ? Words.Fold(after[..Math.Min(after.Length, 40)].ToString()) : "";
        return !_unmeasured.Any(word => Words.IndexOfPhrase(leading, word) >= 0 || (trailing.Length > 0 && Words.StartsWithPhrase(trailing, word)));
    }

    // "80-85 %", "80 % – 85 %".
    private static bool IsRange(string text, NumberToken token)
    {
        var before = text.AsSpan(0, token.Start).TrimEnd();
        var after = text.AsSpan(token.End).TrimStart();
        var isUpper = before is [.., '-' or '–' or '—'] && before[..^1].TrimEnd() is [.., (>= '0' and <= '9') or '%'];
        var isLower = after is ['-' or '–' or '—', ..] && after[1..].TrimStart() is [>= '0' and <= '9', ..];
        return isUpper || isLower;
    }

    private static NumberToken? Token(Group group) =>
        group.Success && TryParse(group.ValueSpan, out var value) ? new NumberToken(value, group.Index, group.Length) : null;
}
