using FrameworkLsp.Analyzers.Features.FileMoves;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class FileMoveTests
{
    private const string Files = """
        === artifacts/requirements/intake.md
        # Requirements Intake: Lending

        ## Target Configuration

        [plan](../plans/implementation-plan.md)

        === services/x_y_api/src/a.py
        a

        === docs/guides/setup.md
        # Setup

        [notes](./notes.md) and [plan](../../artifacts/plans/implementation-plan.md#scope)

        === docs/guides/notes.md
        # Notes

        === README.md
        # Readme

        [setup](docs/guides/setup.md), [rooted](/docs/guides/setup.md#setup), <docs/guides/setup.md>

        === artifacts/plans/implementation-plan.md
        # Implementation Plan: Lending

        """;

    private static string Moved(string path, string text, params (string From, string To)[] moves)
    {
        var files = MarkedFiles.Parse(Files + "\n" + (path.EndsWith("implementation-plan.md", StringComparison.Ordinal) ? text + "\n" : $"\n=== {path}\n{text}\n"));
        var changes = FileMoveEdits.Of(files.Workspace, [.. moves.Select(static move => new MovedPath(move.From, move.To))], CancellationToken.None);
        var result = SourceText.From(files.Texts[path]).WithChanges(changes.GetValueOrDefault(path, [])).ToString();
        return result.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
    }

    private const string Plan = "artifacts/plans/implementation-plan.md";

    [TestCase("[in](../requirements/intake.md)", "[in](../intakes/first.md)")]
    [TestCase("[in](../requirements/intake.md#target-configuration \"t\")", "[in](../intakes/first.md#target-configuration \"t\")")]
    [TestCase("[in](/artifacts/requirements/intake.md)", "[in](/artifacts/intakes/first.md)")]
    [TestCase("![in](<../requirements/intake.md>)", "![in](<../intakes/first.md>)")]
    [TestCase("[in]: ../requirements/intake.md", "[in]: ../intakes/first.md")]
    [TestCase("`artifacts/requirements/intake.md`", "`artifacts/intakes/first.md`")]
    [TestCase("`/artifacts/requirements/intake.md#x`", "`/artifacts/intakes/first.md#x`")]
    [TestCase("[other](../requirements/intake.md.bak)", "[other](../requirements/intake.md.bak)")]
    [TestCase("plain artifacts/requirements/intake.md text", "plain artifacts/requirements/intake.md text")]
    public void A_path_follows_a_file(string written, string expected) =>
        Assert.That(Moved(Plan, written, ("artifacts/requirements/intake.md", "artifacts/intakes/first.md")), Is.EqualTo(expected));

    [TestCase("`services/x_y_api/src/a.py:1`", "`services/x_z_api/src/a.py:1`")]
    [TestCase("[a](../../services/x_y_api/src/a.py#L1)", "[a](../../services/x_z_api/src/a.py#L1)")]
    [TestCase("[folder](../../services/x_y_api/)", "[folder](../../services/x_z_api/)")]
    [TestCase("`src/a.py:1`", "`src/a.py:1`")]
    public void A_path_follows_a_folder(string written, string expected) =>
        Assert.That(Moved(Plan, written, ("services/x_y_api", "services/x_z_api")), Is.EqualTo(expected));

    [TestCase("[in](../requirements/intake.md)", "[in](../artifacts/requirements/intake.md)")]
    [TestCase("[in](/artifacts/requirements/intake.md)", "[in](/artifacts/requirements/intake.md)")]
    [TestCase("[self](#scope)", "[self](#scope)")]
    [TestCase("`artifacts/requirements/intake.md`", "`artifacts/requirements/intake.md`")]
    public void Links_of_a_moved_document_are_adjusted(string written, string expected) =>
        Assert.That(Moved(Plan, written, (Plan, "old/plan.md")), Is.EqualTo(expected));

    [TestCase("docs/guides/setup.md", "[notes](./notes.md) and [plan](../../artifacts/plans/implementation-plan.md#scope)")]
    public void Relative_links_within_a_moved_folder_stay(string path, string expected) =>
        Assert.That(Moved(path, expected, ("docs/guides", "docs/howto")), Is.EqualTo(expected));

    [Test]
    public void Documents_of_other_kinds_follow_too()
    {
        var files = MarkedFiles.Parse(Files);

        var changes = FileMoveEdits.Of(files.Workspace, [new MovedPath("docs/guides", "docs/how to")], CancellationToken.None);

        Assert.That(
            SourceText.From(files.Texts["README.md"]).WithChanges(changes["README.md"]).ToString(),
            Does.Contain("[setup](docs/how%20to/setup.md), [rooted](/docs/how%20to/setup.md#setup)"));
    }

    [Test]
    public void Moves_that_nobody_names_change_nothing() =>
        Assert.That(FileMoveEdits.Of(MarkedFiles.Parse(Files).Workspace, [new MovedPath("coverage.xml", "reports/coverage.xml")], CancellationToken.None), Is.Empty);

    public static IEnumerable<TestCaseData> SampleMoves =>
    [
        new("artifacts/requirements/intake.md", "artifacts/requirements/first-intake.md"),
        new("artifacts/adr", "artifacts/decisions"),
        new("services/finance_lending_api", "services/finance_credit_api"),
        new("services/finance_lending_worker/src/workers/repayment_worker.py", "services/finance_lending_worker/src/repayments.py"),
        new("docs", "documentation"),
        new("coverage.xml", "reports/coverage.xml"),
    ];

    /// <summary>Links and evidence of the clean sample lead somewhere before and after every move, and back.</summary>
    [TestCaseSource(nameof(SampleMoves))]
    public void After_a_move_no_link_of_the_sample_is_broken(string from, string to)
    {
        var files = RepositoryFiles.In("samples/p2p-lending").ToDictionary(static file => file.Key["samples/p2p-lending/".Length..], static file => file.Value, StringComparer.Ordinal);

        var moved = Move(files, new MovedPath(from, to));
        var back = Move(moved, new MovedPath(to, from));

        Assert.That(Broken(files), Is.Empty);
        Assert.That(Broken(moved), Is.Empty);
        Assert.That(back, Is.EqualTo(files));
    }

    private static Dictionary<string, string> Move(IReadOnlyDictionary<string, string> files, MovedPath move)
    {
        var changes = FileMoveEdits.Of(TestWorkspace.Create(files), [move], CancellationToken.None);
        return files.ToDictionary(
            pair => move.Moved(pair.Key) ?? pair.Key,
            pair => changes.TryGetValue(pair.Key, out var edits) ? SourceText.From(pair.Value).WithChanges(edits).ToString() : pair.Value,
            StringComparer.Ordinal);
    }

    private static IEnumerable<string> Broken(IReadOnlyDictionary<string, string> files)
    {
        var analysis = WorkspaceAnalysis.Create(TestWorkspace.Create(files));
        return analysis.Workspace.Documents.Keys.SelectMany(path => analysis.FindingsOf(path)
            .Where(static finding => finding.Rule.Id is "FW901" or "FW902" or "FW518" or "FW519")
            .Select(finding => $"{path}: {finding.Message}"));
    }
}
