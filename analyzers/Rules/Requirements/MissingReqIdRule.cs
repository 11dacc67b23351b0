using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>FW501: a requirement without an id.</summary>
public sealed class MissingReqIdRule() : DocumentRule(new RuleDescriptor("FW501", "missing-req-id", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate)
        {
            return;
        }

        foreach (var table in document.Tables.Where(IsRequirementTable))
        {
            if (table.Columns.ContainsKey(ColumnRoles.RequirementId))
            {
                foreach (var row in RowsWithoutId(document, table))
                {
                    var name = Name(table, row)!;
                    context.Report(name.ContentSpan, $"Requirement \"{name.Text}\" has no {ColumnName(table)}. Plan, tests and report trace requirements by their ids; what has none gets lost. Give it the next free one.");
                }
            }
            else if (!HasIdsElsewhere(document, table) && (document.IsExtended || !document.IsEmbedded))
            {
                // The base form of the workflow knows no ids: there it is only a suggestion.
                context.Report(
                    table.Table.Header.Span,
                    $"The requirements of this table have no {ColumnName(table)}. Plan, tests and report trace requirements by their ids; add a first column with one per row.",
                    document.IsExtended ? Severity.Error : Severity.Hint);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        if (document.Tables.FirstOrDefault(table => table.Table.Span.Contains(context.Finding.LocalSpan)) is not { } table)
        {
            return [];
        }

        var numbering = new RequirementNumbering(context.Workspace, document);
        if (!table.Columns.ContainsKey(ColumnRoles.RequirementId))
        {
            var ids = numbering.For(table, table.Table.Rows.Length);
            var changes = new TableRowWriter(document.Outline, table.Table).InsertFirstColumn(ColumnName(table), ids);
            return [new Fix($"Number the rows from {ids[0]}", FixSafety.Unsafe, [.. changes]) { IsPreferred = document.IsExtended }];
        }

        var rows = RowsWithoutId(document, table).Where(row => table.Cell(row, ColumnRoles.RequirementId) is not null).ToList();
        var free = numbering.For(table, rows.Count);
        var edits = rows.Select((row, index) => TableRowWriter.Fill(table.Cell(row, ColumnRoles.RequirementId)!, free[index])).ToImmutableArray();
        var own = rows.FindIndex(row => row.Span.Contains(context.Finding.LocalSpan));
        if (own < 0)
        {
            return [];
        }

        var single = new Fix($"Give it the id {free[0]}", FixSafety.Unsafe, [TableRowWriter.Fill(table.Cell(rows[own], ColumnRoles.RequirementId)!, free[0])]) { IsPreferred = true };
        return rows.Count == 1 ? [single] : [single, new Fix("Number all rows of the table", FixSafety.Unsafe, edits)];
    }

    private static bool IsRequirementTable(BoundTable table) =>
        table.Definition.Role is TableRoles.Requirements or TableRoles.Traceability
        && table.Columns.ContainsKey(ColumnRoles.Feature)
        && table.Table.Header.Cells.Length > 2
        && !table.Table.Rows.IsEmpty;

    // A row with a single filled cell is a heading inside the table, one without a name says nothing yet.
    private static IEnumerable<TableRow> RowsWithoutId(BoundDocument document, BoundTable table) => table.Table.Rows.Where(row =>
        IsNothing(document, table.Text(row, ColumnRoles.RequirementId))
        && Name(table, row) is { } name
        && !IsNothing(document, name.Text)
        && row.Cells.Count(static cell => cell.Text.Length > 0) > 1);

    private static TableCell? Name(BoundTable table, TableRow row) => table.Cell(row, ColumnRoles.Feature);

    private static bool IsNothing(BoundDocument document, string text) => string.IsNullOrWhiteSpace(text) || document.Definition.Values.IsDash(text);

    // The ids stand under a header that the definition does not know: another rule speaks of the header.
    private static bool HasIdsElsewhere(BoundDocument document, BoundTable table) =>
        table.Table.Rows.Any(row => row.Cells.Any(cell => document.Definition.RequirementIds.Leading(cell.Raw) is not null));

    private static string ColumnName(BoundTable table) =>
        table.Definition.Columns.FirstOrDefault(static column => column.Role == ColumnRoles.RequirementId)?.Name ?? "id";
}
