using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Cli.Output;

namespace FrameworkLsp.Server.Cli;

/// <summary>Makes the report of analysed workspaces.</summary>
internal static class ReportBuilder
{
    /// <summary>Makes the report.</summary>
    /// <param name="workspaces">The workspaces, analysed.</param>
    /// <param name="currentDirectory">The folder that paths are shown relative to.</param>
    /// <param name="withFixes">Whether the fixes of findings are computed.</param>
    /// <param name="findingsBefore">How many findings there were before fixing; null when nothing was to be fixed.</param>
    /// <param name="today">Today's date, for fixes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static LintReport Build(IReadOnlyList<LintWorkspace> workspaces, string currentDirectory, bool withFixes, int? findingsBefore, DateOnly today, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<ReportedFile>();
        foreach (var workspace in workspaces)
        {
            // For its fixes a document is read again, which takes as long as checking it.
            files.AddRange(workspace.Requested.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .Select(path => (Path: path, Findings: workspace.Analysed.FindingsOf(path)))
                .Where(static file => !file.Findings.IsEmpty)
                .Select(file => Reported(workspace, file.Path, file.Findings, currentDirectory, withFixes, today, cancellationToken)));
        }

        files.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return new LintReport(files.ToImmutable(), Summarize(workspaces, [.. files], findingsBefore), currentDirectory);
    }

    private static ReportedFile Reported(LintWorkspace workspace, string path, ImmutableArray<Finding> findings, string currentDirectory, bool withFixes, DateOnly today, CancellationToken cancellationToken)
    {
        var document = workspace.Workspace.Documents[path];
        return new ReportedFile(
            workspace.Display(path, currentDirectory),
            document.Text,
            [.. findings.Select(finding => Reported(workspace, document, finding, currentDirectory, withFixes, today, cancellationToken))]);
    }

    private static ReportedFinding Reported(LintWorkspace workspace, Document document, Finding finding, string currentDirectory, bool withFixes, DateOnly today, CancellationToken cancellationToken)
    {
        var fixes = withFixes && finding.Rule.Fix != FixSafety.None
            ? FixProvider.GetFixes(workspace.Workspace, document, finding, today, cancellationToken)
            : [];
        var related = finding.Related
            .Where(place => workspace.Workspace.Documents.ContainsKey(place.Path))
            .Select(place => new ReportedPlace(
                workspace.Display(place.Path, currentDirectory),
                new LineIndex(workspace.Workspace.Documents[place.Path].Text).RangeOf(place.Span),
                place.Message));
        return new ReportedFinding(finding, fixes, [.. related]);
    }

    private static LintSummary Summarize(IReadOnlyList<LintWorkspace> workspaces, IReadOnlyList<ReportedFile> files, int? findingsBefore)
    {
        var understood = workspaces.Select(static workspace => workspace.Analysed.Summarize(workspace.Requested.ToHashSet(StringComparer.Ordinal).Contains)).ToList();
        var findings = files.SelectMany(static file => file.Findings).ToList();
        return new LintSummary
        {
            Files = understood.Sum(static summary => summary.Files),
            DocumentsByKind =
            [
                .. understood
                    .SelectMany(static summary => summary.DocumentsByKind)
                    .GroupBy(static pair => pair.Key, StringComparer.Ordinal)
                    .Select(static group => KeyValuePair.Create(group.Key, group.Sum(static pair => pair.Value))),
            ],
            Deliveries = understood.Sum(static summary => summary.Deliveries),
            Requirements = understood.Sum(static summary => summary.Requirements),
            BySeverity = findings.CountBy(static finding => finding.Finding.Severity).ToImmutableDictionary(),
            ByRule =
            [
                .. findings
                    .CountBy(static finding => finding.Rule)
                    .OrderByDescending(static pair => pair.Value)
                    .ThenBy(static pair => pair.Key.Id, StringComparer.Ordinal),
            ],
            Fixed = findingsBefore is { } before ? Math.Max(0, before - findings.Count) : null,
        };
    }
}
