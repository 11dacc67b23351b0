using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Deliveries;

/// <summary>FW806: a report with another number of tests than the verification it reports on.</summary>
public sealed class TestCountMismatchRule() : WorkspaceRule(new RuleDescriptor("FW806", "test-count-mismatch", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var verified = Of(context, KindRoles.Verifies).SelectMany(static facts => facts.Tests.Select((total, slot) => (Facts: facts, Slot: slot, Total: total))).ToList();
        if (verified.Count == 0)
        {
            return;
        }

        var reference = verified[0];
        foreach (var report in Of(context, KindRoles.Reports))
        {
            // Whether the verification agrees with itself is another rule's business: any of its numbers will do.
            var wrong = Enumerable.Range(0, report.Tests.Count).Where(slot => verified.TrueForAll(entry => entry.Total != report.Tests[slot])).ToList();
            if (wrong is not [var first, .. var others])
            {
                continue;
            }

            var name = context.KindOf(report)!.Name;
            var source = context.KindOf(reference.Facts)!.Name;
            context.Report(
                report,
                FactKey.Tests(first),
                $"{name} says {report.Tests[first]} tests, {source} says {reference.Total}. The report repeats what was verified; correct one of the two.",
                data: reference.Total,
                related:
                [
                    (new FactAnchor(reference.Facts, FactKey.Tests(reference.Slot)), $"{source} says {reference.Total} tests"),
                    .. others.Select(slot => (new FactAnchor(report, FactKey.Tests(slot)), $"{report.Tests[slot]} tests here as well")),
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
                [.. TestCountReader.Read(context.Bound).Where(slot => slot.Total != total).Select(slot => new TextChange(slot.Span, total.ToString(CultureInfo.InvariantCulture)))])
            {
                IsPreferred = true,
            },
        ]
        : [];

    private static IEnumerable<DocumentFacts> Of(DeliveryRuleContext context, string role) =>
        context.Documents.Where(facts => !facts.IsTemplate && context.KindOf(facts)!.HasRole(role) && facts.Tests.Count > 0);
}
