using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>The documents of the delivery that a document belongs to, bound, in the order of the workflow.</summary>
internal sealed class DeliveryDocuments
{
    private readonly Workspace _workspace;
    private readonly ImmutableArray<BoundDocument> _documents;

    private DeliveryDocuments(Workspace workspace, ImmutableArray<BoundDocument> documents, ImmutableArray<BoundDocument> decisions)
    {
        (_workspace, _documents, Decisions) = (workspace, documents, decisions);
    }

    /// <summary>Records of decisions beside the delivery.</summary>
    public ImmutableArray<BoundDocument> Decisions { get; }

    /// <summary>The documents of the delivery in the order of the workflow.</summary>
    public ImmutableArray<BoundDocument> All => _documents;

    /// <summary>The documents of the delivery that a path belongs to, or would belong to.</summary>
    public static DeliveryDocuments Around(WorkspaceAnalysis analysis, string path, CancellationToken cancellationToken)
    {
        var workspace = analysis.Workspace;
        var root = PathResolver.DeliveryRoot(workspace.Definition, path) ?? "";
        var members = analysis.DeliveryOf(path)?.Documents.Where(static facts => !facts.IsEmbedded).Select(static facts => facts.Path) ?? [path];
        var documents = members.Distinct(StringComparer.Ordinal)
            .Select(member => workspace.Documents.GetValueOrDefault(member)?.GetBound(cancellationToken).Host)
            .OfType<BoundDocument>()
            .ToImmutableArray();
        var decisions = workspace.Documents
            .Where(pair => pair.Key.StartsWith(root, StringComparison.Ordinal) && (PathResolver.DeliveryRoot(workspace.Definition, pair.Key) ?? root) == root)
            .Select(pair => pair.Value.GetAnalysis(cancellationToken).Parts is [{ Facts: var facts }, ..] && workspace.Definition.Kind(facts.Kind)?.HasRole(KindRoles.Decides) == true ? pair.Value.GetBound(cancellationToken).Host : null)
            .OfType<BoundDocument>()
            .OrderBy(static document => document.Path, StringComparer.Ordinal)
            .ToImmutableArray();
        return new DeliveryDocuments(workspace, documents, decisions);
    }

    /// <summary>The documents whose kind comes before a kind in the order of the workflow.</summary>
    public IReadOnlyList<BoundDocument> Before(DocumentKind kind)
    {
        var order = _workspace.Definition.Kinds.IndexOf(kind);
        return [.. _documents.Where(document => _workspace.Definition.Kinds.IndexOf(document.Kind) < order)];
    }

    /// <summary>The document of a kind; null when the delivery has none.</summary>
    public BoundDocument? Of(DocumentKind kind) => _documents.FirstOrDefault(document => document.Kind == kind);

    /// <summary>What a new document shares with the documents before it; the later ones are right.</summary>
    public static ScaffoldFacts Facts(IReadOnlyList<BoundDocument> documents)
    {
        var facts = documents.Select(static document => FactCollector.Collect(document).Facts).ToList();
        var title = facts.Select(static fact => ProjectReader.WrittenProject(fact.Title)).LastOrDefault(static project => project.Length > 0, "");
        return new ScaffoldFacts(
            title,
            facts.Select(static fact => fact.RequestId.Length > 0 ? fact.RequestId : fact.FeatureId).LastOrDefault(static id => id.Length > 0, ""),
            facts.Select(static fact => fact.Level).LastOrDefault(static level => level is not null),
            facts.Select(static fact => fact.Modules).LastOrDefault(static modules => modules is not null),
            facts.Exists(static fact => fact.IsExtended));
    }
}
