using CsCheck;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Workspaces;

/// <summary>Facts do not depend on where they stand, so an edit in prose runs no workspace rule.</summary>
internal sealed class PositionFreeFactsTests
{
    private static readonly IReadOnlyDictionary<string, string> Files = RepositoryFiles.In("samples", "tests/corpus/framework");
    private static readonly Workspace Workspace = TestWorkspace.Create(Files);
    private static readonly WorkspaceAnalysis Analysis = WorkspaceAnalysis.Create(Workspace);
    private static readonly string[] Paths = [.. Workspace.Documents.Keys.Where(static path => Analysis.PartsOf(path).Length > 0).Order(StringComparer.Ordinal)];

    private static readonly Gen<string> Prose = Gen.OneOf(
        Gen.Const("\n"),
        Gen.Const("\n\n\n"),
        Gen.Const("Some words that claim nothing at all.\n\n"),
        Gen.Const("Two lines of prose\nwith *emphasis* and a number: 42.\n\n"),
        Gen.Const("<!-- a remark -->\n\n"),
        Gen.Const("Русский абзац с эмодзи 🙂.\n\n"));

    [Test]
    public void Prose_and_blank_lines_leave_the_facts_as_they_are() => Edits().Sample(
        static edit =>
        {
            var (path, text) = edit;
            return Facts(WorkspaceAnalysis.Create(Workspace.WithDocument(path, text), Analysis), path).SequenceEqual(Facts(Analysis, path));
        },
        iter: 300,
        print: Printed);

    [Test]
    public void An_edit_in_prose_runs_no_workspace_rule_and_finds_the_same_as_a_fresh_look() => Edits().Sample(
        static edit =>
        {
            var (path, text) = edit;
            var edited = Workspace.WithDocument(path, text);
            var analysis = WorkspaceAnalysis.Create(edited, Analysis);
            return analysis.WorkspaceRuleRuns == 0 && DescribedFindings.Of(analysis) == DescribedFindings.Of(WorkspaceAnalysis.Create(edited));
        },
        iter: 60,
        print: Printed);

    [Test]
    public void An_edit_of_a_fact_runs_the_rules_of_its_delivery_only()
    {
        const string Path = "samples/p2p-lending/artifacts/requirements/intake.md";
        var edited = Workspace.WithDocument(Path, SourceText.From(Files[Path].Replace("3 - Pre-Production", "2 - Development", StringComparison.Ordinal)));
        var analysis = WorkspaceAnalysis.Create(edited, Analysis);
        Assert.That(analysis.WorkspaceRuleRuns, Is.EqualTo(FrameworkLsp.Analyzers.Rules.RuleCatalog.WorkspaceRules.Length));
        Assert.That(analysis.FindingsOf("samples/p2p-lending/artifacts/plans/implementation-plan.md").Select(static finding => finding.Rule.Id), Does.Contain("FW801"));
        Assert.That(analysis.ChangedSince(Analysis), Does.Not.Contain("samples/broken/p2p-lending/artifacts/requirements/intake.md"));
    }

    private static IEnumerable<DocumentFacts> Facts(WorkspaceAnalysis analysis, string path) => analysis.PartsOf(path).Select(static part => part.Facts);

    // Prose between blocks: before a heading that a blank line precedes, where no list or table goes on.
    private static Gen<(string Path, SourceText Text)> Edits() =>
        from path in Gen.OneOf(Paths.Select(Gen.Const).ToArray())
        from prose in Prose
        from place in Gen.Double[0, 0.999]
        select (path, Insert(Workspace.Documents[path], prose, place));

    private static SourceText Insert(Document document, string prose, double place)
    {
        var bound = document.GetBound();

        // A text that was decoded wrongly is repaired as a whole, and letters of another alphabet show that it was not.
        prose = bound.Repair is null ? prose : "Plain words.\n\n";
        var offsets = bound.Outline.Sections
            .Where(section => section.Level > 1 && Text(bound.Outline.Text, section.HeadingSpan.Start).EndsWith("\n\n", StringComparison.Ordinal))
            .Select(section => bound.Host!.ToSource.ToSource(section.HeadingSpan.Start))
            .ToList();
        return offsets.Count == 0 ? document.Text : document.Text.WithChanges(new TextChange(new TextSpan(offsets[(int)(offsets.Count * place)], 0), prose));
    }

    private static string Text(string text, int end) => text[Math.Max(0, end - 4)..end].ReplaceLineEndings("\n");

    private static string Printed((string Path, SourceText Text) edit) => edit.Path + ":\n" + edit.Text;
}
