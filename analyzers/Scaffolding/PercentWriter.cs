using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Facts;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes percentages in the style of those they replace.</summary>
internal static class PercentWriter
{
    /// <summary>The edit that replaces a coverage number, keeping its decimals (more when the number needs them), separator and percent sign.</summary>
    public static TextChange Replace(string text, CoverageSlot slot, double value) => new(slot.Span, Like(text.Substring(slot.Span.Start, slot.Span.Length), value));

    /// <summary>A number, at most two decimals, for messages.</summary>
    public static string Write(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A measured number with the decimals of the one it replaces; cut off, so that the document never claims more than was measured.</summary>
    public static double Cut(string written, double measured)
    {
        var scale = Math.Pow(10, Decimals(written));
        return Math.Floor((measured * scale) + 1e-6) / scale;
    }

    /// <summary>A computed number, rounded to the decimals of the one it replaces.</summary>
    public static double Rounded(string written, double computed) => Math.Round(computed, Math.Min(Decimals(written), 15));

    /// <summary>A computed number in the style of the text it replaces, rounded to its decimals.</summary>
    public static string Computed(string written, double computed) => Like(written, Rounded(written, computed));

    /// <summary>A value with the decimals (more when it needs them), separator and percent sign of the text it replaces.</summary>
    public static string Like(string written, double value)
    {
        var start = 0;
        while (start < written.Length && !char.IsAsciiDigit(written[start]))
        {
            start++;
        }

        var end = start;
        while (end < written.Length && (char.IsAsciiDigit(written[end]) || written[end] is '.' or ','))
        {
            end++;
        }

        var number = Write(value);
        var dot = number.IndexOf('.', StringComparison.Ordinal);
        var decimals = Math.Max(Decimals(written), dot < 0 ? 0 : number.Length - dot - 1);
        number = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return written[..start] + (written.Contains(',', StringComparison.Ordinal) ? number.Replace('.', ',') : number) + written[end..];
    }

    private static int Decimals(string written)
    {
        var separator = written.AsSpan().LastIndexOfAny('.', ',');
        return separator < 0 ? 0 : written.AsSpan(separator + 1).IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? written.Length - separator - 1 : end;
    }
}
