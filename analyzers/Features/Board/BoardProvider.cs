using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Board;

/// <summary>Sums up the deliveries of a workspace.</summary>
public static class BoardProvider
{
    /// <summary>The boards of all deliveries, sorted by id.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="findings">The findings of a document that count.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<DeliveryBoard> GetBoards(WorkspaceAnalysis analysis, Func<string, IEnumerable<Finding>> findings, CancellationToken cancellationToken = default)
    {
        var deliveries = DeliveryIds.Of(analysis).All.ToList();
        var companions = Companions(analysis, deliveries);
        var boards = ImmutableArray.CreateBuilder<DeliveryBoard>(deliveries.Count);
        foreach (var (id, delivery) in deliveries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            boards.Add(Board(analysis.Workspace.Definition, id, delivery, companions.GetValueOrDefault(id) ?? [], findings));
        }

        return boards.MoveToImmutable();
    }

    /// <summary>The stages of the delivery of a document, without counting findings; null when it belongs to none.</summary>
    public static DeliveryBoard? GetBoard(WorkspaceAnalysis analysis, string path)
    {
        var ids = DeliveryIds.Of(analysis);
        return analysis.DeliveryOf(path) is { } delivery && ids.IdOf(delivery) is { } id
            ? Board(analysis.Workspace.Definition, id, delivery, [], static _ => [])
            : null;
    }

    /// <summary>The name of a delivery for people.</summary>
    public static string TitleOf(Delivery delivery) =>
        delivery.Documents.Select(static facts => ProjectReader.WrittenProject(facts.Title))
            .Concat(delivery.Documents.Select(static facts => facts.Title))
            .FirstOrDefault(static title => title.Length > 0) ?? FileName(delivery.Documents[0].Path);

    private static DeliveryBoard Board(FrameworkDefinition definition, string id, Delivery delivery, IReadOnlyList<DocumentFacts> companions, Func<string, IEnumerable<Finding>> findings)
    {
        var documents = Documents(definition, delivery.Documents, companions, findings);
        var records = RequirementLedger.Of(definition, delivery.Documents);
        var ids = delivery.Documents.Select(static facts => facts.RequestId).Concat(delivery.Documents.Select(static facts => facts.FeatureId));
        var level = delivery.Documents.FirstOrDefault(static facts => facts.Level is not null)?.Level;
        var modules = delivery.Documents.FirstOrDefault(static facts => facts.Modules is not null)?.Modules ?? [];
        return new DeliveryBoard(
            id,
            TitleOf(delivery),
            ids.FirstOrDefault(static id => id.Length > 0),
            DeliveryIds.RootOf(definition, delivery),
            level is { } number ? definition.Level(number) : null,
            [.. modules.Select(definition.Module).OfType<OptionalModule>()],
            new StageReader(definition, documents, records).Read(),
            RequirementLedger.Totals(records),
            documents.DistinctBy(static document => document.Path).Aggregate(default(FindingCounts), static (sum, document) => sum + document.Findings));
    }

    private static ImmutableArray<BoardDocument> Documents(
        FrameworkDefinition definition,
        ImmutableArray<DocumentFacts> delivery,
        IReadOnlyList<DocumentFacts> companions,
        Func<string, IEnumerable<Finding>> findings)
    {
        var excluded = delivery.SelectMany(static facts => facts.Traces)
            .Where(static trace => trace.Table == TableRoles.Descoped || trace.Status == StatusClasses.Descoped)
            .Select(static trace => trace.Id)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. delivery.Select((facts, index) => Document(definition, facts, Staleness.Of(definition, delivery, index, excluded), findings)).OfType<BoardDocument>(),
            .. companions.Select(facts => Document(definition, facts, [], findings)).OfType<BoardDocument>(),
        ];
    }

    private static BoardDocument? Document(FrameworkDefinition definition, DocumentFacts facts, ImmutableArray<string> lacks, Func<string, IEnumerable<Finding>> findings) =>
        definition.Kind(facts.Kind) is { } kind
            ? new BoardDocument(facts.Path, kind, facts.Title.Length > 0 ? facts.Title : FileName(facts.Path), DocumentProgress.Of(kind, facts), lacks, FindingCounts.Of(findings(facts.Path)))
            : null;

    // Documents of a stage that are no part of the chain, for example records of decisions, belong to the delivery around them, if only one is.
    private static Dictionary<string, List<DocumentFacts>> Companions(WorkspaceAnalysis analysis, List<(string Id, Delivery Delivery)> deliveries)
    {
        var definition = analysis.Workspace.Definition;
        var roots = deliveries.GroupBy(pair => DeliveryIds.RootOf(definition, pair.Delivery), StringComparer.Ordinal)
            .Where(static group => group.Count() == 1)
            .ToDictionary(static group => group.Key, static group => group.Single().Id, StringComparer.Ordinal);
        var companions = new Dictionary<string, List<DocumentFacts>>(StringComparer.Ordinal);
        foreach (var facts in analysis.Deliveries.Where(static delivery => !delivery.IsEmbedded).SelectMany(static delivery => delivery.Documents))
        {
            if (!facts.IsTemplate && !facts.IsReference && definition.Kind(facts.Kind) is { Stage.Length: > 0 } kind && !kind.HasRole(KindRoles.Delivers) && Around(facts.Path) is { } id)
            {
                (companions.TryGetValue(id, out var list) ? list : companions[id] = []).Add(facts);
            }
        }

        return companions;

        string? Around(string path)
        {
            for (var folder = PathResolver.DeliveryRoot(definition, path) ?? PathResolver.Folder(path); ; folder = PathResolver.Folder(folder.TrimEnd('/')))
            {
                if (roots.TryGetValue(folder, out var id))
                {
                    return id;
                }

                if (folder.Length == 0)
                {
                    return null;
                }
            }
        }
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
