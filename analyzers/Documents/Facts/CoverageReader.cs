using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A coverage number in one of its canonical places.</summary>
/// <param name="Value">Percent.</param>
/// <param name="Span">The number with its percent sign.</param>
/// <param name="Row">The check's row it stands in, or null for running text and front matter.</param>
public sealed record CoverageSlot(double Value, TextSpan Span, CheckRow? Row);

/// <summary>Reads test coverage from its canonical slots (catalogue 1.13): the coverage rows of checks, the phrases of a report, front matter.</summary>
public static class CoverageReader
{
    /// <summary>Every slot in document order.</summary>
    public static IEnumerable<CoverageSlot> Read(BoundDocument document)
    {
        if (!document.Kind.HasRole(KindRoles.Verifies) && !document.Kind.HasRole(KindRoles.Reports))
        {
            return [];
        }

        // A field is a list item as well: one number is one slot.
        return FromRows(document).Concat(FromFields(document)).Concat(FromItems(document))
            .DistinctBy(static slot => slot.Span.Start)
            .OrderBy(static slot => slot.Span.Start);
    }

    internal static IEnumerable<(CoverageFact Fact, TextSpan Span)> Facts(BoundDocument document)
    {
        var results = document.Definition.Status(VocabularyIds.CheckResult);
        return Read(document).Select(slot => (new CoverageFact(slot.Value, results.Classify(slot.Row?.Result?.Raw ?? "")), slot.Span));
    }

    private static IEnumerable<CoverageSlot> FromRows(BoundDocument document)
    {
        foreach (var row in CheckReader.Rows(document))
        {
            // The measured value stands in the result or, for the threshold row, in the evidence; the requirement is not a measurement.
            var evidence = row.Table.Cell(row.Row, ColumnRoles.Evidence);
            TableCell?[] cells = row.Slot switch
            {
                SlotIds.Coverage => [row.Result, evidence],
                SlotIds.CoverageThreshold => [evidence, row.Result],
                _ => [],
            };
            foreach (var cell in cells)
            {
                if (cell is not null && document.Definition.NumberSlots.Measured(cell.Raw) is { } number)
                {
                    yield return new CoverageSlot(number.Value, Span(cell.ContentSpan, number), row);
                    break;
                }
            }
        }
    }

    private static IEnumerable<CoverageSlot> FromFields(BoundDocument document)
    {
        var matcher = document.Definition.NumberSlots;
        foreach (var field in document.Fields)
        {
            if (field.Definition.Role == FieldRoles.Coverage && matcher.Measured(field.Field.Value) is { } number)
            {
                yield return new CoverageSlot(number.Value, Span(field.Field.ValueSpan, number), null);
            }
        }

        foreach (var field in document.Outline.Fields)
        {
            if (field.Notation != FieldNotation.FrontMatter)
            {
                break;
            }

            if (matcher.Slots.CoverageKeys.Contains(field.Name) && NumberSlotMatcher.TryParse(field.Value.AsSpan().Trim("\"'% "), out var value))
            {
                yield return new CoverageSlot(value, field.ValueSpan, null);
            }
        }
    }

    private static IEnumerable<CoverageSlot> FromItems(BoundDocument document) => SlotItems
        .Of(document, document.Definition.NumberSlots.CoveragePhrase)
        .Select(static entry => new CoverageSlot(entry.Number.Value, Span(entry.Item.ContentSpan, entry.Number), null));

    private static TextSpan Span(TextSpan content, NumberToken number) => new(content.Start + number.Start, number.Length);
}
