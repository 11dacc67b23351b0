using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW612: a comparison of two percentages that is wrong, or a verdict that it does not bear out.</summary>
public sealed class ThresholdVerdictWrongRule() : DocumentRule(new RuleDescriptor("FW612", "threshold-verdict-wrong", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var results = document.Definition.Status(VocabularyIds.CheckResult);
        var rows = CheckReader.Rows(document).ToDictionary(static row => row.Row.Span.Start);
        foreach (var table in document.Outline.Tables)
        {
            foreach (var row in table.Rows)
            {
                var check = rows.GetValueOrDefault(row.Span.Start);
                foreach (var cell in row.Cells.Where(static cell => Compares(cell.Raw)))
                {
                    var verdict = check is null ? results.Classify(cell.Raw) : check.Result is null ? null : results.Classify(check.Result.Raw);
                    Report(context, cell.Raw, cell.ContentSpan.Start, verdict, check);
                }
            }
        }

        foreach (var item in document.Outline.ListItems.Where(static item => Compares(item.Raw)))
        {
            Report(context, item.Raw, item.ContentSpan.Start, results.Classify(item.Raw), null);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        if (context.Finding.Data is Verdict { MayTurn: true } && CheckReader.Rows(document).FirstOrDefault(row => row.Row.Span.Contains(context.Finding.LocalSpan)) is { Result: { } cell })
        {
            var opposite = document.Definition.Status(VocabularyIds.CheckResult).Classify(cell.Raw) == StatusClasses.Fail ? StatusClasses.Pass : StatusClasses.Fail;
            var canonical = document.Definition.Definition.Vocabulary(VocabularyIds.CheckResult).Canonical(opposite);
            return [new Fix($"Set the result to {canonical}", FixSafety.Unsafe, [TableRowWriter.Fill(cell, canonical)])];
        }

        return [];
    }

    // Nearly no text does, and finding that out costs less than finding its verdict.
    private static bool Compares(string text) => text.Contains('%', StringComparison.Ordinal);

    private static void Report(DocumentRuleContext context, string text, int offset, string? verdict, CheckRow? row)
    {
        foreach (var comparison in NumberSlotMatcher.Comparisons(text))
        {
            // Only coverage is the better the higher it is; of a load or an error rate the opposite holds.
            var isCoverage = row?.Slot is SlotIds.Coverage or SlotIds.CoverageThreshold;

            // A failed check states what did not hold: "78 % ≥ 80 %" of coverage, either sign of anything else.
            var isWrong = !comparison.IsTrue && !(verdict == StatusClasses.Fail && (comparison.ClaimsGreater || !isCoverage));
            var isContradicted = comparison.IsTrue
                && isCoverage
                && verdict == (comparison.ClaimsGreater ? StatusClasses.Fail : StatusClasses.Pass);
            if (isWrong || isContradicted)
            {
                var stated = $"{PercentWriter.Write(comparison.Left.Value)} % {comparison.Sign} {PercentWriter.Write(comparison.Right.Value)} %";
                context.Report(
                    TextSpan.FromBounds(offset + comparison.Left.Start, offset + comparison.Right.End),
                    isWrong
                        ? $"{stated} is false. Whoever reads the verdict relies on the comparison; correct the numbers or the verdict."
                        : $"{stated} is true, but the result is {row!.Result!.Text.Trim()}. Correct the numbers or the verdict.",
                    data: new Verdict(!isWrong || comparison.ClaimsGreater || !isCoverage));
                return;
            }
        }
    }

    // Whether the other verdict mends the finding: "74 % < 70 %" of coverage stays false with either.
    private sealed record Verdict(bool MayTurn);
}
