using FrameworkLsp.Analyzers.Rules;
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
        var after = WorkspaceAnalysis.Create(renamed, analysis, cancellationToken: cancellationToken);
        foreach (var path in plan.Changes.Keys.Order(StringComparer.Ordinal))
        {
            var known = Errors(analysis, path).GroupBy(static finding => finding.Rule).ToDictionary(static group => group.Key, static group => group.Count());
            foreach (var group in Errors(after, path).GroupBy(static finding => finding.Rule))
            {
                if (group.Count() > known.GetValueOrDefault(group.Key))
                {
                    var finding = group.First();
                    var line = renamed.Documents[path].Text.Lines.GetLineFromPosition(finding.Span.Start).LineNumber + 1;
                    return $"With that name {path}, line {line} would be wrong ({finding.Rule.Id}): {finding.Message}";
                }
            }
        }

        return null;
    }

    private static IEnumerable<Finding> Errors(WorkspaceAnalysis analysis, string path) => analysis.FindingsOf(path).Where(static finding => finding.Severity == Severity.Error);
}
