using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Reporting;

/// <summary>FW709: a percentage that does not follow from the numbers beside it.</summary>
public sealed class PercentageMismatchRule() : DocumentRule(new RuleDescriptor("FW709", "percentage-mismatch", Severity.Error, FixSafety.Safe, "0.1"))
{
    // Rounding up and down are both usual.
    private const double Tolerance = 1;

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        if (context.Document.IsTemplate)
        {
            return;
        }

        foreach (var (share, start) in ShareLines.In(context.Document))
        {
            if (share.Percent is { } percent && share.Whole > 0)
            {
                Compare(context, $"{share.Part}/{share.Whole}", share.Value, percent, start);
            }
        }

        var counts = StatedCountReader.Read(context.Document).ToList();
        if (counts.Find(static count => count.Role == FieldRoles.Total) is not { Value: > 0 } total)
        {
            return;
        }

        foreach (var count in counts.Where(static count => count.Role is FieldRoles.Implemented or FieldRoles.Descoped or FieldRoles.Outstanding))
        {
            if (NumberSlotMatcher.Percentage(count.Field.Field.Value) is { } percent && !count.Field.Field.Value.Contains('/', StringComparison.Ordinal))
            {
                Compare(context, $"{count.Value} of {total.Value}", 100.0 * count.Value / total.Value, percent, count.Field.Field.ValueSpan.Start);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not double computed)
        {
            return [];
        }

        var span = context.Finding.LocalSpan;
        var written = context.Bound.Outline.Text.Substring(span.Start, span.Length);
        var corrected = PercentWriter.Computed(written, computed);
        return [new Fix($"Write {corrected}", FixSafety.Safe, [new TextChange(span, corrected)]) { IsPreferred = true }];
    }

    private static void Compare(DocumentRuleContext context, string numbers, double computed, NumberToken percent, int start)
    {
        if (Math.Abs(computed - percent.Value) > Tolerance)
        {
            context.Report(
                new TextSpan(start + percent.Start, percent.Length),
                $"{numbers} is {PercentWriter.Write(Math.Round(computed, 1))} %, not {PercentWriter.Write(percent.Value)} %. Whoever reads only one of the two is misled; correct the percentage.",
                data: computed);
        }
    }
}
