using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>FW513: a requirement that is mapped to a phase the plan does not have.</summary>
public sealed class RtmUnknownPhaseRule() : WorkspaceRule(new RuleDescriptor("FW513", "rtm-unknown-phase", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        // A matrix in a file of its own is held against the plans of its delivery; without one nothing is known.
        var plans = context.Delivery.Documents.Where(static facts => facts.Phases.Count > 0 && !facts.IsTemplate).ToList();
        var phases = plans.SelectMany(static facts => facts.Phases).ToList();
        if (phases.Count == 0 || plans.Exists(static facts => facts.HasElision))
        {
            return;
        }

        foreach (var document in context.Documents.Where(static facts => !facts.IsTemplate))
        {
            foreach (var trace in document.Traces.Where(static trace => trace.Phase is { Length: > 0 }).DistinctBy(static trace => (trace.Id, trace.Table, trace.Scope)))
            {
                if (Unknown(context, trace.Phase!, phases) is { } name)
                {
                    context.Report(
                        document,
                        FactKey.Trace(trace.Id, trace.Table, trace.Scope),
                        $"{trace.Id} is mapped to {name}, which the plan does not contain, so nobody will build it. Name one of its phases.",
                        related: (new FactAnchor(plans[0], FactKey.Phase(0)), "the plan's phases begin here"));
                }
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var trace = RequirementReader.Traces(context.Bound).FirstOrDefault(trace => trace.Span == context.Finding.LocalSpan);
        return trace.Table?.Cell(trace.Row, ColumnRoles.Phase) is { } cell && PhaseGuess.For(context.Bound, trace.Fact.Id) is { Length: > 0 } phase
            ? [new Fix($"Map {trace.Fact.Id} to {phase}", FixSafety.Unsafe, [TableRowWriter.Fill(cell, phase)])]
            : [];
    }

    // The first number of a cell that no phase carries, as written. Cells that name a phase in words are not judged.
    private static string? Unknown(DeliveryRuleContext context, string cell, List<PhaseFact> phases)
    {
        var definition = context.Definition;
        var text = Words.Fold(cell);
        if (phases.Exists(phase => IsNamed(text, phase)) || definition.Phases.Any(phase => Words.IndexOfPhrase(text, Words.Fold(phase.Name)) >= 0))
        {
            return null;
        }

        foreach (var number in PhaseNumbers.In(cell))
        {
            var known = number.Contains('.', StringComparison.Ordinal)
                ? definition.Phases.FirstOrDefault(phase => phase.SubStage == number) is not { } stage || phases.Exists(phase => phase.Number == stage.Number)
                : phases.Exists(phase => phase.OwnNumber?.ToString(CultureInfo.InvariantCulture) == number || phase.Number?.ToString(CultureInfo.InvariantCulture) == number);
            if (!known)
            {
                return cell.Any(char.IsLetter) && PhaseNumbers.In(cell).Count == 1 ? cell.Trim() : "phase " + number;
            }
        }

        return null;
    }

    // "Business logic" for the phase "Phase 3: Business Logic": the words behind the number.
    private static bool IsNamed(string folded, PhaseFact phase)
    {
        var title = Words.Fold(phase.Title);
        var start = title.AsSpan().IndexOfAny(":–—");
        var words = start < 0 ? title : title[(start + 1)..].Trim();
        return words.Length > 3 && Words.IndexOfPhrase(folded, words) >= 0;
    }
}
