using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Rules;

internal sealed class MissingPredecessorTests
{
    private const string Plan = "shop/artifacts/plans/implementation-plan.md";

    [TestCase("shop/artifacts/requirements/intake.md", false)]
    [TestCase("shop/docs/artifacts/requirements-intake.md", false)]
    [TestCase("artifacts/requirements/intake.md", true)]
    public void A_predecessor_on_disk_is_enough_when_only_one_file_is_linted(string file, bool isReported)
    {
        var files = new InMemoryFiles(new Dictionary<string, string>(StringComparer.Ordinal) { [file] = "" });
        var workspace = Workspace.Create(EmbeddedPacks.Default, files: files).WithDocument(Plan, SourceText.From("# Implementation Plan: Shop\n"));
        Assert.That(WorkspaceAnalysis.Create(workspace).FindingsOf(Plan).Select(static finding => finding.Rule.Id).Contains("FW808"), Is.EqualTo(isReported));
    }

    [Test]
    public void The_rule_works_with_another_pack()
    {
        const string Path = "halle/werkstatt/pruefbericht.md";
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { [Path] = "# Prüfbericht: Regal\n\n- **Reifestufe**: 2\n" };
        var found = WorkspaceAnalysis.Create(TestWorkspace.Create(files, TinyPack.Definition)).FindingsOf(Path).Single(static finding => finding.Rule.Id == "FW808");
        Assert.That(found.Message, Does.Contain("Prüfbericht").And.Contain("Bauplan"));

        var mended = TestWorkspace.FixAll(files, static finding => finding.Rule.Id == "FW808", TinyPack.Definition);
        Assert.That(mended.Keys, Is.EquivalentTo(new[] { Path, "halle/werkstatt/bauplan.md", "halle/werkstatt/steckbrief.md" }));
        Assert.That(mended["halle/werkstatt/bauplan.md"], Does.StartWith("# Bauplan: Regal\n\n- **Reifestufe**: 2 - Muster\n"));
    }
}
