using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Deliveries;

/// <summary>FW806: a report with another number of tests than the verification it reports on.</summary>
public sealed class TestCountMismatchRule() : WorkspaceRule(new RuleDescriptor("FW806", "test-count-mismatch", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var verified = Of(context, KindRoles.Verifies).SelectMany(static facts => facts.Tests.Select((count, slot) => (Facts: facts, Slot: slot, Count: count))).ToList();
        if (verified.Count == 0)
        {
            return;
        }

        var reference = verified[0];
        foreach (var report in Of(context, KindRoles.Reports))
        {
            // Whether the verification agrees with itself is another rule's business: any of its numbers will do.
            var wrong = Enumerable.Range(0, report.Tests.Count).Where(slot => verified.TrueForAll(entry => !entry.Count.Agrees(report.Tests[slot]))).ToList();
            if (wrong is not [var first, .. var others])
            {
                continue;
            }

            var name = context.KindOf(report)!.Name;
            var source = context.KindOf(reference.Facts)!.Name;
            context.Report(
                report,
                FactKey.Tests(first),
                $"{name} says {report.Tests[first].Ran} tests, {source} says {reference.Count.Ran}. The report repeats what was verified; correct one of the two.",
                data: reference.Count.Ran,
                related:
                [
                    (new FactAnchor(reference.Facts, FactKey.Tests(reference.Slot)), $"{source} says {reference.Count.Ran} tests"),
                    .. others.Select(slot => (new FactAnchor(report, FactKey.Tests(slot)), $"{report.Tests[slot].Ran} tests here as well")),
                ]);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is int total
        ?
        [
            new Fix(
                $"State {total.ToString(CultureInfo.InvariantCulture)} tests, as verified",
                FixSafety.Unsafe,
                TestCountSlot.State(TestCountReader.Read(context.Bound), total))
            {
                IsPreferred = true,
            },
        ]
        : [];

    private static IEnumerable<DocumentFacts> Of(DeliveryRuleContext context, string role) =>
        context.Documents.Where(facts => !facts.IsTemplate && context.KindOf(facts)!.HasRole(role) && facts.Tests.Count > 0);
}
