using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>Groups documents into deliveries: by request id, feature id, links, project and artefact folder (catalogue 1.14). Linear in documents.</summary>
internal sealed class DeliveryGrouping
{
    private readonly FrameworkDefinition _definition;
    private readonly ImmutableArray<DocumentFacts> _documents;
    private readonly Dictionary<string, int> _byPath = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stageKinds;
    private readonly Dictionary<string, int> _order;
    private readonly int[] _parents;

    private DeliveryGrouping(FrameworkDefinition definition, ImmutableArray<DocumentFacts> documents)
    {
        _definition = definition;
        _documents = documents;
        _parents = [.. Enumerable.Range(0, documents.Length)];
        _stageKinds = [.. definition.Stages.Select(static stage => stage.ArtefactKind).OfType<string>()];
        _order = definition.Kinds.Select(static (kind, index) => (kind.Id, index)).ToDictionary(static entry => entry.Id, static entry => entry.index, StringComparer.Ordinal);
        for (var index = 0; index < documents.Length; index++)
        {
            if (!documents[index].IsEmbedded)
            {
                _byPath[documents[index].Path] = index;
            }
        }
    }

    /// <summary>The deliveries of the given documents, embedded ones included; every document is in exactly one.</summary>
    public static ImmutableArray<Delivery> Group(FrameworkDefinition definition, ImmutableArray<DocumentFacts> documents)
    {
        var grouping = new DeliveryGrouping(definition, documents);
        grouping.JoinBy(static facts => facts.RequestId.Length > 0 ? "request:" + facts.RequestId : null);
        grouping.JoinBy(static facts => facts.FeatureId.Length > 0 ? "feature:" + facts.FeatureId : null);
        grouping.JoinByLinks();
        grouping.JoinBy(static facts => facts.Project.Length > 0 ? "project:" + facts.Project : null);
        grouping.JoinByFolder();
        grouping.JoinEmbedded();
        return grouping.Collect();
    }

    private bool TakesPart(DocumentFacts facts) =>
        !facts.IsEmbedded && !facts.IsTemplate && !facts.IsReference && _definition.Kind(facts.Kind)?.HasRole(KindRoles.Delivers) == true;

    // A key joins documents across folders only while no stage has two of them; otherwise the same key is used by
    // several copies of a project, and the folder tells them apart.
    private void JoinBy(Func<DocumentFacts, string?> key)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < _documents.Length; index++)
        {
            if (TakesPart(_documents[index]) && key(_documents[index]) is { } value)
            {
                Add(groups, value, index);
            }
        }

        foreach (var members in groups.Values)
        {
            if (IsUnambiguous(members))
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
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < _documents.Length; index++)
        {
            if (TakesPart(_documents[index]) && ArtefactRoot(_documents[index]) is { } root)
            {
                Add(groups, root, index);
            }
        }

        foreach (var members in groups.Values.Where(IsUnambiguous))
        {
            JoinAll(members);
        }
    }

    private void JoinByLinks()
    {
        for (var index = 0; index < _documents.Length; index++)
        {
            if (!TakesPart(_documents[index]))
            {
                continue;
            }

            foreach (var link in _documents[index].Links)
            {
                foreach (var candidate in PathResolver.Candidates(_definition, _documents[index].Path, link.Target))
                {
                    if (_byPath.TryGetValue(candidate, out var target) && TakesPart(_documents[target]))
                    {
                        Join(index, target);
                        break;
                    }
                }
            }
        }
    }

    // Examples in one host with the same project form a delivery of their own; they never join documents outside.
    private void JoinEmbedded()
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < _documents.Length; index++)
        {
            var facts = _documents[index];
            if (facts.IsEmbedded && facts.Project.Length > 0 && _definition.Kind(facts.Kind)?.HasRole(KindRoles.Delivers) == true)
            {
                Add(groups, facts.Path + "\n" + facts.Project, index);
            }
        }

        foreach (var members in groups.Values)
        {
            JoinAll(members);
        }
    }

    private bool IsUnambiguous(List<int> members)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return members.TrueForAll(index => !_stageKinds.Contains(_documents[index].Kind) || seen.Add(_documents[index].Kind));
    }

    private string Root(DocumentFacts facts) => ArtefactRoot(facts) ?? facts.Path[..(facts.Path.LastIndexOf('/') + 1)];

    // The folder above the first artefact folder of any kind; null for a document that stands in none.
    private string? ArtefactRoot(DocumentFacts facts)
    {
        var slashed = "/" + facts.Path;
        var first = -1;
        foreach (var kind in _definition.Kinds)
        {
            if (!kind.HasRole(KindRoles.Delivers))
            {
                continue;
            }

            foreach (var folder in kind.Folders)
            {
                var index = slashed.IndexOf("/" + folder, StringComparison.Ordinal);
                if (index >= 0 && (first < 0 || index < first))
                {
                    first = index;
                }
            }
        }

        return first < 0 ? null : slashed[..first];
    }

    private ImmutableArray<Delivery> Collect() =>
    [
        .. Enumerable.Range(0, _documents.Length)
            .GroupBy(Find)
            .Select(group => new Delivery(
            [
                .. group.Select(index => _documents[index])
                    .OrderBy(facts => _order.GetValueOrDefault(facts.Kind, int.MaxValue))
                    .ThenBy(static facts => facts.Path, StringComparer.Ordinal)
                    .ThenBy(static facts => facts.Part),
            ])),
    ];

    private void JoinAll(List<int> members)
    {
        for (var index = 1; index < members.Count; index++)
        {
            Join(members[0], members[index]);
        }
    }

    private void Join(int left, int right) => _parents[Find(right)] = Find(left);

    private int Find(int index)
    {
        while (_parents[index] != index)
        {
            _parents[index] = _parents[_parents[index]];
            index = _parents[index];
        }

        return index;
    }

    private static void Add(Dictionary<string, List<int>> groups, string key, int index)
    {
        if (!groups.TryGetValue(key, out var members))
        {
            groups[key] = members = [];
        }

        members.Add(index);
    }
}
