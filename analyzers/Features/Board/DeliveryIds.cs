using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Board;

/// <summary>
/// Names deliveries for clients: by folder and request id, feature id or project, so that a name outlives edits and new documents. Where
/// that does not tell two apart, the first document does.
/// </summary>
public sealed class DeliveryIds
{
    private readonly Dictionary<Delivery, string> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Delivery> _deliveries = new(StringComparer.Ordinal);

    private DeliveryIds(WorkspaceAnalysis analysis)
    {
        foreach (var delivery in analysis.Deliveries.Where(delivery => IsShown(analysis.Workspace.Definition, delivery)))
        {
            var id = Name(analysis.Workspace.Definition, delivery);
            id = _deliveries.ContainsKey(id) ? $"{id}#{delivery.Documents[0].Path}" : id;
            _deliveries[id] = delivery;
            _ids[delivery] = id;
        }
    }

    /// <summary>The deliveries, sorted by id.</summary>
    public IEnumerable<(string Id, Delivery Delivery)> All => _deliveries.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (pair.Key, pair.Value));

    /// <summary>Names the deliveries of a workspace; examples in fences and documents beside the stages are none.</summary>
    public static DeliveryIds Of(WorkspaceAnalysis analysis) => new(analysis);

    /// <summary>The delivery with an id; null when there is none.</summary>
    public Delivery? Find(string id) => _deliveries.GetValueOrDefault(id);

    /// <summary>The id of the delivery that a document belongs to; null when it belongs to none.</summary>
    public string? IdOf(Delivery? delivery) => delivery is null ? null : _ids.GetValueOrDefault(delivery);

    /// <summary>The folder of a delivery's documents with a closing slash; empty for the workspace's root.</summary>
    public static string RootOf(FrameworkDefinition definition, Delivery delivery) =>
        PathResolver.DeliveryRoot(definition, delivery.Documents[0].Path) ?? PathResolver.Folder(delivery.Documents[0].Path);

    private static bool IsShown(FrameworkDefinition definition, Delivery delivery) => !delivery.IsEmbedded
        && delivery.Documents.Any(facts => !facts.IsTemplate && !facts.IsReference && definition.Kind(facts.Kind)?.HasRole(KindRoles.Delivers) == true);

    private static string Name(FrameworkDefinition definition, Delivery delivery)
    {
        var names = delivery.Documents.Select(static facts => facts.RequestId.Length > 0 ? facts.RequestId : facts.FeatureId)
            .Concat(delivery.Documents.Select(static facts => facts.Project));
        return RootOf(definition, delivery) + (names.FirstOrDefault(static name => name.Length > 0) ?? delivery.Documents[0].Path);
    }
}
