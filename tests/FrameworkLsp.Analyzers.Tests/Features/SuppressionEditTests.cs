using FrameworkLsp.Analyzers.Features.CodeActions;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class SuppressionEditTests
{
    private const string Path = "artifacts/plans/implementation-plan.md";

    private static string Ignore(string text, Finding finding)
    {
        var document = TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [Path] = text }).Documents[Path];
        return document.Text.WithChanges(SuppressionEdit.Ignore(document, finding, CancellationToken.None)!.Changes).ToString();
    }

    private static Finding At(string marked, out string text)
    {
        var start = marked.IndexOf("$$", StringComparison.Ordinal);
        text = marked.Remove(start, 2);
        return new Finding(RuleCatalog.Find("FW013")!, Severity.Error, "", new TextSpan(start, 0)) { LocalSpan = new TextSpan(start, 0) };
    }

    [TestCase("# Implementation Plan: x\n\n- **Maturity $$Level**: 2\n", "# Implementation Plan: x\n\n<!-- framework-lsp-disable-next-line FW013 -->\n- **Maturity Level**: 2\n", TestName = "Above_a_line")]
    [TestCase("# Implementation $$Plan: x\r\ntext\r\n", "<!-- framework-lsp-disable-next-line FW013 -->\r\n# Implementation Plan: x\r\ntext\r\n", TestName = "With_the_line_ends_of_the_document")]
    [TestCase("# Implementation Plan: x\n\n- item\n\n  mo$$re\n", "# Implementation Plan: x\n\n- item\n\n  <!-- framework-lsp-disable-next-line FW013 -->\n  more\n", TestName = "Inside_the_same_list_item")]
    [TestCase("# Implementation Plan: x\n\n<!-- framework-lsp-disable-next-line FW301: known -->\n\nte$$xt\n", "# Implementation Plan: x\n\n<!-- framework-lsp-disable-next-line FW013, FW301: known -->\n\ntext\n", TestName = "Beside_a_rule_that_is_ignored_there_already")]
    [TestCase("# Implementation Plan: x\n\n| a | b |\n|---|---|\n| $$1 | 2 |\n", "# Implementation Plan: x\n\n| a | b |\n|---|---|\n| 1 | 2 <!-- framework-lsp-disable-line FW013 --> |\n", TestName = "In_the_last_cell_of_a_row")]
    [TestCase("# Implementation Plan: x\n\n| a$$ | b |\n|---|---|\n| 1 | 2 |\n", "# Implementation Plan: x\n\n<!-- framework-lsp-disable-next-line FW013 -->\n| a | b |\n|---|---|\n| 1 | 2 |\n", TestName = "Above_a_table")]
    [TestCase("# Implementation Plan: x\n\n```yaml\n- a$$\n```\n", "# Implementation Plan: x\n\n<!-- framework-lsp-disable FW013 -->\n```yaml\n- a\n```\n<!-- framework-lsp-enable FW013 -->\n", TestName = "Around_a_fence")]
    [TestCase("---\nstatus: $$x\n---\n\n# Implementation Plan: x\n", "---\nstatus: x\n---\n\n<!-- framework-lsp-disable-file FW013 -->\n\n# Implementation Plan: x\n", TestName = "Below_front_matter")]
    public void The_comment_stands_where_it_holds(string marked, string expected)
    {
        var finding = At(marked, out var text);

        Assert.That(Ignore(text, finding), Is.EqualTo(expected));
    }

    [Test]
    public void Complaints_about_suppressions_cannot_be_ignored()
    {
        var document = TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [Path] = "# Implementation Plan: x\n" }).Documents[Path];

        Assert.That(SuppressionEdit.Ignore(document, new Finding(EngineRules.UnusedSuppression, Severity.Warning, "", default), CancellationToken.None), Is.Null);
    }

    [Test]
    public void Every_finding_of_the_broken_samples_can_be_ignored_and_nothing_else_comes_of_it()
    {
        var files = RepositoryFiles.In("samples/broken");
        var workspace = TestWorkspace.Create(files);
        var analysis = WorkspaceAnalysis.Create(workspace);
        var count = 0;
        Assert.Multiple(() =>
        {
            foreach (var (path, document) in workspace.Documents)
            {
                var before = analysis.FindingsOf(path);
                foreach (var finding in before)
                {
                    if (SuppressionEdit.Ignore(document, finding, CancellationToken.None) is not { } fix)
                    {
                        continue;
                    }

                    count++;
                    var after = WorkspaceAnalysis.Create(workspace.WithDocument(path, document.Text.WithChanges(fix.Changes)), analysis).FindingsOf(path);
                    var others = before.Where(other => other.Rule != finding.Rule).Select(static other => other.Rule.Id);
                    Assert.That(after.Where(other => other.Rule != finding.Rule).Select(static other => other.Rule.Id), Is.EquivalentTo(others), $"{path} {finding.Rule.Id} {finding.Message}");
                    Assert.That(after.Count(other => other.Rule == finding.Rule), Is.LessThan(before.Count(other => other.Rule == finding.Rule)), $"{path} {finding.Rule.Id} {finding.Message}");
                }
            }
        });
        Assert.That(count, Is.GreaterThan(20));
    }
}
