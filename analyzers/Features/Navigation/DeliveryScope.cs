using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Navigation;

/// <summary>How far a name means the same: a requirement within its delivery, a service within its project.</summary>
internal static class DeliveryScope
{
    /// <summary>The documents that are asked about a requirement: the delivery, or the examples of the same file.</summary>
    public static IReadOnlyList<DocumentFacts> OfRequirements(BoundDocument document, WorkspaceAnalysis analysis)
    {
        var delivery = document.IsEmbedded
            ? analysis.Deliveries.FirstOrDefault(delivery => delivery.Documents.Any(facts => facts.Path == document.Path && facts.Part == document.Part))
            : analysis.DeliveryOf(document.Path);
        return delivery?.Documents ?? [.. analysis.PartsOf(document.Path).Select(static part => part.Facts).Where(facts => facts.Part == document.Part)];
    }

    /// <summary>
    /// The documents that speak of the same services: the delivery, all others that share its root and so its folder of services, and the
    /// registries and naming decisions below that root. Asked from a registry, the documents of all roots above it. Examples keep to themselves.
    /// </summary>
    public static IReadOnlyList<DocumentFacts> OfServices(BoundDocument document, WorkspaceAnalysis analysis)
    {
        var delivery = OfRequirements(document, analysis);
        if (document.IsEmbedded)
        {
            return delivery;
        }

        var project = new ServiceProject(document.Definition.Definition, delivery);
        var known = delivery.Select(static facts => facts.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. delivery,
            .. analysis.Deliveries
                .SelectMany(static other => other.Documents)
                .Where(facts => !facts.IsEmbedded && !facts.IsTemplate && !facts.IsReference && !known.Contains(facts.Path) && project.Includes(facts)),
        ];
    }

    /// <summary>The document that facts were read from.</summary>
    public static BoundDocument Bind(WorkspaceAnalysis analysis, DocumentFacts facts, CancellationToken cancellationToken) =>
        analysis.Workspace.Documents[facts.Path].GetBound(cancellationToken).Parts[facts.Part];

    /// <summary>The stretches of a file's source text that belong to examples, which are documents of their own.</summary>
    public static IReadOnlyList<TextSpan> Examples(BoundFile file) =>
        [.. file.Parts.Where(static part => part.IsEmbedded).Select(static part => TextSpan.FromBounds(part.ToSource.ToSource(0), part.ToSource.ToSource(part.Outline.Text.Length)))];
}
