using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Reporting;

/// <summary>FW707: a subtotal that is not what the matrix above it holds.</summary>
public sealed class MatrixSubtotalMismatchRule() : DocumentRule(new RuleDescriptor("FW707", "matrix-subtotal-mismatch", Severity.Error, FixSafety.Safe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        if (context.Document.IsTemplate || context.Document.HasElision)
        {
            return;
        }

        foreach (var subtotal in new MatrixSubtotals(context.Document, context.Parameter("labels")).Read())
        {
            if (subtotal.Feature.Fits(subtotal.Share) || (subtotal.Own.All > 0 && subtotal.Own.Fits(subtotal.Share)))
            {
                continue;
            }

            var actual = subtotal.Own.All > 0 ? subtotal.Own : subtotal.Feature;
            var done = actual.Done ?? Math.Min(subtotal.Share.Part, actual.All);
            context.Report(
                new TextSpan(subtotal.Start + subtotal.Share.Start, subtotal.Share.Length),
                $"{subtotal.Label} states {subtotal.Share.Part}/{subtotal.Share.Whole}, the table has {done}/{actual.All}. The subtotal is what people read; count again, or mend the rows.",
                data: (done, actual.All));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not (int done, int all)
            || new MatrixSubtotals(context.Bound, context.Parameter("labels")).Read().FirstOrDefault(entry => entry.Start + entry.Share.Start == context.Finding.LocalSpan.Start) is not { } subtotal)
        {
            return [];
        }

        var edits = ImmutableArray.CreateBuilder<TextChange>();
        edits.Add(new TextChange(context.Finding.LocalSpan, string.Create(CultureInfo.InvariantCulture, $"{done}/{all}")));
        if (subtotal.Share.Percent is { } percent && all > 0)
        {
            var span = new TextSpan(subtotal.Start + percent.Start, percent.Length);
            edits.Add(new TextChange(span, PercentWriter.Computed(context.Bound.Outline.Text.Substring(span.Start, span.Length), 100.0 * done / all)));
        }

        return [new Fix($"Write {done}/{all}", FixSafety.Safe, edits.ToImmutable()) { IsPreferred = true }];
    }
}
