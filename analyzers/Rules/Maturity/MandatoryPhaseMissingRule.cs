using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW214: a plan without one of the phases that run at every level.</summary>
public sealed class MandatoryPhaseMissingRule() : DocumentRule(new RuleDescriptor("FW214", "mandatory-phase-missing", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Warning })
{
    // A plan for a change in a running project has steps of its own; one that names two phases of the workflow follows it.
    private const int FewestNamed = 2;

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        foreach (var phase in Missing(context.Document))
        {
            context.Report(
                context.Document.TitleAnchor,
                $"The mandatory phase \"{phase.Name}\" is missing. It runs at every level; without it the plan ends with {(phase.Success.Length > 0 ? $"nobody having shown \"{phase.Success}\"" : "a part of the work undone")}. Add the phase.",
                data: phase.Number);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) =>
        context.Finding.Data is int number
        && Missing(context.Bound).FirstOrDefault(phase => phase.Number == number) is { } missing
        && PhaseInsertion.Insert(context.Bound, missing) is { } edit
            ? [new Fix($"Insert the phase \"{missing.Name}\"", FixSafety.Unsafe, [edit]) { IsPreferred = true }]
            : [];

    private static IEnumerable<Phase> Missing(BoundDocument document)
    {
        if (document.IsTemplate || document.HasElision)
        {
            return [];
        }

        var phases = PlanPhaseReader.Read(document);
        return phases.Where(static phase => phase is { IsNamed: true, Phase: not null }).Select(static phase => phase.Phase!.Number).Distinct().Count() < FewestNamed
            ? []
            : document.Definition.Definition.Phases.Where(phase => phase.When == Condition.Always && phases.All(present => present.Phase != phase));
    }
}
