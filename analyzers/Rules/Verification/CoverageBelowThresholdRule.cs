using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW610: coverage below the threshold of the level, and passed all the same.</summary>
public sealed class CoverageBelowThresholdRule() : WorkspaceRule(new RuleDescriptor("FW610", "coverage-below-threshold", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var levelOfDelivery = context.Delivery.Documents.FirstOrDefault(static facts => facts.Level is not null)?.Level;
        foreach (var document in context.Documents.Where(facts => facts.Coverage.Count > 0 && !IsAdmitted(context.Definition, facts)))
        {
            if ((document.Level ?? levelOfDelivery) is not { } number)
            {
                ReportUnknown(context, document);
            }
            else if (context.Definition.Level(number) is { } level && Passed(document).Where(slot => document.Coverage[slot].Value < level.CoverageThreshold).ToList() is [var first, .. var others])
            {
                context.Report(
                    document,
                    FactKey.Coverage(first),
                    $"Coverage {Percent(document.Coverage[first].Value)} is below the {Percent(level.CoverageThreshold)} that level {level.Display} requires, and yet it passed. Add tests, or record the result as failed or as an approved deviation.",
                    related: [.. others.Select(slot => (new FactAnchor(document, FactKey.Coverage(slot)), $"also {Percent(document.Coverage[slot].Value)}"))]);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        var definition = document.Definition.Definition;
        var failed = definition.Vocabulary(VocabularyIds.CheckResult).Canonical(StatusClasses.Fail);
        var results = document.Definition.Status(VocabularyIds.CheckResult);
        var rows = CheckReader.Rows(document)
            .Where(row => row.Check?.Slot is SlotIds.Coverage or SlotIds.CoverageThreshold && row.Result is not null && results.Classify(row.Result.Raw) == StatusClasses.Pass)
            .ToList();
        if (rows.Count > 0)
        {
            var edits = rows.Select(row => TableRowWriter.Fill(row.Result!, WithNumber(failed, row.Result!)));
            return [new Fix($"Set the result to {failed}", FixSafety.Unsafe, [.. edits])];
        }

        var status = document.Fields.FirstOrDefault(static field => field.Definition.ValueKind is ValueKinds.ReportStatus or ValueKinds.OverallResult);
        if (status is null || status.Field.Value.Length == 0)
        {
            return [];
        }

        var vocabulary = status.Definition.ValueKind == ValueKinds.ReportStatus ? VocabularyIds.ReportStatus : VocabularyIds.OverallResult;
        var blocked = definition.Vocabulary(vocabulary).Canonical(StatusClasses.Fail);
        return [new Fix($"Set the status to {blocked}", FixSafety.Unsafe, [new TextChange(status.Field.ValueSpan, blocked)])];
    }

    // Without a level nobody can tell, but the numbers may help whoever reads the document.
    private static void ReportUnknown(DeliveryRuleContext context, DocumentFacts document)
    {
        var highest = context.Definition.Levels.Select(static level => level.CoverageThreshold).DefaultIfEmpty().Max();
        foreach (var slot in Passed(document).Where(slot => document.Coverage[slot].Value < highest).Take(1))
        {
            var thresholds = string.Join(", ", context.Definition.Levels.Select(static level => $"level {level.Number}: {Percent(level.CoverageThreshold)}"));
            context.Report(
                document,
                FactKey.Coverage(slot),
                $"Coverage {Percent(document.Coverage[slot].Value)} cannot be compared with a threshold, since no document of the delivery states the level ({thresholds}). State the maturity level.",
                Severity.Info);
        }
    }

    // The verdict of the row decides; a number without one stands or falls with the document.
    private static IEnumerable<int> Passed(DocumentFacts document)
    {
        var overall = document.OverallResult ?? document.ReportStatus ?? document.Recommendation;
        return Enumerable.Range(0, document.Coverage.Count).Where(slot => (document.Coverage[slot].Result ?? overall) == StatusClasses.Pass);
    }

    // A failed coverage or threshold row tells the truth, an approved deviation is known to all.
    private static bool IsAdmitted(FrameworkDefinition definition, DocumentFacts document)
    {
        var checks = definition.Checks.Where(static check => check.Slot is SlotIds.Coverage or SlotIds.CoverageThreshold).Select(static check => check.Id).ToList();
        return document.IsTemplate
            || document.Deviations.Any(checks.Contains)
            || document.Checks.Any(check => checks.Contains(check.Id) && check.Result == StatusClasses.Fail);
    }

    private static string WithNumber(string failed, TableCell result) =>
        Documents.Values.NumberSlotMatcher.Percentage(result.Raw) is { } number ? $"{failed} {result.Raw.Substring(number.Start, number.Length)}" : failed;

    private static string Percent(double value) => PercentWriter.Write(value) + " %";
}
