using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;

/// <summary>Tells whether the linter would find an error after an edit that it does not find now.</summary>
internal static class NewErrors
{
    /// <summary>The first new error of the documents that change and of their delivery, as a sentence; null when there is none.</summary>
    public static string? First(WorkspaceAnalysis analysis, DeliveryEdit edit, CancellationToken cancellationToken)
    {
        var workspace = analysis.Workspace;
        var edited = workspace.WithDocuments(edit.Changes.Keys.Concat(edit.NewDocuments.Keys).Select(path => KeyValuePair.Create(path, edit.TextOf(workspace, path)!)));
        edited = edit.NewDocuments.IsEmpty ? edited : edited.WithFiles(new FilesWithNew(workspace.Files, edit.NewDocuments.Keys));
        var after = WorkspaceAnalysis.Create(edited, analysis, cancellationToken: cancellationToken);
        foreach (var path in after.ChangedSince(analysis).Order(StringComparer.Ordinal))
        {
            var known = Errors(analysis, path).CountBy(static finding => finding.Rule).ToDictionary();
            foreach (var group in Errors(after, path).GroupBy(static finding => finding.Rule))
            {
                if (group.Count() > known.GetValueOrDefault(group.Key))
                {
                    var finding = group.First();
                    var line = edited.Documents[path].Text.Lines.GetLineFromPosition(finding.Span.Start).LineNumber + 1;
                    return $"{path}, line {line} would be wrong then ({finding.Rule.Id}): {finding.Message}";
                }
            }
        }

        return null;
    }

    // The files as they will be when the new documents are there, so that links to them lead somewhere.
    private sealed class FilesWithNew(WorkspaceFiles files, IEnumerable<string> created) : WorkspaceFiles
    {
        public override long Revision => files.Revision;

        public override bool Exists(string path) => created.Contains(path, StringComparer.Ordinal) || files.Exists(path);

        public override string? ReadText(string path) => files.ReadText(path);

        public override int? LineCount(string path) => files.LineCount(path);

        public override IReadOnlySet<string>? Anchors(string path) => files.Anchors(path);

        public override IReadOnlyList<string> FindByName(string fileName) => files.FindByName(fileName);
    }

    private static IEnumerable<Finding> Errors(WorkspaceAnalysis analysis, string path) => analysis.FindingsOf(path).Where(static finding => finding.Severity == Severity.Error);
}
