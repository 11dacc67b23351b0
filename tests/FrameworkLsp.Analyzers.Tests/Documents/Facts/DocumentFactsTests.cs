using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Documents.Facts;

internal sealed class DocumentFactsTests
{
    private const string Intake = "artifacts/requirements/intake.md";
    private const string Plan = "artifacts/plans/implementation-plan.md";
    private const string Checklist = "artifacts/reports/verification-checklist.md";
    private const string Report = "artifacts/reports/qa-report.md";

    [Test]
    public void A_requirement_is_read_from_row_heading_label_and_key_value_table()
    {
        var facts = Of(Intake, """
            # Requirements Intake: Parcels

            ## Functional Requirements

            | Req ID | Feature | Priority |
            |--------|---------|----------|
            | **FR-001** | Status | Must |
            | see FR-009 | Nothing | Must |

            ### FR-002: Labels

            - **ID**: FR-002
            - **Priority**: Should

            ### Dashboard

            **ID**: FR-003

            ### Returns

            | Field | Value |
            |-------|-------|
            | **ID** | FR-004 |
            | **Feature** | Return label |
            | **Priority** | Could |

            ## Risks & Open Questions

            - **ID**: FR-005
            """);
        Assert.That(facts.Requirements.Select(static fact => (fact.Id, fact.Title, fact.Priority)), Is.EqualTo(new[]
        {
            ("FR-001", "Status", "must"), ("FR-002", "Labels", "should"), ("FR-003", "Dashboard", null), ("FR-004", "Return label", "could"),
        }));
    }

    [Test]
    public void The_priority_may_stand_above()
    {
        var facts = Of(Intake, """
            # Requirements Intake: Parcels

            ## Core Features (Must Have)

            | ID | Название | Описание |
            |----|----------|----------|
            | FR-001 | Status | x |

            ## Could have

            ### FR-010 Labels
            """);
        Assert.That(facts.Requirements.Select(static fact => (fact.Id, fact.Priority)), Is.EqualTo(new[] { ("FR-001", "must"), ("FR-010", "could") }));
    }

    [Test]
    public void Rows_about_several_ids_trace_each_of_them()
    {
        var facts = Of(Plan, """
            # Implementation Plan: Parcels

            ## Requirements Traceability Matrix

            | Req ID | Feature | Mapped to Phase | Status |
            |--------|---------|-----------------|--------|
            | FR-001..FR-003 | All | Phase 3 | Pending |
            | NF-001 | Speed | – | Deferred |
            """);
        Assert.That(facts.Traces.Select(static trace => (trace.Id, trace.Phase, trace.Tasks, trace.Status)), Is.EqualTo(new[]
        {
            ("FR-001", "Phase 3", (string?)null, StatusClasses.Pending),
            ("FR-002", "Phase 3", null, StatusClasses.Pending),
            ("FR-003", "Phase 3", null, StatusClasses.Pending),
            ("NF-001", "", null, StatusClasses.Descoped),
        }));
        Assert.That(facts.HasTraceability, Is.True);
    }

    [Test]
    public void Coverage_stands_in_its_slots_only()
    {
        var facts = Of(Checklist, """
            # Verification Checklist: Parcels

            ## Testing & Coverage

            | Check | Command | Result | Evidence |
            |-------|---------|--------|----------|
            | Coverage | `pytest --cov=src` | ✅ 82% | htmlcov |
            | Coverage (parcel_api) | `pytest --cov=src` | ✅ 61% | htmlcov |
            | Requirements coverage | compare | ✅ 92% | 12 of 13 |
            | Coverage threshold | Level 3 requires ≥ 80% | ❌ NOT MET | 82,4% ≥ 85% |
            """);
        Assert.That(facts.Coverage, Is.EqualTo(new[] { new CoverageFact(82, StatusClasses.Pass), new CoverageFact(82.4, StatusClasses.Fail) }));
    }

    [Test]
    public void Coverage_of_a_report_stands_in_field_phrase_and_front_matter()
    {
        var facts = Of(Report, """
            ---
            coverage_percent: 80.5
            ---
            # QA Report: Parcels

            ## Test & Coverage Details

            - **Coverage percentage**: 81 % (was 55 %)
            - 96 tests with 82% coverage

            By part:

            - API: 61 tests with 74% coverage
            - Worker: 35 tests with 91% coverage

            ## Risks

            - 96 tests with 10% coverage
            """);
        Assert.That(facts.Coverage.Select(static fact => fact.Value), Is.EqualTo(new[] { 80.5, 81, 82 }));
    }

    [Test]
    public void A_question_has_no_results()
    {
        var facts = Of(Report, """
            # QA Report: Parcels

            ## Verification Checklist Summary

            | Check | Status? |
            |-------|---------|
            | Linting | ❌ |
            """);
        Assert.That(facts.Checks, Is.EqualTo(new[] { new CheckFact("linting", "Linting", null, IsNamed: true) }));
    }

    [TestCase("- Linting: old importer. Approved by Ruth Okafor", "linting")]
    [TestCase("- **Formatting**\n  - generated code\n  - Approved By: Ruth Okafor", "formatting")]
    [TestCase("| Check | Reason | Approved By |\n|---|---|---|\n| Type checking | old | Ruth Okafor |\n| Linting | old | – |", "type-checking")]
    [TestCase("Coverage stays at 78 %, approved by Ruth Okafor.", "coverage")]
    [TestCase("- Linting: old importer\n\n**Approved By**: Ruth Okafor", "linting")]
    [TestCase("- Linting: old importer", "")]
    [TestCase("- Linting: old importer. Approved by TBD", "")]
    [TestCase("- Linting: old importer. Approved by:", "")]
    public void A_deviation_names_check_and_approver(string section, string expected)
    {
        var facts = Of(Checklist, $"# Verification Checklist: Parcels\n\n## Approved Deviations\n\n{section}\n\n## Sign-Off\n\nNaming, approved by all\n");
        Assert.That(string.Join(',', facts.Deviations), Is.EqualTo(expected));
    }

    [Test]
    public void Links_are_paths_of_the_repository()
    {
        var facts = Of(Report, """
            ---
            plan_ref: "../plans/implementation-plan.md"
            related: [a.md, b.txt]
            ---
            # QA Report: Parcels

            [checklist](verification-checklist.md#environment), [site](https://example.org/x.md), [mail](mailto:a@example.org),
            [here](#below), [blank](a%20b.md?raw=1), `notes/extra.md#part`, `coverage.xml`, `xcoverage.xml`, `a b.md`, `**/*.md`
            """);
        Assert.That(facts.Links, Is.EquivalentTo(new[]
        {
            new LinkFact("verification-checklist.md", true), new LinkFact("a b.md", true),
            new LinkFact("notes/extra.md", false), new LinkFact("coverage.xml", false),
            new LinkFact("../plans/implementation-plan.md", false), new LinkFact("a.md", false),
        }));
    }

    [TestCase("[x](../plans/implementation-plan.md)", "plan")]
    [TestCase("`docs/artifacts/requirements-intake.md`", "intake")]
    [TestCase("- **Verification Checklist**: https://wiki.example.org/42", "checklist")]
    [TestCase("- **Verification Checklist artefact**: [wiki](https://wiki.example.org/42)", "checklist")]
    [TestCase("- **Verification Checklist**: done on Monday", "")]
    [TestCase("[x](../plans/readme.md)", "")]
    public void A_document_refers_to_those_it_follows_on(string text, string expected) =>
        Assert.That(string.Join(',', Of(Report, $"# QA Report: Parcels\n\n## References\n\n{text}\n").RefersTo), Is.EqualTo(expected));

    private static DocumentFacts Of(string path, string text) =>
        WorkspaceAnalysis.Create(TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [path] = text.ReplaceLineEndings("\n") })).PartsOf(path)[0].Facts;
}
