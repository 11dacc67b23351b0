using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>The deliveries of a workspace with what the workspace rules found in each; immutable.</summary>
internal sealed class DeliverySet
{
    private readonly ImmutableArray<AnalysedDelivery> _entries;

    // Which deliveries the documents of a file are in. Depends on the grouping only, so that updated sets share it.
    private readonly Dictionary<string, List<int>> _byPath;
    private readonly ProjectNames _names;

    private DeliverySet(ImmutableArray<AnalysedDelivery> entries, Dictionary<string, List<int>> byPath, ProjectNames names, int ruleRuns)
    {
        _entries = entries;
        _byPath = byPath;
        _names = names;
        RuleRuns = ruleRuns;
    }

    /// <summary>How many times a workspace rule ran to make this set from an earlier one.</summary>
    public int RuleRuns { get; }

    /// <summary>The deliveries.</summary>
    public IEnumerable<Delivery> Deliveries => _entries.Select(static entry => entry.Delivery);

    /// <summary>Groups documents anew and runs the workspace rules on the deliveries that an earlier set does not hold with the same facts.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="facts">The facts of all its documents.</param>
    /// <param name="reusable">An earlier set with the same files and configurations, or null.</param>
    /// <param name="times">Takes the times of the rules; null when nobody asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static DeliverySet Create(Workspace workspace, ImmutableArray<DocumentFacts> facts, DeliverySet? reusable, AnalysisTimes? times, CancellationToken cancellationToken)
    {
        var names = ProjectNames.Of(workspace.Definition, facts);
        var known = reusable is not null && reusable._names == names
            ? reusable._entries.ToDictionary(static entry => KeyOf(entry.Delivery), StringComparer.Ordinal)
            : [];
        var deliveries = DeliveryGrouping.Group(workspace.Definition, facts);
        var entries = new AnalysedDelivery[deliveries.Length];
        var byPath = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var fresh = new List<int>();
        for (var index = 0; index < deliveries.Length; index++)
        {
            foreach (var path in deliveries[index].Documents.Select(static document => document.Path).Distinct(StringComparer.Ordinal))
            {
                (byPath.TryGetValue(path, out var indexes) ? indexes : byPath[path] = []).Add(index);
            }

            if (known.TryGetValue(KeyOf(deliveries[index]), out var entry) && entry.Delivery.HasSameFacts(deliveries[index]))
            {
                entries[index] = entry;
            }
            else
            {
                fresh.Add(index);
            }
        }

        var runs = 0;
        Parallel.For(0, fresh.Count, new ParallelOptions { CancellationToken = cancellationToken }, position =>
        {
            var (entry, count) = Analyse(deliveries[fresh[position]], workspace, names, times, cancellationToken);
            entries[fresh[position]] = entry;
            Interlocked.Add(ref runs, count);
        });
        return new DeliverySet(ImmutableCollectionsMarshal.AsImmutableArray(entries), byPath, names, runs);
    }

    /// <summary>
    /// The set after edits that moved no document to another delivery: only the deliveries of the edited documents are looked at. Null when
    /// the edits may have moved some.
    /// </summary>
    /// <param name="workspace">The workspace after the edits.</param>
    /// <param name="edited">The facts of each edited file before and after.</param>
    /// <param name="times">Takes the times of the rules; null when nobody asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public DeliverySet? TryUpdate(Workspace workspace, IReadOnlyDictionary<string, (DocumentAnalysis Before, DocumentAnalysis After)> edited, AnalysisTimes? times, CancellationToken cancellationToken)
    {
        if (!edited.Values.All(pair => KeepsPlace(workspace, pair.Before.Parts, pair.After.Parts)))
        {
            return null;
        }

        var entries = _entries.ToBuilder();
        var runs = 0;
        foreach (var index in edited.Keys.SelectMany(DeliveriesOf).Distinct())
        {
            var before = entries[index].Delivery;
            var delivery = new Delivery([.. before.Documents.Select(facts => edited.TryGetValue(facts.Path, out var pair) ? pair.After.Parts[facts.Part].Facts : facts)]);
            if (!delivery.HasSameFacts(before))
            {
                (entries[index], var count) = Analyse(delivery, workspace, _names, times, cancellationToken);
                runs += count;
            }
        }

        return new DeliverySet(entries.ToImmutable(), _byPath, _names, runs);
    }

    /// <summary>The same set, made without running a rule.</summary>
    public DeliverySet Unchanged() => RuleRuns == 0 ? this : new DeliverySet(_entries, _byPath, _names, 0);

    /// <summary>What workspace rules found in a file.</summary>
    public IEnumerable<FactFinding> FindingsOf(string path) =>
        DeliveriesOf(path).SelectMany(index => _entries[index].Findings).Where(finding => finding.Anchor.Document.Path == path);

    /// <summary>The delivery that a file's own document belongs to; null for a file that is no framework document.</summary>
    public Delivery? DeliveryOf(string path) =>
        DeliveriesOf(path).Select(index => _entries[index].Delivery).FirstOrDefault(static delivery => !delivery.IsEmbedded);

    /// <summary>Whether an earlier set has the same deliveries; those that did not change are shared.</summary>
    public bool HasSameDeliveries(DeliverySet other) =>
        _entries.Length == other._entries.Length && _entries.Zip(other._entries).All(static pair => ReferenceEquals(pair.First, pair.Second));

    /// <summary>Adds every document of the deliveries that differ from those of an earlier set, or hold one of the given documents.</summary>
    public void AddChanged(DeliverySet previous, IReadOnlySet<string> changed, ISet<string> result)
    {
        var known = previous._entries.ToHashSet<AnalysedDelivery>(ReferenceEqualityComparer.Instance);
        var current = _entries.ToHashSet<AnalysedDelivery>(ReferenceEqualityComparer.Instance);
        foreach (var entry in _entries.Where(entry => !known.Contains(entry) || entry.Delivery.Documents.Any(facts => changed.Contains(facts.Path)))
            .Concat(previous._entries.Where(entry => !current.Contains(entry))))
        {
            result.UnionWith(entry.Delivery.Documents.Select(static facts => facts.Path));
        }
    }

    // With the number of rules that ran.
    private static (AnalysedDelivery Entry, int Runs) Analyse(Delivery delivery, Workspace workspace, ProjectNames names, AnalysisTimes? times, CancellationToken cancellationToken)
    {
        var (findings, runs) = WorkspaceRuleRunner.Run(delivery, workspace, names, times, cancellationToken);
        return (new AnalysedDelivery(delivery, findings), runs);
    }

    private static bool KeepsPlace(Workspace workspace, ImmutableArray<DocumentPart> before, ImmutableArray<DocumentPart> after) =>
        before.Length == after.Length && before.Zip(after).All(pair =>
            DeliveryGrouping.HasSameSigns(pair.First.Facts, pair.Second.Facts)
            && ProjectNames.HasSameNames(workspace.Definition, pair.First.Facts, pair.Second.Facts));

    private static string KeyOf(Delivery delivery) => delivery.Documents[0].Path + "\n" + delivery.Documents[0].Part;

    private List<int> DeliveriesOf(string path) => _byPath.GetValueOrDefault(path) ?? [];

    private sealed record AnalysedDelivery(Delivery Delivery, ImmutableArray<FactFinding> Findings);
}
