using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Reporting;

/// <summary>FW702: a report that is ready although a check did not pass.</summary>
public sealed class ReadyWithFailedCheckRule() : WorkspaceRule(new RuleDescriptor("FW702", "ready-with-failed-check", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var deviations = context.Delivery.Documents.SelectMany(static facts => facts.Deviations).ToHashSet(StringComparer.Ordinal);
        var level = context.Delivery.Documents.FirstOrDefault(static facts => facts.Level is not null)?.Level;
        var later = context.Parameter("later");
        var verifications = context.Delivery.WithRole(KindRoles.Verifies, context.Definition).Where(static facts => !facts.IsTemplate).ToList();
        foreach (var report in context.Documents.Where(static facts => IsReady(facts) && !facts.IsTemplate))
        {
            var own = Open(context.Definition, report, report.Level ?? level, deviations);
            own.RemoveAll(entry => entry.Check.Result != StatusClasses.Fail && later.Any(step => Words.IndexOfPhrase(Words.Fold(entry.Check.Name), Words.Fold(step)) >= 0));
            var all = own.Concat(verifications.SelectMany(facts => Open(context.Definition, facts, facts.Level ?? level, deviations))).ToList();
            if (all.Count == 0)
            {
                continue;
            }

            // The failed row stands below the status, so it is the later of the two lines that contradict each other.
            var anchor = own.Count > 0 ? own[0].Key : report.ReportStatus == StatusClasses.Pass ? FactKey.Status : FactKey.Recommendation;
            var names = string.Join(", ", all.Select(static entry => entry.Check.Name).Distinct(StringComparer.OrdinalIgnoreCase));
            context.Report(
                report,
                anchor,
                $"The report is ready, but {names} did not pass. A hand-off starts when every check passed; mend and repeat the check, record an approved deviation, or take the status back.",
                related:
                [
                    (new FactAnchor(report, report.ReportStatus == StatusClasses.Pass ? FactKey.Status : FactKey.Recommendation), "ready here"),
                    .. all.Where(entry => entry.Facts != report || entry.Key != anchor).Select(static entry => (new FactAnchor(entry.Facts, entry.Key), $"{entry.Check.Name} did not pass")),
                ]);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var edits = ImmutableArray.CreateBuilder<TextChange>();
        var titles = new List<string>();
        foreach (var field in context.Bound.Fields.Where(static field => field.Field.Value.Length > 0).DistinctBy(static field => field.Definition.ValueKind))
        {
            var vocabulary = field.Definition.ValueKind switch
            {
                ValueKinds.ReportStatus => VocabularyIds.ReportStatus,
                ValueKinds.Recommendation => VocabularyIds.Recommendation,
                _ => null,
            };
            if (vocabulary is not null && context.Bound.Definition.Status(vocabulary).Classify(field.Value) == StatusClasses.Pass)
            {
                var refused = context.Bound.Definition.Definition.Vocabulary(vocabulary).Canonical(StatusClasses.Fail);
                edits.Add(new TextChange(field.Field.ValueSpan, refused));
                titles.Add($"{field.Definition.Name} to {refused}");
            }
        }

        return edits.Count == 0 ? [] : [new Fix($"Set {string.Join(" and ", titles)}", FixSafety.Unsafe, edits.ToImmutable())];
    }

    private static bool IsReady(DocumentFacts report) =>
        report.ReportStatus == StatusClasses.Pass
        || (report.Recommendation == StatusClasses.Pass && report.ReportStatus is null or StatusClasses.Pending or StatusClasses.InProgress);

    // Checks that failed or are not finished; skipped ones only where the workflow demands them.
    private static List<(DocumentFacts Facts, FactKey Key, CheckFact Check)> Open(FrameworkDefinition definition, DocumentFacts facts, int? level, HashSet<string> deviations)
    {
        var open = new List<(DocumentFacts Facts, FactKey Key, CheckFact Check)>();
        for (var ordinal = 0; ordinal < facts.Checks.Count; ordinal++)
        {
            var fact = facts.Checks[ordinal];
            var check = definition.Checks.FirstOrDefault(candidate => candidate.Id == fact.Id);
            var isOpen = fact.Result switch
            {
                StatusClasses.Fail or StatusClasses.Pending or StatusClasses.InProgress => true,
                StatusClasses.Skipped => fact.IsNamed && check is not null && IsDemanded(check, level),
                _ => false,
            };

            // A row about a whole category is excused when one of its checks is; which ones it holds, it does not say.
            if (isOpen && !fact.IsOptional && !(check is null ? deviations.Count > 0 : deviations.Contains(check.Id)))
            {
                open.Add((facts, FactKey.Check(ordinal), fact));
            }
        }

        return open;
    }

    private static bool IsDemanded(VerificationCheck check, int? level) =>
        check.IsMandatory && SeverityName.Parse(check.SeverityAt(level)) > Severity.Info;
}
