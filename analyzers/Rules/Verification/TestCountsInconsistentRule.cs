using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Facts;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW617: different numbers of tests in one document.</summary>
public sealed class TestCountsInconsistentRule() : DocumentRule(new RuleDescriptor("FW617", "test-counts-inconsistent", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var slots = TestCountReader.Read(document).ToList();
        if (document.IsTemplate || slots.Find(slot => !slot.Count.Agrees(slots[0].Count)) is not { } other)
        {
            return;
        }

        var first = slots[0];
        context.Report(
            other.Span,
            $"{other.Count.Ran} tests here, {first.Count.Ran} at line {document.LineOf(first.Span.Start)}. One run has one number of tests; state it in both places.",
            data: (first.Count.Ran, other.Count.Ran),
            related: (first.Span, $"{first.Count.Ran} tests here"));
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is not (int first, int other)
        ? []
        :
        [
            .. new[] { first, other }.Select(total => new Fix(
                $"State {total.ToString(CultureInfo.InvariantCulture)} tests everywhere",
                FixSafety.Unsafe,
                TestCountSlot.State(TestCountReader.Read(context.Bound), total))),
        ];
}
