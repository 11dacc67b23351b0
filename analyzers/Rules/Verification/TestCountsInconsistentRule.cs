using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Facts;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW617: different numbers of tests in one document.</summary>
public sealed class TestCountsInconsistentRule() : DocumentRule(new RuleDescriptor("FW617", "test-counts-inconsistent", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var slots = TestCountReader.Read(document).ToList();
        if (document.IsTemplate || slots.Find(slot => slot.Total != slots[0].Total) is not { } other)
        {
            return;
        }

        var first = slots[0];
        context.Report(
            other.Span,
            $"{other.Total} tests here, {first.Total} at line {document.LineOf(first.Span.Start)}. One run has one number of tests; state it in both places.",
            data: (first.Total, other.Total),
            related: (first.Span, $"{first.Total} tests here"));
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is not (int first, int other)
        ? []
        :
        [
            .. new[] { first, other }.Select(total => new Fix(
                $"State {total.ToString(CultureInfo.InvariantCulture)} tests everywhere",
                FixSafety.Unsafe,
                [.. TestCountReader.Read(context.Bound).Where(slot => slot.Total != total).Select(slot => new TextChange(slot.Span, total.ToString(CultureInfo.InvariantCulture)))])),
        ];
}
