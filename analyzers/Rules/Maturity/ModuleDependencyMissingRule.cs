using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW224: a declared module without the modules that it cannot do without.</summary>
public sealed class ModuleDependencyMissingRule() : DocumentRule(new RuleDescriptor("FW224", "module-dependency-missing", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    private static readonly ConditionalWeakTable<OptionalModule, PhraseSet> Words = [];

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || ModuleReader.Find(document) is not { } answer)
        {
            return;
        }

        foreach (var (module, missing) in Missing(context.Definition.Definition.Modules, answer.Reading.Modules))
        {
            // The base form of the documents asks for the module alone; and a broker listed under infrastructure will be there.
            var names = string.Join(", ", missing.Select(static other => other.Name));
            context.Report(
                answer.Field.Place,
                $"{module.Name} also needs {names}. Without {(missing.Count == 1 ? "it" : "them")} the module cannot be generated; declare {(missing.Count == 1 ? "it" : "them")} as well.",
                document.IsExtended && !missing.TrueForAll(other => IsListed(document, other)) ? null : Severity.Info,
                module.Id);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not string id || ModuleReader.Find(context.Bound) is not { } answer)
        {
            return [];
        }

        var (module, missing) = Missing(context.Bound.Definition.Definition.Modules, answer.Reading.Modules).FirstOrDefault(entry => entry.Module.Id == id);
        var note = context.Parameter("note") is [var form, ..] ? form.Replace("{module}", module?.Name, StringComparison.Ordinal) : "";
        return module is not null && ModuleListWriter.Add(context.Bound, missing.Select(static other => other.Id), note) is { } edit
            ? [new Fix($"Declare {string.Join(", ", missing.Select(static other => other.Name))} as well", FixSafety.Unsafe, [edit]) { IsPreferred = true }]
            : [];
    }

    // By root: what another declared module brings is said there.
    private static IEnumerable<(OptionalModule Module, List<OptionalModule> Missing)> Missing(ModuleVocabulary modules, ImmutableArray<string> declared)
    {
        var said = declared.ToHashSet(StringComparer.Ordinal);
        var roots = modules.Items.Where(module => declared.Contains(module.Id)).OrderBy(module => modules.Items.Any(other => declared.Contains(other.Id) && other.Requires.Contains(module.Id)) ? 1 : 0);
        foreach (var module in roots)
        {
            var required = modules.Requirements(module.Id);
            var missing = modules.Items.Where(other => required.Contains(other.Id) && said.Add(other.Id)).ToList();
            if (missing.Count > 0)
            {
                yield return (module, missing);
            }
        }
    }

    private static bool IsListed(BoundDocument document, OptionalModule module)
    {
        var words = Words.GetValue(module, static module => new PhraseSet(module.Keywords.Append(module.Name)));
        return document.Fields.Any(field => field.Definition.ValueKind == ValueKinds.Infrastructure && words.OccursIn(field.Value));
    }
}
