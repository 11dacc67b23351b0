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
                if (Retired(context, name) is { } retired)
                {
                    var use = retired.Replacements.Count == 0 ? "another one" : string.Join(" or ", retired.Replacements.Select(static replacement => $"\"{replacement}\""));
                    new NamedService(name, []).Report(
                        context,
                        document,
                        $"Context \"{retired.Context}\" is deprecated{(retired.Reason.Length > 0 ? $" ({retired.Reason})" : "")}; use {use}.",
                        new Replacing(name.Name, retired));
                }
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is Replacing(var name, var retired)
        ?
        [
            .. retired.Replacements.Select(replacement =>
                ServiceRenaming.Fix(context.Bound, name, replacement + name[retired.Context.Length..], isPreferred: retired.Replacements.Count == 1)),
        ]
        : [];

    // What the project's registries say goes before the convention (decisions 26).
    private static RetiredContext? Retired(DeliveryRuleContext context, ServiceName name)
    {
        foreach (var retired in context.Names.Retired)
        {
            // "property" is not "property_management"; a context of several words is taken apart unless the convention knows it.
            if (name.Name.StartsWith(retired.Context + "_", StringComparison.Ordinal) && (name.Context == retired.Context || retired.Context.Contains('_', StringComparison.Ordinal)))
            {
                return retired;
            }
        }

        return name.Parts.Length > 1 && context.Compiled.ServiceNames.Convention.Contexts.FirstOrDefault(entry => entry.Id == name.Context) is { State: ContextState.Deprecated } deprecated
            ? new RetiredContext(deprecated.Id, deprecated.Note, new(deprecated.Replacements))
            : null;
    }

    private sealed record Replacing(string Name, RetiredContext Context);
}
