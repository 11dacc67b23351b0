using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>FW516: a requirement that is done, with nothing to show for it.</summary>
public sealed class DoneWithoutEvidenceRule() : DocumentRule(new RuleDescriptor("FW516", "done-without-evidence", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        if (context.Document.IsTemplate)
        {
            return;
        }

        foreach (var trace in Done(context.Document))
        {
            var cell = trace.Table.Cell(trace.Row, ColumnRoles.Evidence);
            context.Report(
                cell is { ContentSpan.IsEmpty: false } ? cell.ContentSpan : trace.Span,
                $"{trace.Fact.Id} is done but has no evidence. Done counts only with the place in the code that shows it; name file and line, or set the status back.",
                data: trace.Fact.Id);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var progress = context.Bound.Definition.Definition.Vocabulary(VocabularyIds.Requirement).Canonical(StatusClasses.InProgress);
        return context.Finding.Data is string id && Done(context.Bound).FirstOrDefault(trace => trace.Fact.Id == id) is { Table: not null } done && done.Table.Cell(done.Row, ColumnRoles.Status) is { } status
            ? [new Fix($"Set the status of {id} to {progress}", FixSafety.Unsafe, [TableRowWriter.Fill(status, progress)])]
            : [];
    }

    private static IEnumerable<(TraceFact Fact, Microsoft.CodeAnalysis.Text.TextSpan Span, BoundTable Table, Markdown.TableRow Row)> Done(BoundDocument document) => RequirementReader
        .Traces(document)
        .Where(static trace => trace.Fact is { Status: StatusClasses.Pass, HasEvidence: false })
        .DistinctBy(static trace => trace.Row.Span.Start);
}
