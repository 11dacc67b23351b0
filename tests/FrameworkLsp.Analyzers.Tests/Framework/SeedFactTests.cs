using FrameworkLsp.Analyzers.Framework;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Framework;

/// <summary>Facts of the workflow document, as the embedded pack states them.</summary>
public sealed class SeedFactTests
{
    private static FrameworkDefinition Pack => EmbeddedPacks.Default;

    [TestCase(1, "PoC", 60, 5, 7)]
    [TestCase(2, "Development", 75, 10, 12)]
    [TestCase(3, "Pre-Production", 80, 15, 18)]
    [TestCase(4, "Production", 85, 30, 35)]
    public void Levels(int number, string name, double threshold, double minutes, double upperMinutes)
    {
        var level = Pack.Level(number)!;

        Assert.That((level.Name, level.CoverageThreshold, level.BaseMinutes, level.UpperBaseMinutes), Is.EqualTo((name, threshold, minutes, upperMinutes)));
        Assert.That(level.Display, Is.EqualTo($"{number} - {name}"));
    }

    [Test]
    public void Modules_are_those_the_seed_asks_for() =>
        Assert.That(Pack.Modules.Items.Where(module => module.IsOffered).Select(module => module.Name), Is.EqualTo(["Workers", "Bot", "MongoDB", "RabbitMQ", "Redis"]));

    [Test]
    public void Stages_run_from_0_to_6_and_name_their_artefacts() =>
        Assert.That(
            Pack.Stages.Select(stage => (stage.Id, stage.ArtefactKind)),
            Is.EqualTo([("0", null), ("1", "prompt-validation"), ("2", "intake"), ("3", "plan"), ("4", null), ("5", "checklist"), ("6", "qa-report")]));

    [Test]
    public void Phases_4_and_5_are_conditional() =>
        Assert.That(
            Pack.Phases.Select(phase => (phase.Number, phase.When.Module)),
            Is.EqualTo([(1, null), (2, null), (3, null), (4, "workers"), (5, "bot"), (6, null)]));

    [Test]
    public void The_navigation_matrix_has_twelve_rows()
    {
        Assert.That(Pack.Navigation.Rows.Select(row => row.Stage), Is.EqualTo(["0", "1", "2", "3", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "5", "6"]));
        Assert.That(Pack.Navigation.Rows[0].Reads, Is.EqualTo(["CLAUDE.md", "agent-context-summary.md", "ai-code-generation-master-workflow.md"]));
        Assert.That(Pack.Navigation.Rows[^1].Success, Is.EqualTo("Stakeholder sign-off"));
    }

    [Test]
    public void Stage_0_reads_four_documents() =>
        Assert.That(Pack.Stages[0].Reads.Where(item => item.IsMandatory).Select(item => item.Path).ToArray(), Has.Length.EqualTo(4).And.Contains("docs/reference/maturity-levels.md"));

    [Test]
    public void Reading_depends_on_level_and_modules()
    {
        var reads = Pack.Stages.Single(stage => stage.Id == "3").Reads;

        Assert.That(reads.Single(item => item.Path == "docs/atomic/observability/logging/*").When, Is.EqualTo(new Condition(2, null)));
        Assert.That(reads.Single(item => item.Path == "docs/atomic/observability/elk-stack/*").When, Is.EqualTo(new Condition(4, null)));
        Assert.That(reads.Single(item => item.Path == "docs/atomic/services/aiogram/*").When, Is.EqualTo(new Condition(null, "bot")));
    }

    [Test]
    public void Nine_inputs_block() =>
        Assert.That(Pack.PromptInputs.Where(input => input.IsBlocker), Has.Exactly(9).Items);

    [Test]
    public void The_intake_demands_the_ten_sections_of_the_seed() =>
        Assert.That(
            Pack.Kind("intake")!.Sections.Where(section => section.Presence == Presence.Required).Select(section => section.Name),
            Is.EqualTo(
                [
                    "Target Configuration", "Business Context & Objectives", "Functional Requirements", "Non-Functional Constraints", "Dependencies & Integrations",
                    "Data & Storage Considerations", "Scope Boundaries", "Expected Deliverables", "Acceptance Criteria", "Risks & Open Questions",
                ]));

    [Test]
    public void The_seed_demands_four_columns_of_a_requirement() =>
        Assert.That(
            Pack.Kind("intake")!.Section(SectionRoles.FunctionalRequirements)!.Tables[0].Columns.Where(column => column.Presence == Presence.Required).Select(column => column.Name),
            Is.EqualTo(["Feature", "Priority", "Description", "Acceptance Notes"]));

    [TestCase("plan", "Maturity Level Features, Included at Selected Level, Skipped Features, Phases, Risks & Mitigations")]
    [TestCase("checklist", "Environment, Static Analysis & Security, Testing & Coverage, Artifact Validation")]
    [TestCase("qa-report", "Executive Summary, Verification Checklist Summary, Test & Coverage Details, Defects & Risks, Deliverables Summary")]
    [TestCase("adr", "Context, Decision")]
    public void Kinds_demand_the_sections_of_the_seed(string kind, string sections) =>
        Assert.That(string.Join(", ", Pack.Kind(kind)!.AllSections().Where(section => section.Presence == Presence.Required).Select(section => section.Name)), Is.EqualTo(sections));

    [TestCase("plan", "intake")]
    [TestCase("checklist", "plan")]
    [TestCase("qa-report", "checklist")]
    [TestCase("intake", null)]
    public void Predecessors(string kind, string? predecessor) => Assert.That(Pack.Kind(kind)!.Predecessor, Is.EqualTo(predecessor));

    [Test]
    public void What_may_not_be_missing()
    {
        var keys = Pack.Kinds
            .SelectMany(kind => kind.HeaderFields.Concat(kind.AllSections().SelectMany(section => section.Fields)).Where(field => field.IsKey && field.Presence == Presence.Required).Select(field => (kind.Id, field.Role)))
            .Where(pair => pair.Id is "intake" or "plan" or "checklist" or "qa-report");

        Assert.That(keys, Is.EquivalentTo(new[]
        {
            ("intake", FieldRoles.MaturityLevel), ("intake", FieldRoles.Modules), ("plan", FieldRoles.MaturityLevel), ("plan", FieldRoles.Modules),
            ("checklist", FieldRoles.MaturityLevel), ("checklist", FieldRoles.Status), ("qa-report", FieldRoles.Status), ("qa-report", FieldRoles.Recommendation),
        }));
    }

    [Test]
    public void Mandatory_checks() =>
        Assert.That(
            Pack.Checks.Where(check => check is { Severity: "error", Presence: Presence.Required }).Select(check => check.Id),
            Is.EqualTo(["linting", "formatting", "type-checking", "security-scan", "tests", "coverage", "coverage-threshold", "project-structure", "naming"]));

    [Test]
    public void A_missing_security_scan_is_for_information_at_level_1() =>
        Assert.That(Pack.Checks.Single(check => check.Id == "security-scan").SeverityByLevel, Is.EquivalentTo(new Dictionary<int, string> { [1] = "info" }));

    [TestCase("uv run ruff check .", "linting")]
    [TestCase("uv run ruff format . --check", "formatting")]
    [TestCase("uv run mypy .", "type-checking")]
    [TestCase("uv run bandit -r .", "security-scan")]
    [TestCase("uv run pytest", "tests")]
    [TestCase("uv run pytest --cov=src --cov-report=html --cov-report=xml", "coverage")]
    public void Commands_belong_to_checks(string command, string check)
    {
        Assert.That(Pack.Commands.Single(entry => entry.Command == command).Check, Is.EqualTo(check));
        Assert.That(Pack.Checks.Single(entry => entry.Id == check).Command, Is.EqualTo(command));
    }

    [TestCase("structured_logging", 1, 2, true)]
    [TestCase("nginx_gateway", 3, 3, false)]
    [TestCase("ssl_tls", 3, 3, false)]
    [TestCase("prometheus_metrics", 3, 3, false)]
    [TestCase("oauth_jwt", 4, 4, false)]
    [TestCase("elk_stack", 4, 4, false)]
    [TestCase("health_endpoints", 2, 2, true)]
    public void Features_belong_to_levels(string id, int minLevel, int requiredFrom, bool isContested)
    {
        var feature = Pack.Features.Single(item => item.Id == id);

        Assert.That((feature.MinLevel, feature.RequiredFrom, feature.IsContested, feature.IsHeadline), Is.EqualTo((minLevel, requiredFrom, isContested, true)));
    }

    [Test]
    public void Names_have_three_parts_and_ten_reasons_for_a_fourth()
    {
        Assert.That(Pack.Naming.DefaultForm, Is.EqualTo("{context}_{domain}_{type}"));
        Assert.That(Pack.Naming.Reasons.Select(reason => reason.Number), Is.EqualTo(Enumerable.Range(1, 10)));
        Assert.That(Pack.Naming.TemplateNames, Does.Contain("template_data_postgres_api"));
    }

    [Test]
    public void Ports_of_the_seed() =>
        Assert.That(
            Pack.Architecture.Roles.Where(role => role.Port is >= 8000).Select(role => (role.Id, role.Port)),
            Is.EqualTo([("api", (int?)8000), ("postgres-data", 8001), ("mongo-data", 8002)]));

    [Test]
    public void Every_sub_stage_of_the_seed_is_there() =>
        Assert.That(Pack.SubStages.Select(stage => stage.Id), Is.SupersetOf(new[] { "4.1", "4.2", "4.3", "4.4", "4.5", "4.6" }));
}
