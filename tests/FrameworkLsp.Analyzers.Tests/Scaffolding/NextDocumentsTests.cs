using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Scaffolding;

/// <summary>The document of the next stage carries the delivery on and passes the linter.</summary>
internal sealed class NextDocumentsTests
{
    private const string Prompt = "brief.md";
    private const string Validation = "artifacts/requirements/prompt-validation.md";
    private const string Intake = "artifacts/requirements/intake.md";
    private const string Plan = "artifacts/plans/implementation-plan.md";
    private const string Checklist = "artifacts/reports/verification-checklist.md";
    private const string Report = "artifacts/reports/qa-report.md";
    private const string Catalog = "docs/reference/deliverables-catalog.md";

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["Business context"] = "people without cheap credit borrow from private lenders; 1,000 users in the first year",
        ["Non-functional constraints"] = "200 ms at the 95th percentile, HTTPS only",
        ["Dependencies & integrations"] = "Stripe, Onfido",
        ["Scope boundaries"] = "loans in euro; no mobile apps",
        ["Expected deliverables"] = "services, tests, documentation",
        ["Acceptance criteria"] = "every Must requirement is shown",
    };

    [Test]
    public void The_clean_sample_is_reproduced_without_errors_up_to_the_catalogue()
    {
        var files = Sample();
        foreach (var later in new[] { Plan, Checklist, Report, Catalog })
        {
            files.Remove(later);
        }

        foreach (var path in new[] { Intake, Plan, Checklist, Report })
        {
            Assert.That(Step(files, path), Is.Not.Empty, path);
            Assert.That(Errors(files), Is.Empty, path);
        }

        var before = Facts(Sample(), Plan);
        var after = Facts(files, Plan);
        Assert.Multiple(() =>
        {
            Assert.That(after.Level, Is.EqualTo(before.Level));
            Assert.That(after.Modules, Is.EqualTo(before.Modules));
            Assert.That(after.RequestId, Is.EqualTo(before.RequestId));
            Assert.That(after.Services.Order(), Is.EquivalentTo(before.Services));
            Assert.That(after.Phases.Select(static phase => phase.Number), Is.EqualTo(before.Phases.Select(static phase => phase.Number)));
            Assert.That(after.Traces.Select(static trace => trace.Id), Is.EquivalentTo(before.Traces.Select(static trace => trace.Id)));
            Assert.That(after.Traces.Where(static trace => trace.Phase is null or "" || trace.Tasks is null or ""), Is.Empty);
            Assert.That(files[Plan], Does.Contain("| Onfido response times | Checks took up to eight minutes").And.Contain("Stripe, Onfido, Telegram"));
            Assert.That(files[Checklist], Does.Contain("✅ 82%").And.Contain("82% ≥ 80%"));
            Assert.That(files[Report], Does.Contain("82%").And.Contain("0/7 requirements"));
            Assert.That(files[Catalog], Does.Contain("[intake.md](../../artifacts/requirements/intake.md)").And.Contain("## Handoff Package"));
        });
    }

    [Test]
    public void Statuses_evidence_and_results_reach_the_report()
    {
        var files = Sample();
        files.Remove(Report);
        files["junit.xml"] = """<testsuites tests="287" failures="0" errors="0"><testsuite name="all" tests="287"/></testsuites>""";
        Step(files, Checklist);
        Assert.Multiple(() =>
        {
            Assert.That(Errors(files), Is.Empty);
            Assert.That(files[Report], Does.Contain("12 of 13 requirements done").And.Contain("287 tests with 82% coverage").And.Contain("register_user.py:8"));
            Assert.That(files[Report], Does.Contain("6/7 requirements (85%)").And.Contain("⚠️ Descoped (Approved by Marta Lindqvist on 2025-10-13)"));
            Assert.That(Facts(files, Report).Checks.Select(static check => check.Result), Is.All.EqualTo("pass"));
        });
    }

    [Test]
    public void A_prompt_is_asked_for_what_it_lacks_and_nothing_else()
    {
        var files = Brief();
        Step(files, Prompt);
        Assert.Multiple(() =>
        {
            Assert.That(files[Validation], Does.Contain("Level 2 - Development (~10 min)").And.Contain("- Bot (Aiogram) (the prompt speaks of it)").And.Contain("- **Scope boundaries**:"));
            Assert.That(files[Validation], Does.Not.Contain("- **Functional requirements**:\n"), "the features are there");
            Assert.That(Errors(files), Is.Empty);
            Assert.That(Next(files, Validation).Refusal, Does.Contain("Target maturity level").And.Contain("Scope boundaries").And.Not.Contain("Functional requirements"));
        });
    }

    [Test]
    public void The_answers_become_an_intake_and_dependencies_are_announced()
    {
        var files = Brief();
        Step(files, Prompt);
        files[Validation] = Answered(files[Validation], "3", "Workers, Bot");
        var notes = Next(files, Validation).Notes;
        Step(files, Validation);
        Assert.Multiple(() =>
        {
            Assert.That(notes, Has.One.Contains("RabbitMQ comes with Workers"));
            Assert.That(files[Intake], Does.Contain("- **Optional Modules**: Workers, Bot, RabbitMQ\n").And.Contain("~15-23 minutes"));
            Assert.That(files[Intake], Does.Contain("| FR-005 | Get notifications via Telegram bot").And.Contain("`finance_lending_api`"));
            Assert.That(files[Intake], Does.Contain("- **Out of scope**:\n  - no mobile apps\n"));
            Assert.That(Errors(files), Is.Empty);
        });
    }

    public static IEnumerable<TestCaseData> Choices =>
        from level in EmbeddedPacks.Default.Levels
        from modules in EmbeddedPacks.Default.Modules.Items.Select(static module => module.Name).Append("none").Append(string.Join(", ", EmbeddedPacks.Default.Modules.Items.Select(static module => module.Name)))
        select new TestCaseData(level.Number, modules).SetArgDisplayNames(level.Name, modules);

    [TestCaseSource(nameof(Choices))]
    public void From_prompt_to_report_there_is_no_error_at_any_level_with_any_modules(int level, string modules)
    {
        var files = Brief();
        Step(files, Prompt);
        files[Validation] = Answered(files[Validation], level.ToString(System.Globalization.CultureInfo.InvariantCulture), modules);
        foreach (var path in new[] { Validation, Intake, Plan, Checklist, Report })
        {
            Assert.That(Step(files, path), Is.Not.Empty, path);
            Assert.That(Errors(files), Is.Empty, path);
        }
    }

    [Test]
    public void A_choice_that_deviates_from_the_defaults_gets_a_decision_record()
    {
        var files = Sample();
        files.Remove(Plan);
        files[Intake] = files[Intake].Replace("RabbitMQ carries", "Kafka carries", StringComparison.Ordinal).Replace("## Scope Boundaries", "Events go through Kafka as well.\n\n## Scope Boundaries", StringComparison.Ordinal);
        var written = Step(files, Intake);
        Assert.Multiple(() =>
        {
            Assert.That(written, Has.Count.EqualTo(2));
            Assert.That(written[1], Does.StartWith("docs/adr/ADR-20251001-001-kafka"));
            Assert.That(files[written[1]], Does.Contain("Kafka").And.Contain("- **Status**: Proposed"));
            Assert.That(files[Plan], Does.Contain($"({RelativePath.From("artifacts/plans/", written[1])})"));
            Assert.That(Errors(files), Is.Empty);
            Assert.That(Next(files, Intake).Documents, Has.Length.EqualTo(1), "the record is there now");
        });
    }

    [Test]
    public void What_stands_beside_the_stages_has_no_successor()
    {
        var files = Sample();
        var record = files.Keys.First(static path => path.StartsWith("artifacts/adr/", StringComparison.Ordinal));
        Assert.That(Next(files, record).Refusal, Does.Contain("Nothing comes next"));
        Assert.That(Next(files, "missing.md").Refusal, Does.Contain("missing.md"));
    }

    internal static Dictionary<string, string> Sample() =>
        RepositoryFiles.In("samples/p2p-lending").ToDictionary(static file => file.Key["samples/p2p-lending/".Length..], static file => file.Value, StringComparer.Ordinal);

    private static Dictionary<string, string> Brief() => new(StringComparer.Ordinal)
    {
        [Prompt] = "# P2P Lending Platform\n\nI want to build a lending platform where users can:\n- Lend money to each other\n- Create loan requests\n- Make payments with interest\n- Track credit scores\n- Get notifications via Telegram bot\n",
    };

    private static string Answered(string text, string level, string modules)
    {
        foreach (var (name, answer) in Answers.Append(new("Target Maturity Level", level)).Append(new("Optional Modules", modules)))
        {
            Assert.That(text, Does.Contain($"- **{name}**:"));
            text = text.Replace($"- **{name}**:", $"- **{name}**: {answer}", StringComparison.Ordinal);
        }

        return text;
    }

    // Writes what comes next and tells the paths.
    private static List<string> Step(Dictionary<string, string> files, string path)
    {
        var next = Next(files, path);
        Assert.That(next.Refusal, Is.Null);
        foreach (var document in next.Documents)
        {
            files[document.Path] = document.Text;
        }

        return [.. next.Documents.Select(static document => document.Path)];
    }

    private static NextStage Next(Dictionary<string, string> files, string path) =>
        NextDocuments.After(WorkspaceAnalysis.Create(TestWorkspace.Create(files)), path, TestWorkspace.Today);

    private static Analyzers.Documents.Facts.DocumentFacts Facts(Dictionary<string, string> files, string path) =>
        WorkspaceAnalysis.Create(TestWorkspace.Create(files)).PartsOf(path)[0].Facts;

    internal static List<string> Errors(Dictionary<string, string> files)
    {
        var analysis = WorkspaceAnalysis.Create(TestWorkspace.Create(files));
        return [.. analysis.Workspace.Documents.Keys.SelectMany(path => analysis.FindingsOf(path)
            .Where(static finding => finding.Severity == FrameworkLsp.Analyzers.Rules.Severity.Error)
            .Select(finding => $"{path}: {finding.Rule.Id} {finding.Message}"))];
    }
}
