using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW216: a requested module that no phase or task of the plan builds.</summary>
public sealed class ModuleWithoutPhaseRule() : DocumentRule(new RuleDescriptor("FW216", "module-without-phase", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    private static readonly ConditionalWeakTable<OptionalModule, PhraseSet> Words = [];

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || document.HasElision || ModuleReader.Find(document) is not { } answer)
        {
            return;
        }

        var phases = PlanPhaseReader.Read(document);
        if (phases.Count == 0)
        {
            return;
        }

        foreach (var module in context.Definition.Definition.Modules.Items.Where(module => answer.Reading.Modules.Contains(module.Id)))
        {
            var own = context.Definition.Definition.Phases.FirstOrDefault(phase => phase.When.Module == module.Id);
            if (own is not null ? phases.All(phase => phase.Phase != own) && !IsNamed(document, module, answer.Field.Field.Span) : !IsNamed(document, module, answer.Field.Field.Span))
            {
                context.Report(
                    answer.Field.Place,
                    own is null
                        ? $"No task names the requested module {module.Name}, so nobody will set it up. Add a task{(module.Phase is { } number && context.Definition.Definition.Phases.FirstOrDefault(phase => phase.Number == number) is { } home ? $" to the phase \"{home.Name}\"" : "")}."
                        : $"The requested module {module.Name} has no phase, so it would not be built. Add the phase \"{own.Name}\".",
                    own is null ? Severity.Warning : null,
                    module.Id);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) =>
        context.Finding.Data is string module
        && context.Bound.Definition.Definition.Phases.FirstOrDefault(phase => phase.When.Module == module) is { } phase
        && PhaseInsertion.Insert(context.Bound, phase) is { } edit
            ? [new Fix($"Insert the phase \"{phase.Name}\"", FixSafety.Unsafe, [edit]) { IsPreferred = true }]
            : [];

    // In any phase or work plan: what a task is called is everybody's own affair.
    private static bool IsNamed(BoundDocument document, OptionalModule module, TextSpan declaration)
    {
        var words = Words.GetValue(module, static module => new PhraseSet(module.Keywords.Append(module.Name).Concat(module.Aliases)));
        var text = document.Outline.Text;
        return document.Sections.Where(static section => section.Definition.Role == SectionRoles.Phases).Select(static section => section.Section.Span)
            .Concat(document.Tables.Where(static table => table.Columns.ContainsKey(ColumnRoles.Tasks)).Select(static table => table.Table.Span))
            .Any(span => !span.Contains(declaration) && words.OccursIn(text.Substring(span.Start, span.Length)));
    }
}
