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

        return FromRows(document).Concat(FromText(document)).OrderBy(static slot => slot.Span.Start);
    }

    private static IEnumerable<CoverageSlot> FromRows(BoundDocument document)
    {
        foreach (var row in CheckReader.Rows(document))
        {
            if (row.Check?.Slot is not (SlotIds.Coverage or SlotIds.CoverageThreshold))
            {
                continue;
            }

            // The measured value stands in the result or, for the threshold row, in the evidence; the requirement is not a measurement.
            var cells = row.Check.Slot == SlotIds.Coverage
                ? new[] { row.Result, row.Table.Cell(row.Row, ColumnRoles.Evidence) }
                : [row.Table.Cell(row.Row, ColumnRoles.Evidence)];
            foreach (var cell in cells)
            {
                if (cell is not null && NumberSlotMatcher.Percentage(cell.Raw) is { } number)
                {
                    yield return new CoverageSlot(number.Value, new TextSpan(cell.ContentSpan.Start + number.Start, number.Length), row);
                    break;
                }
            }
        }
    }

    private static IEnumerable<CoverageSlot> FromText(BoundDocument document)
    {
        var matcher = document.Definition.NumberSlots;
        foreach (var field in document.Fields)
        {
            if (field.Definition.Role == FieldRoles.Coverage && NumberSlotMatcher.Percentage(field.Field.Value) is { } number)
            {
                yield return new CoverageSlot(number.Value, new TextSpan(field.Field.ValueSpan.Start + number.Start, number.Length), null);
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

        foreach (var item in document.Outline.ListItems)
        {
            if (matcher.CoveragePhrase(item.Raw) is { } number)
            {
                yield return new CoverageSlot(number.Value, new TextSpan(item.ContentSpan.Start + number.Start, number.Length), null);
            }
        }
    }
}
