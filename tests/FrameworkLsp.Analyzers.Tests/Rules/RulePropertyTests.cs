using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Rules;

/// <summary>What holds for every rule on every example of its page and every fixture.</summary>
internal sealed class RulePropertyTests
{
    [TestCaseSource(typeof(PropertyCases), nameof(PropertyCases.All))]
    public void Line_ends_do_not_matter(IReadOnlyDictionary<string, string> files)
    {
        var unix = Dictionary(files, static text => text.ReplaceLineEndings("\n"));
        var windows = Dictionary(files, static text => text.ReplaceLineEndings("\r\n"));
        Assert.That(Findings(windows), Is.EqualTo(Findings(unix)));
    }

    [TestCaseSource(typeof(PropertyCases), nameof(PropertyCases.Examples))]
    public void Fixes_do_the_same_with_all_line_ends(IReadOnlyDictionary<string, string> files)
    {
        var unix = Dictionary(files, static text => text.ReplaceLineEndings("\n"));
        var windows = Dictionary(files, static text => text.ReplaceLineEndings("\r\n"));
        Assert.That(Fixes(windows), Is.EqualTo(Fixes(unix)));
    }

    [TestCaseSource(typeof(PropertyCases), nameof(PropertyCases.Examples))]
    public void A_fix_removes_its_finding(IReadOnlyDictionary<string, string> files)
    {
        var workspace = TestWorkspace.Create(files);
        var analysis = WorkspaceAnalysis.Create(workspace);
        Assert.Multiple(() =>
        {
            foreach (var (path, document) in workspace.Documents)
            {
                foreach (var finding in analysis.FindingsOf(path))
                {
                    foreach (var fix in FixProvider.GetFixes(workspace, document, finding, TestWorkspace.Today))
                    {
                        var mended = new Dictionary<string, string>(files, StringComparer.Ordinal);
                        TestWorkspace.Apply(mended, path, fix);
                        var left = Identities(mended, path, finding.Rule);
                        var before = Identities(files, path, finding.Rule);
                        var identity = Identity(document.Text, finding);
                        var what = $"{path}: {identity}: {fix.Title}\n{mended[path]}";
                        Assert.That(left, Has.Count.LessThanOrEqualTo(before.Count), what);
                        Assert.That(left.Count(other => other == identity), Is.LessThan(before.Count(other => other == identity)), what);
                    }
                }
            }
        });
    }

    // A rule that speaks once of several places speaks of the next one when the first is mended.
    private static string Identity(SourceText text, Finding finding) => $"{finding.Rule.Id} \"{text.ToString(finding.Span)}\" {finding.Message}";

    private static List<string> Identities(IReadOnlyDictionary<string, string> files, string path, RuleDescriptor rule)
    {
        var workspace = TestWorkspace.Create(files);
        return [.. WorkspaceAnalysis.Create(workspace).FindingsOf(path).Where(finding => finding.Rule == rule).Select(finding => Identity(workspace.Documents[path].Text, finding))];
    }

    private static Dictionary<string, string> Dictionary(IReadOnlyDictionary<string, string> files, Func<string, string> convert) =>
        files.ToDictionary(static file => file.Key, file => convert(file.Value), StringComparer.Ordinal);

    private static List<string> Findings(IReadOnlyDictionary<string, string> files)
    {
        var workspace = TestWorkspace.Create(files);
        var analysis = WorkspaceAnalysis.Create(workspace);
        return
        [
            .. from document in workspace.Documents.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
               from finding in analysis.FindingsOf(document.Key)
               let line = document.Value.Text.Lines.GetLineFromPosition(finding.Span.Start).LineNumber
               let text = document.Value.Text.ToString(finding.Span).ReplaceLineEndings("\n")
               select $"{document.Key}:{line} {finding.Rule.Id} {finding.Severity} «{text}» {finding.Message.ReplaceLineEndings("\n")}",
        ];
    }

    private static List<string> Fixes(IReadOnlyDictionary<string, string> files)
    {
        var workspace = TestWorkspace.Create(files);
        var analysis = WorkspaceAnalysis.Create(workspace);
        return
        [
            .. from document in workspace.Documents.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
               from finding in analysis.FindingsOf(document.Key)
               from fix in FixProvider.GetFixes(workspace, document.Value, finding, TestWorkspace.Today)
               select $"{finding.Rule.Id} {fix.Title}: {document.Value.Text.WithChanges(fix.Changes).ToString().ReplaceLineEndings("\n")}",
        ];
    }
}
