using System.Globalization;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>How a value gives a date.</summary>
public enum DateForm
{
    /// <summary>As <c>YYYY-MM-DD</c>, alone, in quotes, with a time or with a remark in parentheses.</summary>
    Iso,

    /// <summary>In another form that means one day only.</summary>
    Other,

    /// <summary>In the form of a date that does not exist, or not at all.</summary>
    Invalid,
}

/// <summary>What a value of a date field says.</summary>
/// <param name="Form">How.</param>
/// <param name="Date">The date; null when there is none.</param>
public readonly record struct DateReading(DateForm Form, DateOnly? Date)
{
    private const int IsoLength = 10;

    // Unambiguous: the month is a word, the year comes first, or dots show the order of day and month.
    private static readonly string[] OtherForms =
    [
        "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy", "d.M.yyyy", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy-M-d",
    ];

    /// <summary>Reads a value.</summary>
    public static DateReading Of(string value)
    {
        var text = PlainText.Of(value).Trim(' ', '"', '\'', '\u00A0');
        var parenthesis = text.IndexOf('(', StringComparison.Ordinal);
        text = (parenthesis > 0 ? text[..parenthesis] : text).Trim();
        if (text.Length >= IsoLength && DateOnly.TryParseExact(text[..IsoLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && IsTimeOrNothing(text.AsSpan(IsoLength)))
        {
            return new DateReading(DateForm.Iso, date);
        }

        return DateOnly.TryParseExact(text, OtherForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date)
            ? new DateReading(DateForm.Other, date)
            : new DateReading(DateForm.Invalid, null);
    }

    private static bool IsTimeOrNothing(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || (rest[0] is 'T' or ' ' or ',' && rest[1..].TrimStart() is [>= '0' and <= '9', ..] && rest.Contains(':'));
}
