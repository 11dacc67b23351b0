using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>A number with its place in the text it was read from.</summary>
/// <param name="Value">The number.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is, with its percent sign.</param>
public readonly record struct NumberToken(double Value, int Start, int Length);

/// <summary>Reads coverage and test counts from the places where they are canonical (catalogue 1.13).</summary>
public sealed class NumberSlotMatcher
{
    private readonly Regex? _coverage;
    private readonly Regex? _tests;

    /// <summary>Prepares a definition's slots.</summary>
    public NumberSlotMatcher(NumberSlots slots)
    {
        Slots = slots;
        _coverage = Patterns.Any(slots.CoveragePhrases);
        _tests = Patterns.Any(slots.TestPhrases);
    }

    /// <summary>The slots.</summary>
    public NumberSlots Slots { get; }

    /// <summary>The coverage that a line of running text states in one of the canonical phrases, or null.</summary>
    public NumberToken? CoveragePhrase(string text) =>
        text.Contains('%', StringComparison.Ordinal) && _coverage.FirstMatch(text) is { } match ? Token(match.Groups["value"]) : null;

    /// <summary>The number of tests that a line of running text states in one of the canonical phrases, or null.</summary>
    public NumberToken? TestPhrase(string text) => _tests.FirstMatch(text) is not { } match
        ? null
        : Token(match.Groups["total"]) ?? Token(match.Groups["passed"]);

    /// <summary>The first percentage of a cell or field, or null. A comparison ("82 % ≥ 80 %") states its left side.</summary>
    public static NumberToken? Percentage(string text)
    {
        for (var percent = text.IndexOf('%', StringComparison.Ordinal); percent >= 0; percent = text.IndexOf('%', percent + 1))
        {
            var end = percent;
            while (end > 0 && text[end - 1] is ' ' or '\u00A0' && end == percent)
            {
                end--;
            }

            var start = end;
            while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ','))
            {
                start--;
            }

            if (start < end && TryParse(text.AsSpan(start, end - start), out var value))
            {
                return new NumberToken(value, start, percent + 1 - start);
            }
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

    private static NumberToken? Token(Group group) =>
        group.Success && TryParse(group.ValueSpan, out var value) ? new NumberToken(value, group.Index, group.Length) : null;
}
