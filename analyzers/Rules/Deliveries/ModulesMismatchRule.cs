using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Deliveries;

/// <summary>FW802: documents of one delivery with different optional modules.</summary>
public sealed class ModulesMismatchRule() : WorkspaceRule(new RuleDescriptor("FW802", "modules-mismatch", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        DocumentFacts? reference = null;
        foreach (var document in context.Documents.Where(static facts => facts.Modules is not null && !facts.IsTemplate))
        {
            if (reference is null)
            {
                reference = document;
                continue;
            }

            // What a declared module cannot do without may be added without a word, and left out where the earlier document spelled it out;
            // other modules may be added with a note that says why.
            var modules = context.Definition.Modules;
            var added = document.ModulesAreExplained ? [] : document.Modules!.Except(modules.Closure(reference.Modules!)).ToList();
            var removed = reference.Modules!.Except(modules.Closure(document.Modules!)).ToList();
            if (added.Count + removed.Count == 0)
            {
                continue;
            }

            var name = context.KindOf(document)!.Name;
            var source = context.KindOf(reference)!.Name;
            var difference = string.Join("; ", new[] { Names("added", modules, added), Names("left out", modules, removed) }.Where(static part => part.Length > 0));
            context.Report(
                document,
                FactKey.Modules,
                $"{name} has other modules than the {source}: {difference}. Phases, services and time follow the modules, so all documents of a delivery declare the same ones.",
                data: new Declared(reference.Modules!.Value),
                related: (new FactAnchor(reference, FactKey.Modules), $"the modules of the {source}"));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not Declared declared || context.Bound.Field(FieldRoles.Modules) is not { Field: { Value.Length: > 0 } field })
        {
            return [];
        }

        var modules = context.Bound.Definition.Definition.Modules;
        var written = declared.Modules.Count == 0
            ? modules.NoneWords.FirstOrDefault() ?? ""
            : string.Join(", ", modules.Items.Where(module => declared.Modules.Contains(module.Id)).Select(static module => module.Name));
        return written.Length == 0 ? [] : [new Fix($"Change the modules to {written}", FixSafety.Unsafe, [new TextChange(field.ValueSpan, written)]) { IsPreferred = true }];
    }

    private static string Names(string what, ModuleVocabulary modules, List<string> ids) =>
        ids.Count == 0 ? "" : $"{what} {string.Join(", ", ids.Select(id => modules.Items.First(module => module.Id == id).Name))}";

    private sealed record Declared(EquatableArray<string> Modules);
}
