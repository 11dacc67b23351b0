using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>Runs the workspace rules on a delivery.</summary>
internal static class WorkspaceRuleRunner
{
    /// <summary>Runs all workspace rules; also says how many ran.</summary>
    public static (ImmutableArray<FactFinding> Findings, int Runs) Run(Delivery delivery, Workspace workspace, ProjectNames names, AnalysisTimes? times, CancellationToken cancellationToken) =>
        Run(delivery, workspace, names, RuleCatalog.WorkspaceRules, times, cancellationToken);

    /// <summary>Runs some rules.</summary>
    public static (ImmutableArray<FactFinding> Findings, int Runs) Run(Delivery delivery, Workspace workspace, ProjectNames names, IEnumerable<WorkspaceRule> rules, AnalysisTimes? times, CancellationToken cancellationToken)
    {
        var definition = workspace.Configurations.For(delivery.Documents[0].Path).Definition;
        var findings = ImmutableArray.CreateBuilder<FactFinding>();
        var runs = 0;
        foreach (var rule in rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            runs++;
            var start = findings.Count;
            var clock = times?.Start() ?? 0;
            try
            {
                rule.Check(new DeliveryRuleContext(rule.Descriptor, delivery, workspace, names, definition, findings, cancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                findings.Count = start;
                var failure = EngineRules.Failure(rule.Descriptor, exception, default);
                findings.Add(new FactFinding(failure.Rule, failure.Severity, failure.Message, new FactAnchor(delivery.Documents[0], FactKey.Title)));
            }

            times?.AddRule(rule.Descriptor, clock);
        }

        return (findings.DrainToImmutable(), runs);
    }
}
