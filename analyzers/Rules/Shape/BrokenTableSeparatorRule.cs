using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>FW025: a table that no renderer shows, because its delimiter row is broken.</summary>
public sealed class BrokenTableSeparatorRule() : DocumentRule(new RuleDescriptor("FW025", "broken-table-separator", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        foreach (var broken in BrokenTable.In(context.Document.Outline))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var problem = broken.FirstLine == broken.Delimiter ? $"does not fit the {broken.Columns} columns of the header" : "goes on behind a blank line";
            context.Report(
                broken.FirstLine,
                $"The delimiter row {problem}, so the table is shown as text and no rule can read it. Write one row of dashes with {broken.Columns} cells.");
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) =>
        BrokenTable.In(context.Bound.Outline).FirstOrDefault(table => table.FirstLine == context.Finding.LocalSpan) is { Columns: > 0 } broken
            ? [new Fix($"Write a delimiter row with {broken.Columns} cells", FixSafety.Unsafe, [new TextChange(broken.Delimiter, "|" + string.Concat(Enumerable.Repeat("---|", broken.Columns)))]) { IsPreferred = true }]
            : [];
}
