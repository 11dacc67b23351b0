using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Tests.Workspaces;

/// <summary>Findings as texts, so that two analyses can be compared whole.</summary>
internal static class DescribedFindings
{
    public static string Of(WorkspaceAnalysis analysis, string path) => string.Join('\n', analysis.FindingsOf(path).Select(Describe));

    public static string Of(WorkspaceAnalysis analysis) =>
        string.Join('\n', analysis.Workspace.Documents.Keys.Order(StringComparer.Ordinal).Select(path => path + "\n" + Of(analysis, path)));

    private static string Describe(Finding finding) =>
        $"{finding.Rule.Id} {finding.Severity} {finding.Span} {finding.LocalSpan} {finding.Part} {finding.Message} {finding.Data} "
        + string.Join(' ', finding.Related.Select(static related => $"[{related.Path} {related.Span} {related.Message}]"));
}
