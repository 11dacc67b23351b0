using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Features.Board;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features.Board;

public sealed class BoardTests
{
    private static DeliveryBoard Board(params ReadOnlySpan<(string Path, string Text)> files) => Single(Loan.Analyse(files));

    private static DeliveryBoard Single(WorkspaceAnalysis analysis) => BoardProvider.GetBoards(analysis, path => analysis.FindingsOf(path)).Single();

    private static string States(DeliveryBoard board) => string.Join(' ', board.Stages.Select(static stage => $"{stage.Stage.Id}:{stage.State}"));

    [Test]
    public void A_delivery_is_summed_up()
    {
        var board = Board((Loan.IntakePath, Loan.Intake), (Loan.PlanPath, Loan.Plan));

        Assert.Multiple(() =>
        {
            Assert.That((board.Title, board.RequestId, board.Level?.Name, board.Root), Is.EqualTo(("Loan Desk", "LOAN-7", EmbeddedPacks.Default.Level(2)!.Name, "")));
            Assert.That(board.Modules.Select(static module => module.Name), Is.EqualTo(new[] { "Redis" }));
            Assert.That(States(board), Is.EqualTo("0:NotNeeded 1:NotNeeded 2:Approved 3:InReview 4:Draft 5:Missing 6:Missing"));
            Assert.That(board.Requirements, Is.EqualTo(new RequirementTotals(3, 2, 0, 0, 1, 1)));
            Assert.That(board.Findings.Errors, Is.GreaterThan(0), "The documents lack sections.");
            Assert.That(board.Findings, Is.EqualTo(board.Stages.SelectMany(static stage => stage.Documents).Aggregate(default(FindingCounts), static (sum, document) => sum + document.Findings)));
        });
    }

    [Test]
    public void The_next_document_follows_the_one_that_is_there_and_gaps_are_filled()
    {
        var early = Board((Loan.IntakePath, Loan.Intake));
        var gap = Board((Loan.PlanPath, Loan.Plan));

        Assert.Multiple(() =>
        {
            Assert.That(early.Stages[3].Step, Is.EqualTo(new BoardStep(EmbeddedPacks.Default.Kind("plan")!, Loan.IntakePath, IsUpdate: false)));
            Assert.That(early.Stages[5].Step, Is.Null, "A checklist does not come before the plan.");
            Assert.That(States(gap), Does.Contain("2:Missing").And.Contain("1:NotNeeded"));
            Assert.That(gap.Stages[2].Step?.After, Is.Null);
            Assert.That(gap.Stages[2].Step?.Title, Is.EqualTo("Create the Requirements Intake"));
        });
    }

    [TestCase("2 - Development", "3 - Pre-Production", "says level 3")]
    [TestCase("Redis", "Redis, Bot", "lacks Bot")]
    [TestCase("| FR-003 | Export | Won't |", "| FR-003 | Export | Could |", "It lacks FR-003")]
    [TestCase("| FR-003 | Export | Won't | Later | None | Pending |", "| FR-004 | Import | Must | Read | Works | Pending |", "It lacks FR-004")]
    public void A_document_that_lacks_what_its_predecessor_says_is_stale(string from, string to, string lack)
    {
        var board = Board((Loan.IntakePath, Loan.Intake.Replace(from, to, StringComparison.Ordinal)), (Loan.PlanPath, Loan.Plan));

        var plan = board.Stages[3];
        Assert.Multiple(() =>
        {
            Assert.That(plan.State, Is.EqualTo(StageState.Stale));
            Assert.That(plan.Documents.Single().Lacks.Single(), Does.Contain(lack));
            Assert.That(plan.Documents.Single().State, Is.EqualTo(DocumentState.InReview), "What it says of itself stays visible.");
            Assert.That(plan.Step?.Title, Is.EqualTo("Bring the Implementation Plan up to date"));
        });
    }

    [TestCase("Redis", "Redis, RabbitMQ, Workers", "Workers, Redis", Description = "What a module brings along need not be spelled out.")]
    [TestCase("| FR-002 | Pay back | Should |", "| FR-002 | Pay back | Won't |", null)]
    [TestCase("- **Request ID**: LOAN-7", "- **Request ID**: LOAN-7\n- **Date**: 2025-11-30", null)]
    public void Other_changes_leave_it_up_to_date(string from, string to, string? planModules)
    {
        var plan = planModules is null ? Loan.Plan : Loan.Plan.Replace("**Optional Modules**: Redis", "**Optional Modules**: " + planModules, StringComparison.Ordinal);
        var board = Board((Loan.IntakePath, Loan.Intake.Replace(from, to, StringComparison.Ordinal)), (Loan.PlanPath, plan));

        Assert.That(board.Stages[3].Documents.Single().Lacks, Is.Empty);
    }

    [Test]
    public void Verifications_and_reports_are_as_far_as_their_results()
    {
        var pending = Board((Loan.IntakePath, Loan.Intake), (Loan.PlanPath, Loan.Plan), (Loan.ChecklistPath, Loan.Checklist));
        var done = Board(
            (Loan.IntakePath, Loan.Intake),
            (Loan.PlanPath, Loan.Plan),
            (Loan.ChecklistPath, Loan.Checklist.Replace("⏳ PENDING", "✅ PASSED", StringComparison.Ordinal)),
            (Loan.ReportPath, Loan.Report));
        var blocked = Board((Loan.IntakePath, Loan.Intake), (Loan.ReportPath, Loan.Report.Replace("✅ READY FOR DEPLOYMENT", "❌ BLOCKED", StringComparison.Ordinal)));

        Assert.Multiple(() =>
        {
            Assert.That(States(pending), Does.EndWith("4:Approved 5:Draft 6:Missing"));
            Assert.That(States(done), Does.EndWith("4:Approved 5:Approved 6:Approved"));
            Assert.That(States(blocked), Does.EndWith("6:InReview"));
            Assert.That(done.Requirements, Is.EqualTo(new RequirementTotals(3, 2, 1, 2, 1, 2)));
        });
    }

    [Test]
    public void Decisions_stand_beside_the_stage_of_the_only_delivery_around_them()
    {
        const string Decision = "# ADR-20251003-001: Queue\n\n- **Status**: Accepted\n\n## Context\n\nx\n\n## Decision\n\ny\n";
        var board = Board((Loan.IntakePath, Loan.Intake), (Loan.PlanPath, Loan.Plan), ("docs/adr/ADR-20251003-001-queue.md", Decision));

        Assert.That(board.Stages[3].Documents.Select(static document => document.Path), Is.EqualTo(new[] { Loan.PlanPath, "docs/adr/ADR-20251003-001-queue.md" }));
        Assert.That(board.Stages[3].State, Is.EqualTo(StageState.InReview), "The plan decides.");
    }

    [Test]
    public void Templates_examples_and_foreign_files_are_no_deliveries()
    {
        var analysis = Loan.Analyse(
            ("docs/templates/implementation-plan-template.md", Loan.Plan.Replace("Loan Desk", "{Project} {Feature} {Name}", StringComparison.Ordinal)),
            ("notes.md", "# Notes\n\n" + "```markdown\n" + Loan.Intake + "```\n"));

        Assert.That(BoardProvider.GetBoards(analysis, static _ => []), Is.Empty);
    }

    [Test]
    public void Ids_outlive_new_documents_and_tell_copies_apart()
    {
        var one = BoardProvider.GetBoards(Loan.Analyse((Loan.PlanPath, Loan.Plan)), static _ => []).Single().Id;
        var two = BoardProvider.GetBoards(Loan.Analyse((Loan.PlanPath, Loan.Plan), (Loan.IntakePath, Loan.Intake)), static _ => []).Single().Id;
        var copies = BoardProvider.GetBoards(Loan.Analyse(("a/" + Loan.PlanPath, Loan.Plan), ("b/" + Loan.PlanPath, Loan.Plan)), static _ => []).Select(static board => board.Id).ToList();

        Assert.That(two, Is.EqualTo(one));
        Assert.That(copies, Is.Unique.And.Count.EqualTo(2));
    }

    [Test]
    public void The_sample_is_approved_throughout()
    {
        var analysis = Loan.Analyse(RepositoryFiles.In("samples/p2p-lending"));

        var board = Single(analysis);
        Assert.That(States(board), Is.EqualTo("0:NotNeeded 1:Approved 2:Approved 3:Approved 4:Approved 5:Approved 6:Approved"));
        Assert.That(board.Requirements, Is.EqualTo(new RequirementTotals(13, 13, 13, 13, 12, 1)));
    }

    [Test]
    public void Another_workflow_has_its_own_stages()
    {
        var stage = TinyPack.Definition.Stages.First(static stage => stage.ArtefactKind is not null);
        var kind = TinyPack.Definition.Kind(stage.ArtefactKind!)!;
        var text = $"# {kind.Name}: Waage\n\n";
        var analysis = Loan.Analyse(new Dictionary<string, string>(StringComparer.Ordinal) { [(kind.CanonicalPath.Length > 0 ? kind.CanonicalPath : "x/steckbrief.md")] = text }, TinyPack.Definition);

        Assert.That(BoardProvider.GetBoards(analysis, static _ => []).SelectMany(static board => board.Stages).Select(static stage => stage.Stage.Name), Is.EqualTo(TinyPack.Definition.Stages.Select(static stage => stage.Name)));
    }
}
