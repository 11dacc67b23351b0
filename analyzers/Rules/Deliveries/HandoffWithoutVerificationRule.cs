using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Deliveries;

/// <summary>FW814: a report that is ready although the verification did not pass.</summary>
public sealed class HandoffWithoutVerificationRule() : WorkspaceRule(new RuleDescriptor("FW814", "handoff-without-verification", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        // Several verifications are repetitions: one that passed is enough.
        var verifications = context.Delivery.WithRole(KindRoles.Verifies, context.Definition).Where(static facts => !facts.IsTemplate && !facts.HasElision).ToList();
        if (verifications.Count == 0 || !verifications.TrueForAll(IsOpen))
        {
            return;
        }

        var verification = verifications[^1];
        var name = context.KindOf(verification)!.Name;
        foreach (var report in context.Documents.Where(static facts => facts.ReportStatus == StatusClasses.Pass && !facts.IsTemplate))
        {
            context.Report(
                report,
                FactKey.Status,
                (verification.OverallResult is null ? $"The {name} states no overall result" : $"The {name} is \"{verification.StatusText}\"")
                    + ", so the report cannot be ready. The hand-off starts when the verification passed; finish it, or take the status back.",
                related: (new FactAnchor(verification, FactKey.Status), $"the result of the {name}"));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var blocked = context.Bound.Definition.Definition.Vocabulary(VocabularyIds.ReportStatus).Canonical(StatusClasses.Fail);
        return context.Bound.Fields.FirstOrDefault(static field => field.Definition.ValueKind == ValueKinds.ReportStatus && field.Field.Value.Length > 0) is { } status
            ? [new Fix($"Set the status to {blocked}", FixSafety.Unsafe, [new TextChange(status.Field.ValueSpan, blocked)]) { IsPreferred = true }]
            : [];
    }

    // Conditions and approved deviations are how a verification passes with known faults (C-23). A result that speaks of both ("passed, one
    // optional check failed") is one, though nobody can tell which.
    private static bool IsOpen(DocumentFacts verification) =>
        (verification.OverallResult is null && verification.StatusText.Length == 0)
        || verification.OverallResult is StatusClasses.Pending or StatusClasses.InProgress or StatusClasses.Draft
        || (verification.OverallResult == StatusClasses.Fail && verification.Deviations.Count == 0);
}
