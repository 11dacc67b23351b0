using FrameworkLsp.Analyzers.Features.Board;
using FrameworkLsp.Analyzers.Workspaces;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features.Board;

public sealed class TraceabilityTests
{
    private static WorkspaceAnalysis Whole() => Loan.Analyse(
        (Loan.IntakePath, Loan.Intake),
        (Loan.PlanPath, Loan.Plan),
        (Loan.ChecklistPath, Loan.Checklist),
        (Loan.ReportPath, Loan.Report),
        ("src/loans.py", "a\nb\n"));

    private static string Text(WorkspaceAnalysis analysis, TracePlace place) => analysis.Workspace.Documents[place.Path].Text.ToString(place.Span);

    [Test]
    public void A_requirement_is_followed_from_definition_to_report()
    {
        var analysis = Whole();

        var row = TraceabilityProvider.GetByDocument(analysis, Loan.PlanPath)!.Rows[0];

        Assert.Multiple(() =>
        {
            Assert.That((row.Id, row.Type, row.Title, row.Priority, row.Status, row.IsDescoped), Is.EqualTo(("FR-001", "Functional requirement", "Loan request", "Must", "✅ Done", false)));
            Assert.That((row.Defined!.Path, Text(analysis, row.Defined)), Is.EqualTo((Loan.IntakePath, "FR-001")));
            Assert.That(row.Planned.Select(static link => link.Label), Is.EqualTo(new[] { "Phase 3, Task 3.1" }));
            Assert.That(row.Checked.Select(static link => (link.Label, link.Place.Path)), Is.EqualTo(new[] { ("Requirements traceability", Loan.ChecklistPath) }));
            Assert.That(row.Reported.Select(static link => link.Label), Is.EqualTo(new[] { "✅ Done" }));
            Assert.That(row.Planned.Concat(row.Checked).Concat(row.Reported).Select(link => Text(analysis, link.Place)), Has.All.EqualTo("FR-001"));
            Assert.That(row.Evidence, Is.EqualTo(new[] { new EvidenceLink("src/loans.py:2", "src/loans.py", 2, true), new EvidenceLink("src/gone.py", null, null, false) }));
        });
    }

    [Test]
    public void What_is_out_of_scope_and_what_nobody_plans_shows()
    {
        var rows = TraceabilityProvider.GetByDocument(Whole(), Loan.IntakePath)!.Rows;

        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(static row => row.IsDescoped), Is.EqualTo(new[] { false, true, true }));
            Assert.That(rows[1].Planned.Single().Label, Is.EqualTo("Phase 3, Phase 4, Task 3.2"));
            Assert.That(rows[2].Planned, Is.Empty);
            Assert.That(rows[2].Evidence, Is.Empty);
        });
    }

    [Test]
    public void Rows_without_a_definition_are_listed_too()
    {
        var traceability = TraceabilityProvider.GetByDocument(Loan.Analyse((Loan.PlanPath, Loan.Plan)), Loan.PlanPath)!;

        Assert.That(traceability.Rows.Select(static row => (row.Id, row.Defined)), Is.EqualTo(new[] { ("FR-001", (TracePlace?)null), ("FR-002", null) }));
        Assert.That(traceability.Totals, Is.EqualTo(new RequirementTotals(2, 2, 0, 0, 1, 0)));
    }

    [Test]
    public void It_is_found_by_id_and_not_for_other_files()
    {
        var analysis = Whole();
        var id = TraceabilityProvider.GetByDocument(analysis, Loan.ReportPath)!.Id;

        Assert.That(TraceabilityProvider.GetById(analysis, id)!.Rows, Has.Length.EqualTo(3));
        Assert.That(TraceabilityProvider.GetById(analysis, "nothing"), Is.Null);
        Assert.That(TraceabilityProvider.GetByDocument(analysis, "src/loans.py"), Is.Null);
    }

    [TestCase("1/1 requirements", true)]
    [TestCase("100 %", true)]
    [TestCase("1/3 requirements", true, Description = "Two are out of scope.")]
    [TestCase("2/2 Must", false, Description = "Some other two.")]
    [TestCase("0/1 requirements", false)]
    public void A_checklist_that_speaks_of_all_checks_those_that_are_done(string evidence, bool isChecked)
    {
        var checklist = Loan.Checklist.Replace("FR-001 seen", evidence, StringComparison.Ordinal);
        var rows = TraceabilityProvider.GetByDocument(Loan.Analyse((Loan.IntakePath, Loan.Intake), (Loan.PlanPath, Loan.Plan), (Loan.ChecklistPath, checklist), (Loan.ReportPath, Loan.Report)), Loan.PlanPath)!.Rows;

        Assert.That(rows[0].Checked.Select(static link => link.Place.Path), isChecked ? Is.EqualTo(new[] { Loan.ChecklistPath }) : Is.Empty);
        Assert.That(rows[1].Checked, Is.Empty, "it is not done");
    }

    [Test]
    public void A_row_that_has_only_its_id_is_no_requirement_yet()
    {
        var intake = Loan.Intake.TrimEnd() + "\n| FR-004 | | Must | | | Pending |\n";

        Assert.That(TraceabilityProvider.GetByDocument(Loan.Analyse((Loan.IntakePath, intake)), Loan.IntakePath)!.Rows.Select(static row => row.Id), Has.None.EqualTo("FR-004"));
    }

    [Test]
    public void Links_and_words_are_evidence_too()
    {
        var plan = Loan.Plan.Replace("`src/loans.py:2`", "[the code](../../src/loans.py)", StringComparison.Ordinal).Replace("Task 3.2 | |", "Task 3.2 | Measured: 148 ms |", StringComparison.Ordinal);
        var rows = TraceabilityProvider.GetByDocument(Loan.Analyse((Loan.PlanPath, plan), ("src/loans.py", "")), Loan.PlanPath)!.Rows;

        Assert.That(rows.SelectMany(static row => row.Evidence), Is.EqualTo(new[] { new EvidenceLink("the code", "src/loans.py", null, true), new EvidenceLink("Measured: 148 ms", null, null, true) }));
    }

    [TestCase(Loan.PlanPath, "plan", "3", "InReview", 2)]
    [TestCase(Loan.ChecklistPath, "checklist", "5", "Draft", 2)]
    [TestCase(Loan.ReportPath, "qa-report", "6", "Approved", 2, Description = "A report without a level has that of its delivery.")]
    public void A_document_says_what_it_is(string path, string kind, string stage, string state, int level)
    {
        var status = DocumentStatusProvider.Get(Whole(), path)!;

        Assert.That((status.Kind.Id, status.Stage?.Id, status.State.ToString(), status.Level?.Number, status.Delivery is null), Is.EqualTo((kind, stage, state, level, false)));
        Assert.That(DocumentStatusProvider.Get(Whole(), "src/loans.py"), Is.Null);
    }
}
