using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>A span of minutes; both ends are equal for a single number.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end; infinite for "30+ min".</param>
public readonly record struct MinuteRange(double Low, double High)
{
    /// <summary>Whether the two have a minute in common.</summary>
    public bool Intersects(MinuteRange other) => Low <= other.High && other.Low <= High;
}

/// <summary>What an estimate says.</summary>
/// <param name="Stated">The estimate itself; null when it is not given in minutes.</param>
/// <param name="Base">The minutes it names as the base; null when it names none.</param>
/// <param name="Modules">How many modules it counts; null when it does not say.</param>
public readonly record struct DurationReading(MinuteRange? Stated, MinuteRange? Base, int? Modules);

/// <summary>
/// Reads the estimate of the generation time (catalogue FW230): <c>~15-20 minutes (base 15 min + 2 modules)</c>. Only minutes are read; hours,
/// days and weeks are another quantity.
/// </summary>
public sealed class DurationParser
{
    private readonly ImmutableHashSet<string> _minutes;
    private readonly ImmutableHashSet<string> _base;
    private readonly ImmutableHashSet<string> _modules;

    /// <summary>Prepares a definition's words.</summary>
    public DurationParser(TimeEstimate estimate)
    {
        _minutes = Fold(estimate.MinuteWords);
        _base = Fold(estimate.BaseWords);
        _modules = Fold(estimate.ModuleWords);
    }

    /// <summary>Reads a value.</summary>
    public DurationReading Parse(string value)
    {
        var text = PlainText.Of(value).ToLowerInvariant();
        MinuteRange? stated = null;
        MinuteRange? foundation = null;
        MinuteRange? bare = null;
        int? modules = null;
        var otherUnitEnd = -1;
        for (var index = 0; index < text.Length;)
        {
            if (!char.IsAsciiDigit(text[index]))
            {
                index++;
                continue;
            }

            var quantity = ReadQuantity(text, index);
            index = quantity.End;
            if (_minutes.Contains(quantity.Unit))
            {
                if (otherUnitEnd >= 0 && string.IsNullOrWhiteSpace(text[otherUnitEnd..quantity.Start]))
                {
                    // "1 h 20 min" is more than twenty minutes, and not given in minutes.
                    return default;
                }

                if (_base.Contains(WordBefore(text, quantity.Start)) || _base.Contains(WordAfter(text, quantity.End)))
                {
                    foundation ??= quantity.Range;
                }
                else if (!IsInParenthesis(text, quantity.Start))
                {
                    stated = stated is { } known ? Join(known, quantity.Range) : quantity.Range;
                }
            }
            else if (_base.Contains(quantity.Unit) || (quantity.Unit.Length == 0 && _base.Contains(WordBefore(text, quantity.Start))))
            {
                // "~10 minutes (5 base + 2 modules)": the minutes stand elsewhere.
                bare ??= quantity.Range;
            }
            else if (_modules.Contains(quantity.Unit) || _modules.Contains(WordAfter(text, quantity.End)))
            {
                modules ??= Count(quantity.Range);
            }
            else if (quantity.Unit.Length > 0)
            {
                otherUnitEnd = quantity.End;
            }
        }

        return new DurationReading(stated, foundation ?? (stated is null ? null : bare), modules);
    }

    private static int? Count(MinuteRange range) =>
        range.Low is >= 0 and < 100 && range.Low.Equals(range.High) && range.Low.Equals(Math.Floor(range.Low)) ? (int)range.Low : null;

    private static MinuteRange Join(MinuteRange left, MinuteRange right) => new(Math.Min(left.Low, right.Low), Math.Max(left.High, right.High));

    private static Quantity ReadQuantity(string text, int start)
    {
        var end = NumberEnd(text, start);
        var low = Number(text, start, end);
        var high = low;
        var next = SkipBlanks(text, end);
        if (next < text.Length && text[next] is '-' or '–' or '—')
        {
            var second = SkipBlanks(text, next + 1);
            if (second < text.Length && char.IsAsciiDigit(text[second]))
            {
                end = NumberEnd(text, second);
                high = Number(text, second, end);
            }
        }

        if (IsOpenAt(text, end))
        {
            end++;
            high = double.PositiveInfinity;
        }

        var unit = SkipBlanks(text, end < text.Length && text[end] == '-' ? end + 1 : end);
        var unitEnd = WordEnd(text, unit);
        return new Quantity(start, unitEnd > unit ? unitEnd : end, new MinuteRange(Math.Min(low, high), Math.Max(low, high)), text[unit..unitEnd]);
    }

    // "30+ min", but not "15+5 min".
    private static bool IsOpenAt(string text, int index)
    {
        if (index >= text.Length || text[index] != '+')
        {
            return false;
        }

        var next = SkipBlanks(text, index + 1);
        return next == text.Length || !char.IsAsciiDigit(text[next]);
    }

    private static double Number(string text, int start, int end) => NumberSlotMatcher.TryParse(text.AsSpan(start, end - start), out var value) ? value : double.NaN;

    private static int NumberEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private static int SkipBlanks(string text, int index)
    {
        while (index < text.Length && char.IsWhiteSpace(text[index]))
        {
            index++;
        }

        return index;
    }

    private static int WordEnd(string text, int index)
    {
        while (index < text.Length && char.IsLetter(text[index]))
        {
            index++;
        }

        return index;
    }

    private static string WordAfter(string text, int index)
    {
        var start = SkipBlanks(text, index);
        return text[start..WordEnd(text, start)];
    }

    // The word before a number; signs such as ":", "~" and "=" between them do not matter.
    private static string WordBefore(string text, int index)
    {
        var end = index;
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ':' or '~' or '≈' or '='))
        {
            end--;
        }

        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }

    private static bool IsInParenthesis(string text, int index)
    {
        var open = text.LastIndexOfAny(['(', '['], index);
        return open >= 0 && text.AsSpan(open, index - open).IndexOfAny(')', ']') < 0;
    }

    private static ImmutableHashSet<string> Fold(ImmutableArray<string> words) => [.. words.Select(static word => word.ToLowerInvariant())];

    private readonly record struct Quantity(int Start, int End, MinuteRange Range, string Unit);
}
