using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;

/// <summary>Sorts the rows of a table by requirement id; rows without one stay below, as they are.</summary>
internal static class SortRequirements
{
    public const string Id = "sortRequirements";

    /// <summary>Offered in a table with a column of ids.</summary>
    public static RefactoringOffer? Offer(RefactoringContext context)
    {
        if (CellPlace.Find(context.Place) is not { Table: { } table } || !table.Columns.ContainsKey(ColumnRoles.RequirementId) || table.Table.Rows.Length < 2)
        {
            return null;
        }

        return new RefactoringOffer(
            Id,
            "Sort the requirements by id",
            RefactoringKind.Rewrite,
            Sorted(context.Document, table).SequenceEqual(table.Table.Rows) ? "The rows are in order already." : null);
    }

    /// <summary>Puts each row's text to the place that its id gives it; what stands around the rows stays.</summary>
    public static RefactoringResult Make(RefactoringContext context)
    {
        var table = CellPlace.Find(context.Place)!.Table;
        return context.Change(table.Table.Rows
            .Zip(Sorted(context.Document, table), (place, row) => (place, row))
            .Where(static pair => !ReferenceEquals(pair.place, pair.row))
            .Select(pair => new TextChange(pair.place.Span, context.Place.TextOf(pair.row.Span))));
    }

    private static List<TableRow> Sorted(BoundDocument document, BoundTable table)
    {
        var ids = document.Definition.RequirementIds;
        var order = ids.Scheme.Prefixes.Select(static prefix => prefix.Id + "-").ToList();
        return [.. table.Table.Rows
            .Select(row => (row, Id: ids.FindAll(table.Cell(row, ColumnRoles.RequirementId)?.Raw ?? "").Select(static token => token.Id).FirstOrDefault()))
            .Select(entry => (entry.row, entry.Id, Number: entry.Id is null ? null : RequirementNumber.Parse(entry.Id)))
            .OrderBy(static entry => entry.Number is null)
            .ThenBy(entry => entry.Number is { } number && order.IndexOf(number.Stem) is var index and >= 0 ? index : int.MaxValue)
            .ThenBy(static entry => entry.Number?.Stem, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Number?.Number)
            .ThenBy(static entry => SubNumber(entry.Id))
            .Select(static entry => entry.row)];
    }

    // "FR-001.10" comes behind "FR-001.9".
    private static int SubNumber(string? id) => id is not null && id.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 && int.TryParse(id.AsSpan(dot + 1), out var number) ? number : -1;
}
