using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW620: a demanded check that was skipped without an approved deviation.</summary>
public sealed class MandatoryCheckSkippedRule() : DocumentRule(new RuleDescriptor("FW620", "mandatory-check-skipped", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Info })
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;

        // In a report that is ready the skipped check is what FW702 speaks of.
        if (document.IsTemplate || IsReady(context))
        {
            return;
        }

        foreach (var check in DemandedCheck.In(document).Where(static check => check.Result == StatusClasses.Skipped))
        {
            context.Report(
                check.Row.Result!.ContentSpan,
                $"\"{check.Row.Name}\" was skipped. The workflow executes every check; run it, or record a deviation with the name of who approved it.",
                check.IsOptional ? Severity.Info : null);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var pending = context.Bound.Definition.Definition.Vocabulary(VocabularyIds.CheckResult).Canonical(StatusClasses.Pending);
        return DemandedCheck.In(context.Bound).FirstOrDefault(check => check.Row.Row.Span.Contains(context.Finding.LocalSpan)) is { Row.Result: { } cell } && pending.Length > 0
            ? [new Fix($"Set the result to {pending}", FixSafety.Unsafe, [TableRowWriter.Fill(cell, pending)])]
            : [];
    }

    private static bool IsReady(DocumentRuleContext context) => context.Document.Fields.Any(field =>
        field.Definition.ValueKind == ValueKinds.ReportStatus && context.Definition.Status(VocabularyIds.ReportStatus).Classify(field.Value) == StatusClasses.Pass);
}
