using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>FW022: a table without a column that it must have.</summary>
public sealed class MissingColumnRule() : DocumentRule(new RuleDescriptor("FW022", "missing-column", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Warning })
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        if (context.Document.HasElision)
        {
            return;
        }

        foreach (var lack in MissingColumns.In(context.Document))
        {
            var columns = lack.Columns.RemoveAll(entry => context.IsCovered(entry.Column.Role));
            if (!columns.IsEmpty)
            {
                // Columns that identify a row or hold its result are what other rules read; the rest is for people.
                context.Report(
                    lack.Table.Table.Header.Span,
                    $"The table \"{lack.Table.Definition.Name}\" has no {Names(columns.Select(static entry => entry.Column.Name))}. Add {(columns.Length == 1 ? "it" : "them")}, or rename the column that is meant.",
                    columns.Any(static entry => entry.Column.IsKey && entry.Demand == Demand.Required) ? null : Severity.Warning,
                    string.Join(' ', columns.Select(static entry => entry.Column.Role)));
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var roles = ((string?)context.Finding.Data ?? "").Split(' ');
        if (MissingColumns.In(context.Bound).FirstOrDefault(entry => entry.Table.Table.Header.Span == context.Finding.LocalSpan) is not { } lack)
        {
            return [];
        }

        var columns = lack.Columns.Select(static entry => entry.Column).Where(column => roles.Contains(column.Role)).ToList();
        var changes = TableInsertion.InsertColumns(context.Bound, lack.Table, columns);
        return changes.IsEmpty ? [] : [new Fix($"Insert the {Names(columns.Select(column => TableInsertion.NameIn(lack.Table, column)))}", FixSafety.Unsafe, changes) { IsPreferred = true }];
    }

    private static string Names(IEnumerable<string> names)
    {
        var quoted = names.Select(static name => $"\"{name}\"").ToList();
        return (quoted.Count == 1 ? "column " : "columns ") + string.Join(", ", quoted);
    }
}
