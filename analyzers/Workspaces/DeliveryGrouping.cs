using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>
/// Groups documents into deliveries: by request id, feature id, links, project and artefact folder (catalogue 1.14), in this order; a later
/// sign never joins what an earlier one tells apart. Linear in documents.
/// </summary>
internal sealed class DeliveryGrouping
{
    private readonly ImmutableArray<DocumentFacts> _documents;
    private readonly Dictionary<string, int> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stageKinds;
    private readonly Dictionary<string, int> _order;
    private readonly bool[] _takesPart;
    private readonly DisjointGroups _groups;
    private readonly PathSearch _search;

    private DeliveryGrouping(FrameworkDefinition definition, ImmutableArray<DocumentFacts> documents)
    {
        _documents = documents;
        var kinds = definition.Kinds.ToDictionary(static kind => kind.Id, StringComparer.Ordinal);
        _takesPart = [.. documents.Select(facts => !facts.IsTemplate && !facts.IsReference && !facts.IsOfSeveralFeatures && kinds.TryGetValue(facts.Kind, out var kind) && kind.HasRole(KindRoles.Delivers))];
        _stageKinds = definition.Stages.Select(static stage => stage.ArtefactKind).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(static (kind, index) => (kind, index)).ToDictionary(static entry => entry.kind, static entry => entry.index, StringComparer.Ordinal);
        _order = definition.Kinds.Select(static (kind, index) => (kind.Id, index)).ToDictionary(static entry => entry.Id, static entry => entry.index, StringComparer.Ordinal);
        _groups = new DisjointGroups([.. documents.Select(facts => new DisjointGroups.Group(StageBit(facts), Identity(facts)))]);
        for (var index = 0; index < documents.Length; index++)
        {
            if (!documents[index].IsEmbedded)
            {
                _byPath[documents[index].Path] = index;
            }
        }

        _search = new PathSearch(definition, _byPath.ContainsKey, Folders(documents).Contains);
    }

    /// <summary>The deliveries of the given documents, embedded ones included; every document is in exactly one.</summary>
    public static ImmutableArray<Delivery> Group(FrameworkDefinition definition, ImmutableArray<DocumentFacts> documents)
    {
        var grouping = new DeliveryGrouping(definition, documents);
        grouping.JoinBy(static facts => Identity(facts) is { Length: > 0 } id ? id : null);
        grouping.JoinBy(static facts => facts.FeatureId.Length > 0 ? facts.FeatureId : null);
        grouping.JoinByLinks();
        grouping.JoinBy(static facts => facts.Project.Length > 0 ? facts.Project : null);
        grouping.JoinByFolder();
        grouping.JoinEmbedded();
        return grouping.Collect();
    }

    /// <summary>Whether two texts of one file are grouped in the same way: everything that grouping reads is equal.</summary>
    public static bool HasSameSigns(DocumentFacts left, DocumentFacts right) =>
        left.Kind == right.Kind
        && left.IsTemplate == right.IsTemplate
        && left.IsReference == right.IsReference
        && left.IsOfSeveralFeatures == right.IsOfSeveralFeatures
        && left.RequestId == right.RequestId
        && left.FeatureId == right.FeatureId
        && left.Project == right.Project
        && left.Links == right.Links;

    // What a team calls the delivery; the same id may be written as request id here and as feature id there.
    private static string Identity(DocumentFacts facts) => (facts.RequestId.Length > 0 ? facts.RequestId : facts.FeatureId).ToUpperInvariant();

    private ulong StageBit(DocumentFacts facts) => _stageKinds.TryGetValue(facts.Kind, out var bit) ? 1UL << (bit & 63) : 0;

    // A key joins documents across folders only while no stage has two of them; otherwise the same key is used by
    // several copies of a project, and the folder tells them apart.
    private void JoinBy(Func<DocumentFacts, string?> key)
    {
        foreach (var members in Members(facts => facts.IsEmbedded ? null : key(facts)))
        {
            if (!IsAmbiguous(members))
            {
                JoinAll(members);
                continue;
            }

            foreach (var sameRoot in members.GroupBy(index => Root(_documents[index]), StringComparer.Ordinal))
            {
                JoinAll([.. sameRoot]);
            }
        }
    }

    private void JoinByFolder()
    {
        foreach (var members in Members(facts => facts.IsEmbedded ? null : _search.DeliveryRoot(facts.Path)))
        {
            if (!IsAmbiguous(members))
            {
                JoinAll(members);
            }
        }
    }

    // A link joins stages of one delivery, also when their ids differ (decisions 41), but never two deliveries that both have the stage:
    // a plan that mentions the intake of another feature does not belong to it.
    private void JoinByLinks()
    {
        for (var index = 0; index < _documents.Length; index++)
        {
            if (!_takesPart[index] || _documents[index].IsEmbedded)
            {
                continue;
            }

            foreach (var link in _documents[index].Links)
            {
                if (_search.Find(_documents[index].Path, link.Target) is { } path && _byPath[path] is var target && _takesPart[target] && (_groups.Of(index).Stages & _groups.Of(target).Stages) == 0)
                {
                    _groups.Join(index, target);
                }
            }
        }
    }

    // Examples in one host with the same project form a delivery of their own; they never join documents outside.
    private void JoinEmbedded()
    {
        foreach (var members in Members(static facts => facts.IsEmbedded && facts.Project.Length > 0 ? facts.Path + "\n" + facts.Project : null))
        {
            JoinAll(members);
        }
    }

    // Every folder that holds one of the documents, at whatever depth.
    private static HashSet<string> Folders(ImmutableArray<DocumentFacts> documents)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var known = folders.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var facts in documents)
        {
            // What is known has been entered with everything above it.
            for (var end = facts.Path.LastIndexOf('/'); end >= 0 && known.Add(facts.Path.AsSpan(0, end + 1)); end = end == 0 ? -1 : facts.Path.LastIndexOf('/', end - 1))
            {
            }
        }

        return folders;
    }

    // The documents that take part, by key.
    private Dictionary<string, List<int>>.ValueCollection Members(Func<DocumentFacts, string?> key)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < _documents.Length; index++)
        {
            if (_takesPart[index] && key(_documents[index]) is { } value)
            {
                if (!groups.TryGetValue(value, out var members))
                {
                    groups[value] = members = [];
                }

                members.Add(index);
            }
        }

        return groups.Values;
    }

    private bool IsAmbiguous(List<int> members)
    {
        var seen = 0UL;
        foreach (var index in members)
        {
            var bit = StageBit(_documents[index]);
            if ((seen & bit) != 0)
            {
                return true;
            }

            seen |= bit;
        }

        return false;
    }

    private string Root(DocumentFacts facts) => _search.DeliveryRoot(facts.Path) ?? PathResolver.Folder(facts.Path);

    private ImmutableArray<Delivery> Collect() =>
    [
        .. Enumerable.Range(0, _documents.Length)
            .GroupBy(_groups.Find)
            .Select(group => new Delivery(
            [
                .. group.Select(index => _documents[index])
                    .OrderBy(facts => _order.GetValueOrDefault(facts.Kind, int.MaxValue))
                    .ThenBy(static facts => facts.Path, StringComparer.Ordinal)
                    .ThenBy(static facts => facts.Part),
            ])),
    ];

    // Documents of several ids stay apart, and what has no id then belongs to none of them for sure.
    private void JoinAll(List<int> members)
    {
        var identities = members.Select(index => _groups.Of(index).Identity).Where(static id => id.Length > 0).Distinct(StringComparer.Ordinal).Take(2).Count();
        if (identities > 1)
        {
            return;
        }

        for (var index = 1; index < members.Count; index++)
        {
            _groups.Join(members[0], members[index]);
        }
    }
}
