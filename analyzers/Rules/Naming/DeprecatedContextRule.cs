using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>FW315: a service name with a context that is not to be used any more.</summary>
public sealed class DeprecatedContextRule() : WorkspaceRule(new RuleDescriptor("FW315", "deprecated-context", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var names = context.Compiled.ServiceNames;
        var listed = names.Convention.Contexts.SelectMany(static entry => entry.Services).Concat(context.Names.Registered).ToHashSet(StringComparer.Ordinal);
        foreach (var document in context.Documents.Where(static facts => !facts.IsTemplate))
        {
            foreach (var name in document.Services.Where(name => !listed.Contains(name)).Select(names.Parse))
            {
                if (name.Parts.Length > 1 && names.Convention.Contexts.FirstOrDefault(entry => entry.Id == name.Context) is { State: ContextState.Deprecated } deprecated)
                {
                    var use = string.Join(" or ", deprecated.Replacements.Select(static replacement => $"\"{replacement}\""));
                    new NamedService(name, []).Report(
                        context,
                        document,
                        $"Context \"{name.Context}\" is deprecated{(deprecated.Note.Length > 0 ? $" ({deprecated.Note})" : "")}; use {use}.");
                }
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) =>
        context.Finding.Data is ServiceName name && context.Bound.Definition.Definition.Naming.Contexts.FirstOrDefault(entry => entry.Id == name.Context) is { } deprecated
            ?
            [
                .. deprecated.Replacements.Select(replacement =>
                    ServiceRenaming.Fix(context.Bound, name.Name, string.Join('_', name.Parts.RemoveAt(0).Insert(0, replacement)), isPreferred: deprecated.Replacements.Length == 1)),
            ]
            : [];
}
