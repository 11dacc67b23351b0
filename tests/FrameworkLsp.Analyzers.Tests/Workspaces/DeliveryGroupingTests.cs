using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Workspaces;

internal sealed class DeliveryGroupingTests
{
    [Test]
    public void The_request_id_joins_across_folders_and_titles() => Check(
        "a/artifacts/requirements/intake.md b/artifacts/plans/plan.md",
        ("a/artifacts/requirements/intake.md", Intake("Shop", id: "R-1")),
        ("b/artifacts/plans/plan.md", Plan("Store", id: "R-1")));

    [Test]
    public void The_same_request_id_in_two_copies_of_a_project_stays_with_its_copy() => Check(
        "a/artifacts/plans/plan.md a/artifacts/requirements/intake.md|b/artifacts/plans/plan.md b/artifacts/requirements/intake.md",
        ("a/artifacts/requirements/intake.md", Intake("Shop", id: "R-1")),
        ("a/artifacts/plans/plan.md", Plan("Shop", id: "R-1")),
        ("b/artifacts/requirements/intake.md", Intake("Shop", id: "R-1")),
        ("b/artifacts/plans/plan.md", Plan("Shop", id: "R-1")));

    [Test]
    public void A_feature_id_may_be_a_request_id_elsewhere() => Check(
        "ai-docs/docs/_plans/2025-10-07_F012_x-plan.md ai-docs/docs/prd/2025-10-06_F012_x-prd.md",
        ("ai-docs/docs/prd/2025-10-06_F012_x-prd.md", "# PRD: Routen\n\n## Функциональные требования\n"),
        ("ai-docs/docs/_plans/2025-10-07_F012_x-plan.md", "---\nfeature_id: f012\n---\n# План фичи: Маршруты\n"));

    [Test]
    public void One_project_with_two_requests_in_one_folder_is_two_deliveries() => Check(
        "artifacts/plans/one-plan.md artifacts/requirements/intake-one.md|artifacts/plans/two-plan.md artifacts/requirements/intake-two.md",
        ("artifacts/requirements/intake-one.md", Intake("Shop", id: "R-1")),
        ("artifacts/plans/one-plan.md", Plan("Shop", id: "R-1")),
        ("artifacts/requirements/intake-two.md", Intake("Shop", id: "R-2")),
        ("artifacts/plans/two-plan.md", Plan("Shop", id: "R-2")));

    [Test]
    public void A_link_joins_stages_even_when_their_ids_differ() => Check(
        "artifacts/plans/plan.md artifacts/requirements/intake.md",
        ("artifacts/requirements/intake.md", Intake("Shop", id: "R-1")),
        ("artifacts/plans/plan.md", Plan("Shop", id: "R-7") + "\n[intake](../requirements/intake.md)\n"));

    [Test]
    public void A_link_to_another_delivery_joins_nothing() => Check(
        "a/artifacts/plans/plan.md a/artifacts/requirements/intake.md|b/artifacts/plans/plan.md b/artifacts/requirements/intake.md",
        ("a/artifacts/requirements/intake.md", Intake("Shop", id: "R-1")),
        ("a/artifacts/plans/plan.md", Plan("Shop", id: "R-1") + "\nBuilt like [that](../../../b/artifacts/requirements/intake.md) and `b/artifacts/plans/plan.md`.\n"),
        ("b/artifacts/requirements/intake.md", Intake("Bank", id: "R-2")),
        ("b/artifacts/plans/plan.md", Plan("Bank", id: "R-2")));

    [Test]
    public void The_project_joins_what_has_no_id() => Check(
        "artifacts/plans/plan.md artifacts/reports/qa-report.md artifacts/requirements/intake.md",
        ("artifacts/requirements/intake.md", Intake("Shop", id: "R-1")),
        ("artifacts/plans/plan.md", Plan("Shop")),
        ("artifacts/reports/qa-report.md", "# QA Report: Shop\n"));

    [Test]
    public void The_folder_joins_what_has_neither_id_nor_project() => Check(
        "artifacts/plans/plan.md artifacts/requirements/intake.md",
        ("artifacts/requirements/intake.md", "# Requirements Intake\n"),
        ("artifacts/plans/plan.md", "# Implementation Plan\n"));

    [Test]
    public void Templates_reference_material_and_other_kinds_stay_alone() => Check(
        ".framework/artifacts/plans/plan.md|artifacts/adr/adr-0001.md|artifacts/plans/plan.md|artifacts/plans/implementation-plan-template.md",
        ("artifacts/plans/plan.md", Plan("Shop")),
        ("artifacts/plans/implementation-plan-template.md", Plan("Shop")),
        (".framework/artifacts/plans/plan.md", Plan("Shop")),
        ("artifacts/adr/adr-0001.md", "# ADR-0001: Shop\n\n## Metadata\n"));

    [Test]
    public void Examples_in_a_host_form_a_delivery_of_their_own()
    {
        const string Path = "docs/workflow.md";
        var text = "# AI Code Generation Master Workflow\n\n## Stage 2: Intake\n\n**Entry Criteria**: x\n\n"
            + "```markdown\n# Requirements Intake: Shop\n```\n\n```markdown\n# Implementation Plan: Shop\n```\n\n```markdown\n# Implementation Plan: Bank\n```\n";
        var analysis = Analyse((Path, text), ("artifacts/reports/qa-report.md", "# QA Report: Shop\n"));
        Assert.That(
            analysis.Deliveries.Where(static delivery => delivery.IsEmbedded).Select(static delivery => string.Join(' ', delivery.Documents.Select(static facts => facts.Title))),
            Is.EquivalentTo(new[] { "Requirements Intake: Shop Implementation Plan: Shop", "Implementation Plan: Bank" }));
        Assert.That(analysis.DeliveryOf("artifacts/reports/qa-report.md")!.Documents, Has.Length.EqualTo(1));
    }

    [Test]
    public void Documents_come_in_stage_order()
    {
        var analysis = Analyse(
            ("artifacts/reports/qa-report.md", "# QA Report: Shop\n"),
            ("artifacts/plans/plan.md", Plan("Shop")),
            ("artifacts/requirements/intake.md", Intake("Shop")));
        Assert.That(analysis.DeliveryOf("artifacts/plans/plan.md")!.Documents.Select(static facts => facts.Kind), Is.EqualTo(new[] { "intake", "plan", "qa-report" }));
    }

    private static void Check(string expected, params (string Path, string Text)[] files)
    {
        var groups = Analyse(files).Deliveries.Select(static delivery => string.Join(' ', delivery.Documents.Select(static facts => facts.Path).Order(StringComparer.Ordinal)));
        Assert.That(groups, Is.EquivalentTo(expected.Split('|')));
    }

    private static WorkspaceAnalysis Analyse(params (string Path, string Text)[] files) =>
        WorkspaceAnalysis.Create(TestWorkspace.Create(files.ToDictionary(static file => file.Path, static file => file.Text, StringComparer.Ordinal)));

    private static string Intake(string project, string id = "") => $"# Requirements Intake: {project}\n\n## Request Metadata\n\n- **Request ID**: {id}\n";

    private static string Plan(string project, string id = "") => $"# Implementation Plan: {project}\n\n## Plan Metadata\n\n- **Request ID**: {id}\n";
}
