using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Navigation;

/// <summary>The project that a delivery belongs to, by the root whose folder of services it shares.</summary>
internal sealed class ServiceProject
{
    private readonly FrameworkDefinition _definition;
    private readonly HashSet<string> _roots;
    private readonly List<string> _registries;

    /// <summary>The project of a delivery; of a registry that stands in no artefact folder, all projects around it.</summary>
    public ServiceProject(FrameworkDefinition definition, IReadOnlyList<DocumentFacts> delivery)
    {
        _definition = definition;
        _roots = delivery.Select(facts => PathResolver.DeliveryRoot(definition, facts.Path)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _registries = [.. delivery.Where(facts => IsAuthority(definition, facts) && PathResolver.DeliveryRoot(definition, facts.Path) is null).Select(static facts => facts.Path)];
    }

    /// <summary>Whether the kind of a document registers or decides names for the whole project.</summary>
    public static bool IsAuthority(FrameworkDefinition definition, DocumentFacts facts) =>
        definition.Kind(facts.Kind) is { } kind && (kind.HasRole(KindRoles.RegistersNames) || kind.HasRole(KindRoles.DecidesNames));

    /// <summary>Whether a document of another delivery speaks of the same services.</summary>
    public bool Includes(DocumentFacts facts)
    {
        if (PathResolver.DeliveryRoot(_definition, facts.Path) is { } root)
        {
            return _roots.Contains(root) || _registries.Exists(registry => registry.StartsWith(root, StringComparison.Ordinal));
        }

        return IsAuthority(_definition, facts)
            ? _roots.Count == 0 || _roots.Any(known => facts.Path.StartsWith(known, StringComparison.Ordinal))
            : _registries.Count > 0;
    }
}
