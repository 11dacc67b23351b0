using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Analyzers.Framework;
using NUnit.Framework;
using static FrameworkLsp.Analyzers.Tests.Features.Completions;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class TableCompletionTests
{
    private const string IntakeHeader = "# Requirements Intake: Lending\n\n## Target Configuration\n\n- **Maturity Level**: 2 - Development Ready\n\n";
    private const string Requirements = "## Functional Requirements\n\n| Req ID | Feature | Priority | Description | Acceptance Notes |\n|---|---|---|---|---|\n| FR-001 | Loans | Must | x | y |\n| FR-007 | Offers \\| bids | Should | x | y |\n";
    private const string PlanHeader = "# Implementation Plan: Lending\n\n- **Maturity Level**: 2 - Development Ready\n- **Optional Modules**: Workers\n\n";
    private const string Matrix = "## Requirements Traceability Matrix\n\n| Req ID | Feature | Mapped to Phase | Mapped to Tasks | Evidence | Status |\n|---|---|---|---|---|---|\n";
    private const string Checklist = "# Verification Checklist: Lending\n\n- **Maturity Level**: 3 - Pre-Production\n\n## Testing & Coverage\n\n| Check | Command | Result | Evidence |\n|---|---|---|---|\n";

    private static EditorText WithIntake(string path, string text) =>
        EditorText.At(path, text, new(StringComparer.Ordinal) { [EditorText.IntakePath] = IntakeHeader + Requirements });

    private static EditorText AtChecklist(string row) => EditorText.At("artifacts/reports/verification-checklist.md", Checklist + row, new(StringComparer.Ordinal));

    [Test]
    public void A_row_of_the_next_requirement_has_stops_for_the_rest()
    {
        var row = Complete(EditorText.Intake(IntakeHeader + Requirements + "| $$")).Single(static candidate => candidate.Kind == CandidateKind.Row);

        Assert.That((row.Label, row.Text, row.Snippet), Is.EqualTo(("FR-008 (row)", "| FR-008 |  |  |  |  |", "| FR-008 | ${1} | ${2} | ${3} | ${4} |$0")));
    }

    [TestCase("|$$")]
    [TestCase("| $$ |  |  |  |  |")]
    public void A_row_replaces_what_is_there_of_it(string typed) =>
        Assert.That(Accept(EditorText.Intake(IntakeHeader + Requirements + typed), "FR-008 (row)"), Is.EqualTo(IntakeHeader + Requirements + "| FR-008 |  |  |  |  |"));

    [Test]
    public void A_row_that_is_filled_is_not_written_anew() =>
        Assert.That(Complete(EditorText.Intake(IntakeHeader + Requirements + "| $$ | Search | Must | x | y |")).Select(static candidate => candidate.Kind), Has.None.EqualTo(CandidateKind.Row));

    [Test]
    public void Rows_of_a_matrix_take_over_what_the_intake_says()
    {
        var rows = Complete(WithIntake(EditorText.PlanPath, PlanHeader + Matrix + "| FR-001 | Loans | Phase 1 | T1 | | Pending |\n| $$")).Where(static candidate => candidate.Kind == CandidateKind.Row).ToList();

        Assert.That(rows.Select(static row => row.Text), Is.EqualTo(new[] { "| FR-007 | Offers \\| bids |  |  |  | ⏳ Pending |" }).Or.EqualTo(new[] { $"| FR-007 | Offers \\| bids |  |  |  | {EmbeddedPacks.Default.Vocabulary(VocabularyIds.Requirement).Canonical(StatusClasses.Pending)} |" }));
    }

    [Test]
    public void The_name_beside_an_id_is_the_one_of_the_intake() =>
        Assert.That(Labels(WithIntake(EditorText.PlanPath, PlanHeader + Matrix + "| FR-007 | $$ | | | | |")), Is.EqualTo(new[] { "Offers \\| bids" }));

    [Test]
    public void Phases_are_those_of_level_and_modules() =>
        Assert.That(Labels(WithIntake(EditorText.PlanPath, PlanHeader + Matrix + "| FR-007 | x | $$ | | | |")), Does.Contain("Phase 4").And.Not.Contain("Phase 5"));

    [Test]
    public void Checks_come_with_command_and_expectation_of_the_level()
    {
        var rows = Complete(AtChecklist("| $$")).Where(static candidate => candidate.Kind == CandidateKind.Row).Select(static candidate => candidate.Text).ToList();

        Assert.That(rows, Has.Some.StartsWith("| ").And.Some.Contains("pytest"));
        Assert.That(rows, Has.Some.Contains("80"), "the threshold of level 3");
        Assert.That(rows, Has.None.Contains("ruff"), "another section's");
    }

    [Test]
    public void The_command_of_a_check_is_its_own()
    {
        var check = EmbeddedPacks.Default.Checks.First(static check => check.Id == "type-checking");

        Assert.That(Labels(AtChecklist($"| {check.Name} | $$ | | |")), Is.EqualTo(new[] { $"`{check.Command}`" }));
    }

    [Test]
    public void Ids_are_offered_in_the_matrix_of_a_report_and_in_prose()
    {
        const string Report = "# QA Report: Lending\n\n- **Recommendation**: APPROVED\n\n";

        Assert.That(Labels(WithIntake("artifacts/reports/qa-report.md", Report + "## Executive Summary\n\nFR$$")), Is.EqualTo(new[] { "FR-001", "FR-007" }));
    }

    [Test]
    public void In_the_middle_of_an_id_it_is_replaced_as_a_whole() =>
        Assert.That(Accept(WithIntake(EditorText.PlanPath, PlanHeader + "Builds on FR$$-001 and more\n"), "FR-007"), Is.EqualTo(PlanHeader + "Builds on FR-007 and more\n"));
}
