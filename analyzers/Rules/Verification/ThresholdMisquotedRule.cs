using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW611: a coverage threshold that is not the one of its level.</summary>
public sealed class ThresholdMisquotedRule() : DocumentRule(new RuleDescriptor("FW611", "threshold-misquoted", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || !document.Outline.Text.Contains('%', StringComparison.Ordinal) && context.Parameter("threshold_options").All(option => !document.Outline.Text.Contains(option, StringComparison.Ordinal)))
        {
            return;
        }

        var severity = context.Parameter("errors_in").Contains(document.Kind.Id) ? Severity.Error : Severity.Warning;
        foreach (var quote in new ThresholdQuotes(context).Read().DistinctBy(static quote => quote.Span.Start))
        {
            var threshold = PercentWriter.Write(quote.Level.CoverageThreshold);
            context.Report(
                quote.Span,
                $"Level {quote.Level.Display} requires ≥ {threshold} % coverage, not {PercentWriter.Write(quote.Value)} %. A wrong bar lets the wrong build pass; state the level's threshold, or call the number the project's own target.",
                severity,
                quote.Level.CoverageThreshold);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is double threshold
        ? [new Fix($"State {PercentWriter.Write(threshold)}", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, Like(context, threshold))]) { IsPreferred = true }]
        : [];

    // The number keeps its percent sign, and an option has none.
    private static string Like(FixContext context, double threshold)
    {
        var written = context.Bound.Outline.Text.Substring(context.Finding.LocalSpan.Start, context.Finding.LocalSpan.Length);
        var end = written.Length;
        while (end > 0 && !char.IsAsciiDigit(written[end - 1]))
        {
            end--;
        }

        return PercentWriter.Write(threshold) + written[end..];
    }
}
