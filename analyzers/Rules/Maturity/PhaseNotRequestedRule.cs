using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW215: a phase for a module that nobody asked for.</summary>
public sealed class PhaseNotRequestedRule() : WorkspaceRule(new RuleDescriptor("FW215", "phase-not-requested", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var vocabulary = context.Definition.Modules;
        foreach (var plan in context.Documents.Where(static facts => !facts.IsTemplate))
        {
            var source = plan.Modules is not null ? plan : context.Delivery.Documents.FirstOrDefault(static facts => facts.Modules is not null);
            if (source?.Modules is not { } declared)
            {
                continue;
            }

            var closure = vocabulary.Closure(declared);
            for (var ordinal = 0; ordinal < plan.Phases.Count; ordinal++)
            {
                // A number alone may be the plan's own: "Phase 4: Integration".
                if (plan.Phases[ordinal] is { IsNamed: true, Number: { } number } fact
                    && context.Definition.Phases.FirstOrDefault(phase => phase.Number == number) is { When.Module: { } module }
                    && !closure.Contains(module))
                {
                    var name = vocabulary.Items.First(item => item.Id == module).Name;
                    context.Report(
                        plan,
                        FactKey.Phase(ordinal),
                        $"The phase \"{fact.Title}\" needs the module {name}, which was not requested ({(declared.Count == 0 ? "no module is declared" : "declared: " + string.Join(", ", declared.Select(id => vocabulary.Items.First(item => item.Id == id).Name)))}). Declare the module, or leave the phase out.",
                        data: module,
                        related: (new FactAnchor(source, FactKey.Modules), "the declared modules"));
                }
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not string module)
        {
            return [];
        }

        var fixes = ImmutableArray.CreateBuilder<Fix>();
        var name = context.Bound.Definition.Definition.Modules.Items.First(item => item.Id == module).Name;
        if (ModuleListWriter.Add(context.Bound, [module]) is { } edit)
        {
            fixes.Add(new Fix($"Declare the module {name}", FixSafety.Unsafe, [edit]));
        }

        if (PlanPhaseReader.Read(context.Bound).FirstOrDefault(phase => phase.Span == context.Finding.LocalSpan) is { Section.Section: var section })
        {
            fixes.Add(new Fix("Remove the phase", FixSafety.Unsafe, [new TextChange(section.Span, "")]));
        }

        return fixes.ToImmutable();
    }
}
