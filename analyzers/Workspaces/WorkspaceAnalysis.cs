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
    private readonly DeliverySet _deliveries;

    private WorkspaceAnalysis(Workspace workspace, Dictionary<string, DocumentAnalysis> analyses, DeliverySet deliveries)
    {
        Workspace = workspace;
        _analyses = analyses;
        _deliveries = deliveries;
    }

    /// <summary>The workspace that was analysed.</summary>
    public Workspace Workspace { get; }

    /// <summary>How many times a workspace rule ran to make this analysis; 0 when an edit left all facts as they were.</summary>
    public int WorkspaceRuleRuns => _deliveries.RuleRuns;

    /// <summary>The deliveries.</summary>
    public IEnumerable<Delivery> Deliveries => _deliveries.Deliveries;

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
        var analyses = AnalyseDocuments(workspace, previous, times, cancellationToken);
        if (previous is not null && sameFiles && EditedSince(previous, analyses) is { } edited)
        {
            var deliveries = edited.Count == 0 ? previous._deliveries.Unchanged() : previous._deliveries.TryUpdate(workspace, edited, times, cancellationToken);
            if (deliveries is not null)
            {
                return new WorkspaceAnalysis(workspace, analyses, deliveries);
            }
        }

        var facts = analyses
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(static pair => pair.Value.Parts)
            .Select(static part => part.Facts)
            .ToImmutableArray();
        return new WorkspaceAnalysis(workspace, analyses, DeliverySet.Create(workspace, facts, sameFiles ? previous!._deliveries : null, times, cancellationToken));
    }

    /// <summary>The findings of a document in output order, severities configured and suppressions applied; empty for an unknown path.</summary>
    public ImmutableArray<Finding> FindingsOf(string path)
    {
        if (!_analyses.TryGetValue(path, out var analysis) || analysis.Parts.IsEmpty)
        {
            return [];
        }

        var findings = analysis.Findings.ToBuilder();
        findings.AddRange(_deliveries.FindingsOf(path).Select(Resolve));
        return FindingFilter.Apply(Workspace.Documents[path], findings, analysis.Suppressions);
    }

    /// <summary>The facts of a file's documents with their places; empty for an unknown or unrecognised file.</summary>
    public ImmutableArray<DocumentPart> PartsOf(string path) => _analyses.TryGetValue(path, out var analysis) ? analysis.Parts : [];

    /// <summary>The delivery a document belongs to, or null for a file that is no framework document.</summary>
    public Delivery? DeliveryOf(string path) => _deliveries.DeliveryOf(path);

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
        var result = changed.ToImmutableHashSet(StringComparer.Ordinal).ToBuilder();
        _deliveries.AddChanged(previous._deliveries, changed, result);
        return result.ToImmutable();
    }

    /// <summary>Whether the documents say the same as in an earlier analysis, so that what is shown of one in another still holds.</summary>
    public bool HasSameDeliveries(WorkspaceAnalysis other) => _deliveries.HasSameDeliveries(other._deliveries);

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
            Deliveries.Count(delivery => !delivery.IsEmbedded && delivery.Documents.Any(facts =>
                Workspace.Definition.Kind(facts.Kind)?.HasRole(KindRoles.Delivers) == true && (includes is null || includes(facts.Path)))),
            hosts.Sum(static facts => facts.Requirements.Count(static requirement => !requirement.IsBlank)));
    }

    private static Dictionary<string, DocumentAnalysis> AnalyseDocuments(Workspace workspace, WorkspaceAnalysis? previous, AnalysisTimes? times, CancellationToken cancellationToken)
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

        for (var index = 0; index < fresh.Count; index++)
        {
            analyses[fresh[index].Path] = computed[index];
        }

        return analyses;
    }

    // The files whose facts differ from those of an earlier analysis; null when files came or went.
    private static Dictionary<string, (DocumentAnalysis Before, DocumentAnalysis After)>? EditedSince(WorkspaceAnalysis previous, Dictionary<string, DocumentAnalysis> analyses)
    {
        if (previous._analyses.Count != analyses.Count)
        {
            return null;
        }

        var edited = new Dictionary<string, (DocumentAnalysis, DocumentAnalysis)>(StringComparer.Ordinal);
        foreach (var (path, after) in analyses)
        {
            if (!previous._analyses.TryGetValue(path, out var before))
            {
                return null;
            }

            if (!ReferenceEquals(before, after) && !HaveSameFacts(before, after))
            {
                edited.Add(path, (before, after));
            }
        }

        return edited;
    }

    private static bool HaveSameFacts(DocumentAnalysis left, DocumentAnalysis right) =>
        left.Parts.Length == right.Parts.Length && left.Parts.Zip(right.Parts).All(static pair => pair.First.Facts == pair.Second.Facts);

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
}
