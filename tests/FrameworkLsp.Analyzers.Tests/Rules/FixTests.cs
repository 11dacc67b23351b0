using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Rules;

/// <summary>What holds of every fix, tried on the broken samples with both kinds of line ends.</summary>
internal sealed class FixTests
{
    private static readonly IReadOnlyDictionary<string, string> Broken = RepositoryFiles.In("samples/broken");

    [TestCase("\n")]
    [TestCase("\r\n")]
    public void Every_fix_removes_its_finding_and_keeps_the_line_ends(string lineEnd)
    {
        var files = Broken.ToDictionary(static file => file.Key, file => file.Value.ReplaceLineEndings(lineEnd), StringComparer.Ordinal);
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
                        var left = WorkspaceAnalysis.Create(TestWorkspace.Create(mended)).FindingsOf(path).Count(other => other.Rule == finding.Rule && other.Message == finding.Message);
                        var before = analysis.FindingsOf(path).Count(other => other.Rule == finding.Rule && other.Message == finding.Message);
                        Assert.That(left, Is.LessThan(before), $"{path}: {finding.Rule.Id} is still there after \"{fix.Title}\"");
                        Assert.That(mended[path].ReplaceLineEndings(lineEnd), Is.EqualTo(mended[path]), $"{path}: {fix.Title}");
                    }
                }
            }
        });
    }
}
