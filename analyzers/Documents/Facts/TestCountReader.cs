using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>The number of all tests in one of its canonical places.</summary>
/// <param name="Count">How many tests.</param>
/// <param name="Span">The number.</param>
/// <param name="Beside">How many of the tests that ran other numbers beside it count, the failed ones.</param>
public sealed record TestCountSlot(TestCount Count, TextSpan Span, int Beside)
{
    /// <summary>The edits that make slots state a number of tests, where they do not agree with it.</summary>
    public static ImmutableArray<TextChange> State(IEnumerable<TestCountSlot> slots, int total) =>
    [
        .. slots
            .Where(slot => !slot.Count.Agrees(new TestCount(total, total)) && total >= slot.Beside)
            .Select(slot => new TextChange(slot.Span, (total - slot.Beside).ToString(CultureInfo.InvariantCulture))),
    ];
}

/// <summary>Reads how many tests there are from the canonical slots (catalogue 1.13): the row of the tests, the phrases of a report, front matter.</summary>
public static class TestCountReader
{
    /// <summary>Every slot in document order.</summary>
    public static IEnumerable<TestCountSlot> Read(BoundDocument document)
    {
        if (!document.Kind.HasRole(KindRoles.Verifies) && !document.Kind.HasRole(KindRoles.Reports))
        {
            return [];
        }

        return FromRow(document).Concat(FromFrontMatter(document)).Concat(FromItems(document))
            .DistinctBy(static slot => slot.Span.Start)
            .OrderBy(static slot => slot.Span.Start);
    }

    // Several rows about tests are suites or parts; which of them are all tests nobody says.
    private static IEnumerable<TestCountSlot> FromRow(BoundDocument document)
    {
        if (CheckReader.Rows(document).Where(static row => row.Check?.Slot == SlotIds.Tests).Take(2).ToList() is not [{ IsNamed: true } row])
        {
            yield break;
        }

        foreach (var cell in new[] { row.Table.Cell(row.Row, ColumnRoles.Evidence), row.Result, row.Table.Cell(row.Row, ColumnRoles.Notes) })
        {
            if (cell is not null && document.Definition.NumberSlots.TestCount(cell.Raw) is { } count)
            {
                yield return Slot(cell.ContentSpan, count);
                yield break;
            }
        }
    }

    private static IEnumerable<TestCountSlot> FromFrontMatter(BoundDocument document)
    {
        foreach (var field in document.Outline.Fields.TakeWhile(static field => field.Notation == FieldNotation.FrontMatter))
        {
            if (document.Definition.NumberSlots.Slots.TestKeys.Contains(field.Name) && int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var total))
            {
                yield return new TestCountSlot(new TestCount(total, total), field.ValueSpan, 0);
            }
        }
    }

    private static IEnumerable<TestCountSlot> FromItems(BoundDocument document) => SlotItems
        .Of(document, text => document.Definition.NumberSlots.TestCount(text)?.Number)
        .Select(entry => Slot(entry.Item.ContentSpan, document.Definition.NumberSlots.TestCount(entry.Item.Raw)!.Value));

    private static TestCountSlot Slot(TextSpan content, TestCountToken token) =>
        new(token.Count, new TextSpan(content.Start + token.Number.Start, token.Number.Length), token.Count.Ran - (int)token.Number.Value);
}
