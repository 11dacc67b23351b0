using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Cli;

/// <summary>Applies fixes until nothing changes any more.</summary>
internal static class FixPass
{
    /// <summary>Fixes may make room for others; more rounds than this mean that two of them undo each other.</summary>
    private const int MaxPasses = 10;

    /// <summary>The workspace with the files asked for fixed. Files that are not valid text stay as they are.</summary>
    public static LintWorkspace Run(LintWorkspace workspace, bool includeUnsafe, DateOnly today, CancellationToken cancellationToken)
    {
        var analysis = workspace.Analysed;
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var texts = new List<KeyValuePair<string, SourceText>>();
            foreach (var path in workspace.Requested)
            {
                if (!workspace.Loaded.LossyFiles.Contains(path) && FixProvider.ApplyFixes(analysis, path, includeUnsafe, today, cancellationToken) is { } text)
                {
                    texts.Add(KeyValuePair.Create(path, text));
                }
            }

            if (texts is [])
            {
                break;
            }

            analysis = WorkspaceAnalysis.Create(analysis.Workspace.WithDocuments(texts), analysis, cancellationToken: cancellationToken);
        }

        return workspace with { Workspace = analysis.Workspace, Analysis = analysis };
    }
}
