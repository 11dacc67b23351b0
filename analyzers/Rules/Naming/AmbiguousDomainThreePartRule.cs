using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>FW308: a name in default form whose domain does not say what the service does.</summary>
public sealed class AmbiguousDomainThreePartRule() : WorkspaceRule(new RuleDescriptor("FW308", "ambiguous-domain-three-part", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    private const int Examples = 3;

    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var convention = context.Definition.Naming;
        var registered = convention.Contexts.SelectMany(static entry => entry.Services).Concat(context.Names.Registered).ToHashSet(StringComparer.Ordinal);
        foreach (var document in context.Documents)
        {
            foreach (var service in NamedService.WithParts(context, document, convention.DefaultParts))
            {
                var name = service.Name;
                if (convention.AmbiguousDomains.TryGetValue(name.Domain, out var functions) && name.Domain != name.Context && !registered.Contains(name.Name))
                {
                    var names = context.Compiled.ServiceNames;
                    service.Report(
                        context,
                        document,
                        $"Domain \"{name.Domain}\" is ambiguous: \"{names.Display(name.Name)}\" does not tell what the service does. Add a function, for example {string.Join(", ", functions.Take(Examples).Select(function => $"\"{names.Display(WithFunction(name, function))}\""))}.");
                }
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) =>
        context.Finding.Data is ServiceName name && context.Bound.Definition.Definition.Naming.AmbiguousDomains.TryGetValue(name.Domain, out var functions)
            ? [.. functions.Select(function => ServiceRenaming.Fix(context.Bound, name.Name, WithFunction(name, function), isPreferred: false))]
            : [];

    private static string WithFunction(ServiceName name, string function) => $"{name.Context}_{name.Domain}_{function}_{name.Parts[^1]}";
}
