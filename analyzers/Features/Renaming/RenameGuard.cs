using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Renaming;

/// <summary>Refuses a renaming after which the linter would find errors that it does not find now.</summary>
internal static class RenameGuard
{
    /// <summary>The first new error; null when there is none.</summary>
    public static string? Refusal(RenamePlan plan, WorkspaceAnalysis analysis, CancellationToken cancellationToken)
    {
        if (plan.Changes.IsEmpty)
        {
            return null;
        }

        var workspace = analysis.Workspace;
        var renamed = workspace.WithDocuments(plan.Changes.Select(pair => KeyValuePair.Create(pair.Key, workspace.Documents[pair.Key].Text.WithChanges(pair.Value))));
        renamed = plan.Folder is { } folder ? renamed.WithFiles(new MovedFiles(workspace.Files, folder)) : renamed;
        return NewErrors.First(analysis, renamed, plan.Changes.Keys, cancellationToken) is { } error ? $"With that name {error}" : null;
    }
}
