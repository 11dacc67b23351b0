using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.CodeActions;

/// <summary>Applies all safe fixes of a document, as often as fixes make room for others.</summary>
public static class FixEverything
{
    // More rounds than this mean that two fixes undo each other.
    private const int MostRounds = 10;

    /// <summary>The text with all safe fixes applied; null when nothing is to be done.</summary>
    /// <param name="analysis">The analysis of the workspace.</param>
    /// <param name="path">The document.</param>
    /// <param name="isShown">Which findings count: only what the user sees may change his text.</param>
    /// <param name="today">Today's date, for values that need one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static SourceText? Apply(WorkspaceAnalysis analysis, string path, Func<Finding, bool> isShown, DateOnly today, CancellationToken cancellationToken)
    {
        SourceText? result = null;
        for (var round = 0; round < MostRounds; round++)
        {
            var findings = analysis.FindingsOf(path).Where(isShown);
            if (FixProvider.ApplyFixes(analysis, path, findings, includeUnsafe: false, today, cancellationToken) is not { } text)
            {
                break;
            }

            result = text;
            analysis = WorkspaceAnalysis.Create(analysis.Workspace.WithDocument(path, text), analysis, cancellationToken: cancellationToken);
        }

        return result;
    }

    /// <summary>Whether any of the findings has a safe fix.</summary>
    public static bool IsPossible(Workspace workspace, Document document, IEnumerable<Finding> findings, DateOnly today, CancellationToken cancellationToken) => findings
        .Where(static finding => finding.Rule.Fix == FixSafety.Safe)
        .Any(finding => FixProvider.GetFixes(workspace, document, finding, today, cancellationToken).Any(static fix => fix.Safety == FixSafety.Safe));
}
