using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Reporting;

/// <summary>FW708: a coverage summary whose numbers do not add up.</summary>
public sealed class OverallSummaryArithmeticRule() : DocumentRule(new RuleDescriptor("FW708", "overall-summary-arithmetic", Severity.Error, FixSafety.Safe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var counts = StatedCountReader.Read(document).ToDictionary(static count => count.Role, StringComparer.Ordinal);
        if (document.IsTemplate || document.HasElision || !counts.TryGetValue(FieldRoles.Total, out var total))
        {
            return;
        }

        // Ids are what the numbers are counted from, so they decide where the document has them.
        var listed = new RequirementTally(RequirementReader.Traces(document).Where(static trace => trace.Table.Definition.Role == TableRoles.CoverageMatrix).Select(static trace => trace.Fact.Id), document.Definition.RequirementIds);
        if (listed.Total > 0 && !listed.IsTotal(total.Value))
        {
            context.Report(
                total.Span,
                $"The total is {total.Value}, but the matrix lists {listed.Total} {(listed.Total == 1 ? "id" : "ids")}. The share that is implemented is computed from this number; count again, or add the rows that are missing.",
                data: listed.Total);
        }
        else if (total.Parts.Sum(static part => part.Value) is var parts && total.Parts.Length > 1 && parts != total.Value)
        {
            context.Report(
                total.Span,
                $"{string.Join(" + ", total.Parts.Select(static part => part.Value))} is {parts}, not {total.Value}. The share that is implemented is computed from this number; correct it.",
                data: parts);
        }
        else if (States(counts) is { } states && states.Sum() is var sum && sum != total.Value)
        {
            // Which of the summands is wrong nobody can tell, only that the total follows from them where no matrix says otherwise.
            context.Report(
                total.Span,
                $"{string.Join(" + ", states)} is {sum}, not {total.Value}. Every requirement is implemented, descoped or outstanding; find the one that is counted twice or not at all.",
                data: listed.Total > 0 ? null : sum);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is int sum
        ? [new Fix($"Write {sum}", FixSafety.Safe, [new TextChange(context.Finding.LocalSpan, sum.ToString(CultureInfo.InvariantCulture))]) { IsPreferred = true }]
        : [];

    // The descoped ones may be left out when there are none.
    private static List<int>? States(Dictionary<string, StatedCount> counts) =>
        counts.ContainsKey(FieldRoles.Implemented) && counts.ContainsKey(FieldRoles.Outstanding)
            ? [.. new[] { FieldRoles.Implemented, FieldRoles.Descoped, FieldRoles.Outstanding }.Where(counts.ContainsKey).Select(role => counts[role].Value)]
            : null;
}
