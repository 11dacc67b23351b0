using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>Runs the document rules on a bound document.</summary>
internal static class DocumentRuleRunner
{
    /// <summary>Runs all document rules.</summary>
    public static void Run(BoundDocument document, ImmutableArray<Finding>.Builder findings, AnalysisTimes? times, CancellationToken cancellationToken) =>
        Run(document, RuleCatalog.DocumentRules, findings, times, cancellationToken);

    /// <summary>Runs some rules.</summary>
    public static void Run(BoundDocument document, IEnumerable<DocumentRule> rules, ImmutableArray<Finding>.Builder findings, AnalysisTimes? times, CancellationToken cancellationToken)
    {
        foreach (var rule in rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((document.IsReference && !rule.Descriptor.AppliesToReferenceMaterial) || !document.Definition.RuleApplies(rule.Descriptor.Id, document.Kind))
            {
                continue;
            }

            var start = findings.Count;
            var clock = times?.Start() ?? 0;
            try
            {
                rule.Check(new DocumentRuleContext(rule.Descriptor, document, findings, cancellationToken));
                Soften(document, findings, start);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One broken rule must not take the others down: it becomes a finding of its own.
                findings.Count = start;
                findings.Add(EngineRules.Failure(rule.Descriptor, exception, document.ToSource.ToSource(document.TitleAnchor)) with { Part = document.Part });
            }

            times?.AddRule(rule.Descriptor, clock);
        }
    }

    private static void Soften(BoundDocument document, ImmutableArray<Finding>.Builder findings, int start)
    {
        for (var index = start; index < findings.Count; index++)
        {
            var finding = findings[index];
            var severity = SeveritySoftening.For(finding.Rule, finding.Severity, document.State, document.IsEmbedded);
            findings[index] = severity == finding.Severity ? finding : finding with { Severity = severity };
        }
    }
}
