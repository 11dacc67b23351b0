using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>Applies a document's configuration and suppressions to its findings, and reports suppressions that are wrong or useless.</summary>
internal static class FindingFilter
{
    public static ImmutableArray<Finding> Apply(Document document, IEnumerable<Finding> findings, ImmutableArray<Suppression> suppressions)
    {
        var scope = document.Configuration;
        var severities = scope.Severities.For(scope.Relative(document.Path));
        var kept = ImmutableArray.CreateBuilder<Finding>();
        var used = new bool[suppressions.Length];
        foreach (var finding in findings)
        {
            var suppressed = false;
            for (var index = 0; index < suppressions.Length; index++)
            {
                if (suppressions[index].Covers(finding))
                {
                    suppressed = used[index] = true;
                }
            }

            if (!suppressed)
            {
                Add(kept, finding, severities);
            }
        }

        for (var index = 0; index < suppressions.Length; index++)
        {
            foreach (var finding in Complaints(suppressions[index], used[index]))
            {
                Add(kept, finding, severities);
            }
        }

        kept.Sort(Finding.Compare);
        return kept.DrainToImmutable();
    }

    private static IEnumerable<Finding> Complaints(Suppression suppression, bool isUsed)
    {
        foreach (var (name, span) in suppression.Unknown)
        {
            var rule = EngineRules.UnknownSuppression;
            yield return new Finding(rule, rule.Severity, $"\"{name}\" is no rule or directive; `framework-lsp rules` lists the rules.", span) { LocalSpan = span };
        }

        if (!isUsed && suppression.Unknown.IsEmpty)
        {
            var rule = EngineRules.UnusedSuppression;
            yield return new Finding(rule, rule.Severity, "This suppression suppresses nothing; remove it.", suppression.Span) { LocalSpan = suppression.Span };
        }
    }

    // A configured severity replaces the rule's own; an example inside another document stays one step below it.
    private static void Add(ImmutableArray<Finding>.Builder kept, Finding finding, ImmutableDictionary<string, Severity?> severities)
    {
        if (!severities.TryGetValue(finding.Rule.Id, out var configured))
        {
            kept.Add(finding);
        }
        else if (configured is { } severity)
        {
            kept.Add(finding with { Severity = finding.Part > 0 && severity > Severity.Hint ? severity - 1 : severity });
        }
    }
}
