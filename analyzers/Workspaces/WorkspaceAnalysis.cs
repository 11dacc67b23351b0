using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>
/// The findings of a workspace. Made from the previous analysis so that an edit costs what it touches: document rules run on the edited
/// document only, workspace rules only on deliveries whose facts changed.
/// </summary>
public sealed class WorkspaceAnalysis
{
    private readonly Dictionary<string, DocumentAnalysis> _analyses;
    private readonly ImmutableArray<AnalysedDelivery> _deliveries;
    private readonly Dictionary<string, List<FactFinding>> _deliveryFindings;

    private readonly ProjectNames _names;

    private WorkspaceAnalysis(Workspace workspace, Dictionary<string, DocumentAnalysis> analyses, ImmutableArray<AnalysedDelivery> deliveries, Dictionary<string, List<FactFinding>> deliveryFindings, ProjectNames names, int runs)
    {
        _names = names;
        Workspace = workspace;
        _analyses = analyses;
        _deliveries = deliveries;
        _deliveryFindings = deliveryFindings;
        WorkspaceRuleRuns = runs;
    }

    /// <summary>The workspace that was analysed.</summary>
    public Workspace Workspace { get; }

    /// <summary>How many times a workspace rule ran to make this analysis; 0 when an edit left all facts as they were.</summary>
    public int WorkspaceRuleRuns { get; }

    /// <summary>The deliveries.</summary>
    public IEnumerable<Delivery> Deliveries => _deliveries.Select(static entry => entry.Delivery);

    /// <summary>Analyses a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="previous">An analysis of an earlier revision to reuse, or null.</param>
    /// <param name="times">Takes the times of parsing and of each rule; null when nobody asks.</param>
    /// <param name="cancellationToken">Stops the work; nothing is lost, since what was computed stays with the documents.</param>
    public static WorkspaceAnalysis Create(Workspace workspace, WorkspaceAnalysis? previous = null, AnalysisTimes? times = null, CancellationToken cancellationToken = default)
    {
        var sameFiles = previous is not null
            && previous.Workspace.Files.Revision == workspace.Files.Revision
            && ReferenceEquals(previous.Workspace.Configurations, workspace.Configurations);
        var analyses = AnalyseDocuments(workspace, previous, times, cancellationToken, out var factsChanged);
        if (previous is not null && sameFiles && !factsChanged)
        {
            return new WorkspaceAnalysis(workspace, analyses, previous._deliveries, previous._deliveryFindings, previous._names, 0);
        }

        var facts = analyses
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(static pair => pair.Value.Parts)
            .Select(static part => part.Facts)
            .ToImmutableArray();
        var names = ProjectNames.Of(workspace.Definition, facts);
        var reusable = sameFiles && previous!._names == names
            ? previous!._deliveries.ToDictionary(static entry => KeyOf(entry.Delivery.Documents[0]), StringComparer.Ordinal)
            : [];
        var deliveries = ImmutableArray.CreateBuilder<AnalysedDelivery>();
        var runs = 0;
        foreach (var delivery in DeliveryGrouping.Group(workspace.Definition, facts))
        {
            if (reusable.TryGetValue(KeyOf(delivery.Documents[0]), out var known) && known.Delivery.HasSameFacts(delivery))
            {
                deliveries.Add(known);
                continue;
            }

            var (findings, count) = WorkspaceRuleRunner.Run(delivery, workspace, names, times, cancellationToken);
            runs += count;
            deliveries.Add(new AnalysedDelivery(delivery, findings));
        }

        return new WorkspaceAnalysis(workspace, analyses, deliveries.ToImmutable(), FindingsByPath(deliveries), names, runs);
    }

    /// <summary>The findings of a document in output order, severities configured and suppressions applied; empty for an unknown path.</summary>
    public ImmutableArray<Finding> FindingsOf(string path)
    {
        if (!_analyses.TryGetValue(path, out var analysis) || analysis.Parts.IsEmpty)
        {
            return [];
        }

        var findings = analysis.Findings.ToBuilder();
        if (_deliveryFindings.TryGetValue(path, out var fromDelivery))
        {
            findings.AddRange(fromDelivery.Select(Resolve));
        }

        return FindingFilter.Apply(Workspace.Documents[path], findings, analysis.Suppressions);
    }

    /// <summary>The facts of a file's documents with their places; empty for an unknown or unrecognised file.</summary>
    public ImmutableArray<DocumentPart> PartsOf(string path) => _analyses.TryGetValue(path, out var analysis) ? analysis.Parts : [];

    /// <summary>The delivery a document belongs to, or null for a file that is no framework document.</summary>
    public Delivery? DeliveryOf(string path) =>
        _deliveries.FirstOrDefault(entry => !entry.Delivery.IsEmbedded && entry.Delivery.Documents.Any(facts => facts.Path == path))?.Delivery;

    /// <summary>
    /// The paths whose findings may differ from those of an earlier analysis: edited, new and removed documents, and every document of a
    /// delivery that has one of them. All paths when there is no earlier analysis.
    /// </summary>
    public ImmutableHashSet<string> ChangedSince(WorkspaceAnalysis? previous)
    {
        if (previous is null || !ReferenceEquals(previous.Workspace.Configurations, Workspace.Configurations))
        {
            return [.. Workspace.Documents.Keys, .. previous?.Workspace.Documents.Keys ?? []];
        }

        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, document) in Workspace.Documents)
        {
            if (!previous.Workspace.Documents.TryGetValue(path, out var before) || !ReferenceEquals(before, document))
            {
                changed.Add(path);
            }
        }

        changed.UnionWith(previous.Workspace.Documents.Keys.Where(path => !Workspace.Documents.ContainsKey(path)));
        var known = previous._deliveries.ToHashSet<AnalysedDelivery>(ReferenceEqualityComparer.Instance);
        var result = changed.ToImmutableHashSet(StringComparer.Ordinal).ToBuilder();
        foreach (var entry in _deliveries.Concat(previous._deliveries.Except(_deliveries, ReferenceEqualityComparer.Instance).Cast<AnalysedDelivery>()))
        {
            if (!known.Contains(entry) || entry.Delivery.Documents.Any(facts => changed.Contains(facts.Path)))
            {
                result.UnionWith(entry.Delivery.Documents.Select(static facts => facts.Path));
            }
        }

        return result.ToImmutable();
    }

    /// <summary>What was understood.</summary>
    /// <param name="includes">Which paths count; null for all.</param>
    public WorkspaceSummary Summarize(Func<string, bool>? includes = null)
    {
        var counted = _analyses.Where(pair => includes is null || includes(pair.Key)).ToList();
        var hosts = counted.Where(static pair => !pair.Value.Parts.IsEmpty).Select(static pair => pair.Value.Parts[0].Facts).ToList();
        var kinds = Workspace.Definition.Kinds
            .Select(kind => KeyValuePair.Create(kind.Name, hosts.Count(facts => facts.Kind == kind.Id)))
            .Where(static pair => pair.Value > 0);
        return new WorkspaceSummary(
            counted.Count,
            [.. kinds],
            _deliveries.Count(entry => !entry.Delivery.IsEmbedded && entry.Delivery.Documents.Any(facts =>
                Workspace.Definition.Kind(facts.Kind)?.HasRole(KindRoles.Delivers) == true && (includes is null || includes(facts.Path)))),
            hosts.Sum(static facts => facts.Requirements.Count));
    }

    private static Dictionary<string, DocumentAnalysis> AnalyseDocuments(Workspace workspace, WorkspaceAnalysis? previous, AnalysisTimes? times, CancellationToken cancellationToken, out bool factsChanged)
    {
        var analyses = new Dictionary<string, DocumentAnalysis>(workspace.Documents.Count, StringComparer.Ordinal);
        var fresh = new List<Document>();
        foreach (var (path, document) in workspace.Documents)
        {
            if (previous is not null && previous.Workspace.Documents.TryGetValue(path, out var before) && ReferenceEquals(before, document))
            {
                analyses[path] = previous._analyses[path];
            }
            else
            {
                fresh.Add(document);
            }
        }

        var computed = new DocumentAnalysis[fresh.Count];
        if (fresh.Count < 8)
        {
            for (var index = 0; index < fresh.Count; index++)
            {
                computed[index] = fresh[index].GetAnalysis(times, cancellationToken);
            }
        }
        else
        {
            Parallel.For(0, fresh.Count, new ParallelOptions { CancellationToken = cancellationToken }, index => computed[index] = fresh[index].GetAnalysis(times, cancellationToken));
        }

        factsChanged = previous is null || previous.Workspace.Documents.Count != workspace.Documents.Count;
        for (var index = 0; index < fresh.Count; index++)
        {
            var path = fresh[index].Path;
            analyses[path] = computed[index];
            factsChanged = factsChanged || !previous!._analyses.TryGetValue(path, out var before) || !HaveSameFacts(before, computed[index]);
        }

        return analyses;
    }

    private static bool HaveSameFacts(DocumentAnalysis left, DocumentAnalysis right) =>
        left.Parts.Length == right.Parts.Length && left.Parts.Zip(right.Parts).All(static pair => pair.First.Facts == pair.Second.Facts);

    private static string KeyOf(DocumentFacts facts) => facts.Path + "\n" + facts.Part;

    private static Dictionary<string, List<FactFinding>> FindingsByPath(IEnumerable<AnalysedDelivery> deliveries) => deliveries
        .SelectMany(static entry => entry.Findings)
        .GroupBy(static finding => finding.Anchor.Document.Path, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.ToList(), StringComparer.Ordinal);

    private Finding Resolve(FactFinding finding)
    {
        var locations = _analyses[finding.Anchor.Document.Path].Parts[finding.Anchor.Document.Part].Locations;
        return new Finding(finding.Rule, finding.Severity, finding.Message, locations.Source(finding.Anchor.Key))
        {
            Part = finding.Anchor.Document.Part,
            LocalSpan = locations.Local(finding.Anchor.Key),
            Data = finding.Data,
            Related = [.. finding.Related.Select(related => new RelatedLocation(
                related.Anchor.Document.Path,
                _analyses[related.Anchor.Document.Path].Parts[related.Anchor.Document.Part].Locations.Source(related.Anchor.Key),
                related.Message))],
        };
    }

    private sealed record AnalysedDelivery(Delivery Delivery, ImmutableArray<FactFinding> Findings);
}
