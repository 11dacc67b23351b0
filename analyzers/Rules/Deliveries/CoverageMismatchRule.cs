using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Deliveries;

/// <summary>FW807: a report with another coverage than the verification it reports on.</summary>
public sealed class CoverageMismatchRule() : WorkspaceRule(new RuleDescriptor("FW807", "coverage-mismatch", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var verified = Of(context, KindRoles.Verifies)
            .SelectMany(static facts => Enumerable.Range(0, facts.Coverage.Count).Select(slot => (Facts: facts, Slot: slot, facts.Coverage[slot].Value)))
            .ToList();
        if (verified.Count == 0)
        {
            return;
        }

        var tolerance = context.Definition.NumberSlots.CoverageTolerance;
        var reference = verified[0];
        foreach (var report in Of(context, KindRoles.Reports))
        {
            // Whether the verification agrees with itself is another rule's business: any of its numbers will do.
            var wrong = Enumerable.Range(0, report.Coverage.Count)
                .Where(slot => verified.TrueForAll(entry => Math.Abs(entry.Value - report.Coverage[slot].Value) > tolerance))
                .ToList();
            if (wrong is not [var first, .. var others])
            {
                continue;
            }

            var name = context.KindOf(report)!.Name;
            var source = context.KindOf(reference.Facts)!.Name;
            context.Report(
                report,
                FactKey.Coverage(first),
                $"{name} says {PercentWriter.Write(report.Coverage[first].Value)} % coverage, {source} says {PercentWriter.Write(reference.Value)} %. The report repeats what was verified; correct one of the two.",
                data: reference.Value,
                related:
                [
                    (new FactAnchor(reference.Facts, FactKey.Coverage(reference.Slot)), $"{source} says {PercentWriter.Write(reference.Value)} %"),
                    .. others.Select(slot => (new FactAnchor(report, FactKey.Coverage(slot)), $"{PercentWriter.Write(report.Coverage[slot].Value)} % here as well")),
                ]);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not double verified)
        {
            return [];
        }

        var text = context.Bound.Outline.Text;
        var tolerance = context.Bound.Definition.Definition.NumberSlots.CoverageTolerance;
        var edits = CoverageReader.Read(context.Bound)
            .Where(slot => Math.Abs(slot.Value - verified) > tolerance)
            .Select(slot => PercentWriter.Replace(text, slot, verified));
        return [new Fix($"State {PercentWriter.Write(verified)} %, as verified", FixSafety.Unsafe, [.. edits]) { IsPreferred = true }];
    }

    private static IEnumerable<DocumentFacts> Of(DeliveryRuleContext context, string role) =>
        context.Documents.Where(facts => !facts.IsTemplate && context.KindOf(facts)!.HasRole(role) && facts.Coverage.Count > 0);
}
