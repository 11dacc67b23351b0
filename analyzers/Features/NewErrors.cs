using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features;

/// <summary>Tells whether the linter would find an error after an edit that it does not find now.</summary>
internal static class NewErrors
{
    /// <summary>The first new error of documents, as a clause that names its place; null when there is none.</summary>
    /// <param name="analysis">The analysis before the edit.</param>
    /// <param name="edited">The workspace after it.</param>
    /// <param name="paths">The documents that count; null for all whose findings may change.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static string? First(WorkspaceAnalysis analysis, Workspace edited, IEnumerable<string>? paths, CancellationToken cancellationToken)
    {
        var after = WorkspaceAnalysis.Create(edited, analysis, cancellationToken: cancellationToken);
        foreach (var path in (paths ?? after.ChangedSince(analysis)).Order(StringComparer.Ordinal))
        {
            var known = Errors(analysis, path).CountBy(static finding => finding.Rule).ToDictionary();
            foreach (var group in Errors(after, path).GroupBy(static finding => finding.Rule))
            {
                if (group.Count() > known.GetValueOrDefault(group.Key))
                {
                    var finding = group.First();
                    var line = edited.Documents[path].Text.Lines.GetLineFromPosition(finding.Span.Start).LineNumber + 1;
                    return $"{path}, line {line} would be wrong ({finding.Rule.Id}): {finding.Message}";
                }
            }
        }

        return null;
    }

    private static IEnumerable<Finding> Errors(WorkspaceAnalysis analysis, string path) => analysis.FindingsOf(path).Where(static finding => finding.Severity == Severity.Error);
}
