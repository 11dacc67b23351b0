using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A number of requirements that a field states.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The number; a dash, "N/A" or "none" counts as 0.</param>
/// <param name="Span">The number as written.</param>
/// <param name="Parts">What a remark breaks it down into: "8 requirements (4 FR + 4 UI)".</param>
public sealed record StatedCount(BoundField Field, int Value, TextSpan Span, ImmutableArray<StatedPart> Parts)
{
    /// <summary>The role of the field.</summary>
    public string Role => Field.Definition.Role;
}

/// <summary>A part of a stated number.</summary>
/// <param name="Prefix">The requirements it counts.</param>
/// <param name="Value">How many.</param>
/// <param name="Span">The number as written.</param>
public sealed record StatedPart(RequirementPrefix Prefix, int Value, TextSpan Span);

/// <summary>Reads the numbers of requirements that summaries state.</summary>
public static class StatedCountReader
{
    private const int LongestNumber = 5;

    /// <summary>Every number, the fields of one role once; fields that hold a placeholder state none.</summary>
    public static IEnumerable<StatedCount> Read(BoundDocument document) => document.Fields
        .Where(static field => field.Definition.ValueKind == ValueKinds.Count)
        .DistinctBy(static field => field.Definition.Role)
        .Select(field => Of(document, field))
        .OfType<StatedCount>();

    private static StatedCount? Of(BoundDocument document, BoundField field)
    {
        var text = field.Field.Value;
        if (document.Definition.Values.Placeholder(text) is not null || text.Length == 0)
        {
            return null;
        }

        var start = 0;
        while (start < text.Length && text[start] is '*' or '_' or '`' or ' ' or '~')
        {
            start++;
        }

        if (start < text.Length && char.IsAsciiDigit(text[start]))
        {
            var end = EndOfNumber(text, start);
            return end - start <= LongestNumber && (end == text.Length || text[end] is not ('.' or ',' or '%' or '/') || end + 1 == text.Length)
                ? new StatedCount(field, Number(text, start, end), Span(field, start, end), Parts(document, field, end))
                : null;
        }

        return document.Definition.Values.IsNone(text) ? new StatedCount(field, 0, field.Field.ValueSpan, []) : null;
    }

    private static ImmutableArray<StatedPart> Parts(BoundDocument document, BoundField field, int start)
    {
        var text = field.Field.Value;
        var parts = ImmutableArray.CreateBuilder<StatedPart>();
        for (var index = start; index < text.Length; index++)
        {
            if (!char.IsAsciiDigit(text[index]) || char.IsLetterOrDigit(text[index - 1]) || text[index - 1] is '-' or '.')
            {
                continue;
            }

            var end = EndOfNumber(text, index);
            var word = text.AsSpan(end).TrimStart(' ');
            if (end - index <= LongestNumber && document.Definition.RequirementIds.Scheme.Prefixes.FirstOrDefault(prefix => IsWord(text.AsSpan(end), prefix.Id)) is { } prefix && word.Length > 0)
            {
                parts.Add(new StatedPart(prefix, Number(text, index, end), Span(field, index, end)));
            }

            index = end;
        }

        return parts.ToImmutable();
    }

    private static bool IsWord(ReadOnlySpan<char> text, string word)
    {
        var rest = text.TrimStart(' ');
        return rest.Length < text.Length && rest.StartsWith(word, StringComparison.Ordinal) && (rest.Length == word.Length || !char.IsLetterOrDigit(rest[word.Length]));
    }

    private static int EndOfNumber(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    private static int Number(string text, int start, int end) => int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture);

    private static TextSpan Span(BoundField field, int start, int end) => TextSpan.FromBounds(field.Field.ValueSpan.Start + start, field.Field.ValueSpan.Start + end);
}
