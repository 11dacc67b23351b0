using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Framework;
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
public readonly record struct DateReading(DateForm Form, DateOnly? Date);

/// <summary>Reads dates: as values, and among other words.</summary>
public sealed class DateReader
{
    private const int IsoLength = 10;

    // "1.1.2025" is the shortest date in one word, and nothing shorter may pass for one.
    private const int ShortestWord = 8;

    // "12 March 2025".
    private const int WordsOfDate = 3;

    // Unambiguous: the month is a word, the year comes first, or dots show the order of day and month.
    private static readonly string[] OtherForms =
    [
        "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy", "d.M.yyyy", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy-M-d",
    ];

    private readonly ImmutableDictionary<string, int> _months;
    private readonly ImmutableHashSet<string> _yearWords;

    /// <summary>Prepares a definition's words.</summary>
    public DateReader(DateWords words)
    {
        _months = words.Months;
        _yearWords = [.. words.YearWords];
    }

    /// <summary>Reads a value.</summary>
    public DateReading Read(string value)
    {
        var text = PlainText.Of(value).Trim(' ', '"', '\'', '\u00A0');
        var parenthesis = text.IndexOf('(', StringComparison.Ordinal);
        text = (parenthesis > 0 ? text[..parenthesis] : text).Trim();
        if (text.Length >= IsoLength && DateOnly.TryParseExact(text[..IsoLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && IsTimeOrNothing(text.AsSpan(IsoLength)))
        {
            return new DateReading(DateForm.Iso, date);
        }

        return DateOnly.TryParseExact(Spelled(text), OtherForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date)
            ? new DateReading(DateForm.Other, date)
            : new DateReading(DateForm.Invalid, null);
    }

    /// <summary>Whether a text holds a date, as a whole or among other words: "approved by A. Ito on 12 March 2025".</summary>
    public bool OccursIn(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        if (Read(text).Date is not null)
        {
            return true;
        }

        var words = PlainText.Of(text)
            .Split([' ', '\u00A0', '\t', '\r', '\n', '(', ')', ',', ';', '[', ']', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => word.Trim('.', ':', '"', '\''))
            .ToList();
        for (var index = 0; index < words.Count; index++)
        {
            var isWord = words[index].Length >= ShortestWord && Read(words[index]).Date is not null;
            if (isWord || (index + WordsOfDate <= words.Count && IsInWords(words.GetRange(index, WordsOfDate))))
            {
                return true;
            }
        }

        return false;
    }

    // Two numbers and the name of a month between or before them: only then is it worth to ask.
    private bool IsInWords(List<string> words) =>
        char.IsAsciiDigit(words[2].FirstOrDefault())
        && words.Count(static word => char.IsAsciiDigit(word.FirstOrDefault())) == WordsOfDate - 1
        && Read(string.Join(' ', words)).Date is not null;

    // The months in English, which the forms are written with, and nothing behind the year.
    private string Spelled(string text)
    {
        var words = text.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count > WordsOfDate && _yearWords.Contains(words[^1].TrimEnd('.').ToLowerInvariant()))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count != WordsOfDate)
        {
            return text;
        }

        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (word.Length > 1 && char.IsLetter(word[0]))
            {
                var bare = word.TrimEnd('.');
                words[index] = _months.TryGetValue(bare.ToLowerInvariant(), out var month) ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month) : bare;
            }
        }

        return string.Join(' ', words);
    }

    private static bool IsTimeOrNothing(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || (rest[0] is 'T' or ' ' or ',' && rest[1..].TrimStart() is [>= '0' and <= '9', ..] && rest.Contains(':'));
}
