using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>FW509: a grand total that is not the sum of its parts.</summary>
public sealed class SummaryTotalMismatchRule() : DocumentRule(new RuleDescriptor("FW509", "summary-total-mismatch", Severity.Error, FixSafety.Safe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate
            || document.HasElision
            || StatedCountReader.Read(document).FirstOrDefault(static count => count.Role == FieldRoles.GrandTotal) is not { } total
            || SummaryCountMismatchRule.HasWrongParts(document))
        {
            return;
        }

        var tally = SummaryCountMismatchRule.Defined(document);
        var parts = Parts(document, total);
        if (parts.Count > 1 && parts.Sum() is var sum && sum != total.Value)
        {
            context.Report(
                total.Span,
                $"The total is {total.Value}, but its parts are {string.Join(" + ", parts)} = {sum}. Coverage is computed from this number; correct it.",
                data: sum);
        }
        else if (parts.Count <= 1 && tally.Total > 0 && !tally.IsTotal(total.Value))
        {
            context.Report(
                total.Span,
                $"The total is {total.Value}, but {tally.Total} {(tally.Total == 1 ? "id is" : "ids are")} defined. Coverage is computed from this number; correct it, or add the requirement that is missing.",
                data: tally.Total);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is int sum
        ? [new Fix($"Write {sum}", FixSafety.Safe, [new TextChange(context.Finding.LocalSpan, sum.ToString(CultureInfo.InvariantCulture))]) { IsPreferred = true }]
        : [];

    private static List<int> Parts(BoundDocument document, StatedCount total)
    {
        var roles = document.Definition.RequirementIds.Scheme.Prefixes.Select(static prefix => prefix.CountRole).ToList();
        return total.Parts.IsEmpty
            ? [.. StatedCountReader.Read(document).Where(count => count.Role.Length > 0 && roles.Contains(count.Role)).Select(static count => count.Value)]
            : [.. total.Parts.Select(static part => part.Value)];
    }
}
