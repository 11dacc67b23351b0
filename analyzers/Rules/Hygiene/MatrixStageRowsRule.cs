using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>FW905: a navigation matrix whose rows are not the stages.</summary>
public sealed class MatrixStageRowsRule() : DocumentRule(new RuleDescriptor("FW905", "matrix-stage-rows", Severity.Error, FixSafety.Unsafe, "0.1") { AppliesToReferenceMaterial = true })
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var rows = NavigationReader.Rows(context.Document).ToList();
        if (rows.Count == 0 || context.Document.HasElision)
        {
            return;
        }

        var stages = Stages(context.Definition.Definition);
        var missing = Missing(context.Document, rows);
        if (missing.Count > 0)
        {
            context.Report(
                rows[0].Table.Table.Header.Span,
                $"Navigation matrix: {(missing.Count == 1 ? "stage" : "stages")} {string.Join(", ", missing.Select(static row => row.Stage))} {(missing.Count == 1 ? "has" : "have")} no row, so nobody reads anything there. Add {(missing.Count == 1 ? "it" : "them")}.",
                data: missing[0].Stage);
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var last = -1;
        foreach (var row in rows)
        {
            var place = stages.IndexOf(Base(row.Stage));
            if (place < 0)
            {
                context.Report(row.StageCell.ContentSpan, $"Navigation matrix: \"{row.StageCell.Text}\" is no stage of the workflow; choose one of {string.Join(", ", stages)}.");
            }
            else if (!seen.Add(row.Stage))
            {
                context.Report(row.StageCell.ContentSpan, $"Navigation matrix: stage {row.Stage} has a second row; which of the two counts nobody can tell. Join them.");
            }
            else if (place < last)
            {
                context.Report(row.StageCell.ContentSpan, $"Navigation matrix: stage {row.Stage} stands behind a later one. Put the rows in the order of the stages.", Severity.Warning);
            }

            last = Math.Max(last, place);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var rows = NavigationReader.Rows(context.Bound).ToList();
        if (context.Finding.Data is not string || rows.Count == 0 || Missing(context.Bound, rows) is not { Count: > 0 } missing)
        {
            return [];
        }

        var stages = Stages(context.Bound.Definition.Definition);
        var table = rows[0].Table;
        var writer = new TableRowWriter(context.Bound.Outline, table.Table);
        var edits = missing
            .GroupBy(row => rows.LastOrDefault(other => other.Table == table && stages.IndexOf(Base(other.Stage)) is var place and >= 0 && place < stages.IndexOf(row.Stage))?.Row)
            .Select(group => writer.Insert(group.Key, group.Select(row => Cells(table, row))));
        return [new Fix(missing.Count == 1 ? $"Insert the row of stage {missing[0].Stage}" : $"Insert {missing.Count} rows", FixSafety.Unsafe, [.. edits.OrderBy(static edit => edit.Span.Start)]) { IsPreferred = true }];
    }

    private static List<NavigationRow> Missing(BoundDocument document, List<MatrixRow> rows) =>
        [.. document.Definition.Definition.Navigation.Rows.Where(row => !rows.Exists(other => Base(other.Stage) == row.Stage))];

    private static List<string> Stages(FrameworkDefinition definition) => [.. definition.Navigation.Rows.Select(static row => row.Stage)];

    // "4.1b" is a part of 4.1.
    private static string Base(string stage) => stage.TrimEnd('a', 'b', 'c', 'd', 'e', 'f');

    private static Dictionary<int, string> Cells(BoundTable table, NavigationRow row)
    {
        var cells = new Dictionary<int, string>();
        foreach (var (role, column) in table.Columns)
        {
            var own = table.Definition.Columns.FirstOrDefault(candidate => candidate.Role == role);
            cells[column] = role switch
            {
                ColumnRoles.Stage => $"**{row.Stage}**",
                ColumnRoles.Phase => row.Phase,
                ColumnRoles.Reads => Code(row.Reads),
                ColumnRoles.Tools => Code(row.Tools),
                ColumnRoles.Generates => string.Join("<br>", row.Generates),
                ColumnRoles.Success => row.Success,
                _ => "-",
            };
            if (cells[column].Length == 0)
            {
                cells[column] = own is null ? "" : "-";
            }
        }

        return cells;
    }

    private static string Code(ImmutableArray<string> paths) => string.Join("<br>", paths.Select(static path => $"`{path}`"));
}
