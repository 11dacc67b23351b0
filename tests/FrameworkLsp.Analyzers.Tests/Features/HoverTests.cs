using FrameworkLsp.Analyzers.Features.Hover;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class HoverTests
{
    private const string Header = "# Implementation Plan: Lending\n\n- **Maturity Level**: 2 - Development Ready\n- **Optional Modules**: Workers, Bot\n\n";

    private static HoverText? Hover(EditorText editor) =>
        HoverProvider.GetHover(editor.File, editor.Analysis, editor.Analysis.FindingsOf(editor.File.Path).Where(static finding => finding.Rule == EngineRules.UnknownSuppression), editor.Cursor);

    private static string Spanned(EditorText editor) => Hover(editor) is { } hover ? editor.Text.Substring(hover.Span.Start, hover.Span.Length) : "";

    [Test]
    public void A_level_shows_its_threshold_and_features()
    {
        var editor = EditorText.Plan("# Implementation Plan: Lending\n\n- **Maturity Level**: 3$$ - Pre-Production\n");
        var level = EmbeddedPacks.Default.Level(3)!;

        var hover = Hover(editor);

        Assert.That(hover?.Markdown, Does.Contain(level.Display).And.Contain($"{level.CoverageThreshold:0}%"));
        foreach (var feature in EmbeddedPacks.Default.Features)
        {
            Assert.That(hover!.Markdown.Contains(feature.Name, StringComparison.Ordinal), Is.EqualTo(feature.MinLevel <= 3), feature.Name);
        }
    }

    [Test]
    public void The_name_of_the_level_field_shows_all_levels()
    {
        var hover = Hover(EditorText.Plan("# Implementation Plan: Lending\n\n- **Maturity$$ Level**:\n"))!;

        Assert.That(EmbeddedPacks.Default.Levels.Select(static level => level.Display), Has.All.Matches<string?>(display => hover.Markdown.Contains(display!, StringComparison.Ordinal)));
    }

    [TestCase("Work$$ers, Bot", "Workers", "optional module")]
    [TestCase("Workers, B$$ot", "Bot", "optional module")]
    public void A_module_shows_what_it_needs(string value, string word, string expected)
    {
        var editor = EditorText.Plan($"# Implementation Plan: Lending\n\n- **Maturity Level**: 2\n- **Optional Modules**: {value}\n");

        Assert.That(Spanned(editor), Is.EqualTo(word));
        Assert.That(Hover(editor)!.Markdown, Does.Contain(expected));
    }

    [Test]
    public void A_service_name_shows_its_parts_the_reasons_and_every_layer()
    {
        var markdown = Hover(EditorText.Plan(Header + "## Services\n\n- `finance_lending$$_api`: loans\n"))!.Markdown;

        Assert.That(markdown, Does.Contain("`finance`").And.Contain("`lending`").And.Contain("`api`"));
        Assert.That(markdown, Does.Contain(EmbeddedPacks.Default.Naming.DefaultForm).And.Contain("`finance-lending-api`").And.Contain("kubernetes"));
        Assert.That(EmbeddedPacks.Default.Naming.Reasons, Has.All.Matches<NamingReason?>(reason => markdown.Contains(reason!.Name, StringComparison.Ordinal)));
    }

    [Test]
    public void A_name_with_a_function_is_told_that_it_needs_a_reason()
    {
        var markdown = Hover(EditorText.Plan(Header + "The service finance_lending_matching$$_api matches lenders.\n"))!.Markdown;

        Assert.That(markdown, Does.Contain("`matching`").And.Contain("needs one of these reasons"));
    }

    [TestCase("some_other$$_thing in prose")]
    [TestCase("well$$-known words")]
    public void Other_words_are_no_service_names(string text) => Assert.That(Hover(EditorText.Plan(Header + text + "\n")), Is.Null);

    [Test]
    public void A_requirement_shows_where_it_is_defined_and_planned()
    {
        const string Intake = "# Requirements Intake: Lending\n\n## Target Configuration\n\n- **Maturity Level**: 2\n\n## Functional Requirements\n\n| Req ID | Feature | Priority | Description | Acceptance Notes |\n|---|---|---|---|---|\n| FR-001 | Loan application | Must | x | y |\n";
        const string Plan = Header + "## Requirements Traceability Matrix\n\n| Req ID | Feature | Mapped to Phase | Mapped to Tasks | Evidence | Status |\n|---|---|---|---|---|---|\n| FR-00$$1 | Loan application | Phase 2 | T-7 | | Pending |\n";

        var markdown = Hover(EditorText.At(EditorText.PlanPath, Plan, new(StringComparer.Ordinal) { [EditorText.IntakePath] = Intake }))!.Markdown;

        Assert.That(markdown, Does.Contain("Loan application").And.Contain("Must").And.Contain(EditorText.IntakePath).And.Contain("Phase 2").And.Contain("T-7"));
    }

    [Test]
    public void A_requirement_nobody_defines_says_so() =>
        Assert.That(Hover(EditorText.Plan(Header + "See FR-0$$99.\n"))!.Markdown, Does.Contain("No document"));

    [Test]
    public void A_finding_shows_its_rule()
    {
        var markdown = Hover(EditorText.Plan(Header + "<!-- framework-lsp-disable-next-line FW7$$77 -->\n"))!.Markdown;

        Assert.That(markdown, Does.Contain("FW998").And.Contain(RulePage.Of(EngineRules.UnknownSuppression).Summary));
    }

    [Test]
    public void A_heading_shows_what_belongs_under_it()
    {
        var editor = EditorText.Plan(Header + "## Maturity Level Fea$$tures\n");

        Assert.That(Spanned(editor), Is.EqualTo("Maturity Level Features"));
        Assert.That(Hover(editor)!.Markdown, Does.Contain("Included at Selected Level"));
    }

    [Test]
    public void The_title_shows_the_stage() =>
        Assert.That(Hover(EditorText.Plan("# Implementation $$Plan: Lending\n\n- **Maturity Level**: 2\n"))!.Markdown, Does.Contain("stage 3"));

    [TestCase("## Maturity Level Features\n\n### Skipped Features\n\n| Feature | Available At Level |\n|---|---|\n| Prom$$etheus Metrics | 3 |\n", "from level 3")]
    [TestCase("## Maturity Level Features\n\n### Included at Selected Level\n\n- Prom$$etheus Metrics\n", "from level 3")]
    [TestCase("## Phase 3: Business Lo$$gic\n", "structured-logging.md")]
    [TestCase("## Phase 3: Business Lo$$gic\n", "Done when")]
    [TestCase("## Phase 4: Background Wor$$kers\n", "message-consuming.md")]
    [TestCase("Built in sub-stage 4.$$3b of the plan.\n", "request-id-tracking.md")]
    [TestCase("<!-- framework-lsp-disable-next-line FW9$$01: for the test -->\n\nx\n", "FW901")]
    [TestCase("<!-- framework-lsp-disable broken-li$$nk -->\n", "broken-link")]
    public void Things_of_the_workflow_are_explained(string text, string expected) => Assert.That(Hover(EditorText.Plan(Header + text))?.Markdown, Does.Contain(expected));

    [TestCase("## Phase 3: Business Lo$$gic\n", "custom-metrics.md")]
    [TestCase("Version 4.$$3 of the tool.\n", "Business Logic")]
    [TestCase("<!-- some FW9$$01 -->\n", "FW901")]
    public void What_does_not_apply_is_not_shown(string text, string unexpected) => Assert.That(Hover(EditorText.Plan(Header + text))?.Markdown ?? "", Does.Not.Contain(unexpected));

    [TestCase("80", "met, 5 points above")]
    [TestCase("71", "not met, 4 points below")]
    public void A_coverage_is_compared_with_the_threshold_of_the_level(string value, string expected)
    {
        var text = $"# Verification Checklist: Lending\n\n- **Maturity Level**: 2 - Development Ready\n\n## Testing & Coverage\n\n| Check | Command | Result | Evidence |\n|---|---|---|---|\n| Coverage | `uv run pytest --cov` | {value[..1]}$${value[1..]}% | htmlcov/index.html |\n";
        var editor = EditorText.At("artifacts/reports/verification-checklist.md", text, new(StringComparer.Ordinal));

        Assert.That(Spanned(editor), Is.EqualTo(value + "%"));
        Assert.That(Hover(editor)!.Markdown, Does.Contain(expected).And.Contain("75%"));
    }

    [Test]
    public void A_check_shows_its_command() => Assert.That(
        Hover(EditorText.At("artifacts/reports/verification-checklist.md", "# Verification Checklist: Lending\n\n- **Maturity Level**: 2\n\n## Static Analysis & Security\n\n| Check | Command | Result | Evidence |\n|---|---|---|---|\n| Type che$$cking | | | |\n", new(StringComparer.Ordinal)))!.Markdown,
        Does.Contain("uv run mypy ."));

    [Test]
    public void A_key_of_the_front_matter_shows_its_field() =>
        Assert.That(Hover(EditorText.Plan("---\nmatu$$rity_level: 2\n---\n\n" + Header))!.Markdown, Does.Contain("Maturity Level").And.Contain("front matter"));

    [TestCase("# Notes\n\nFR-0$$01 finance_lending_api\n")]
    [TestCase("$$")]
    public void Files_of_other_projects_show_nothing(string text) => Assert.That(Hover(EditorText.At("notes.md", text, new(StringComparer.Ordinal))), Is.Null);

    [Test]
    public void Every_place_of_a_document_can_be_asked_for_a_hover()
    {
        var text = Header + "```markdown\n# Requirements Intake: x\n\n## Target Configuration\n\n- **Maturity Level**: 2\n```\n\n| a | b |\n|---|---|\n| FR-001 |\n";
        var file = EditorText.Plan("$$" + text).File;
        var analysis = EditorText.Plan("$$" + text).Analysis;

        for (var offset = 0; offset <= text.Length; offset++)
        {
            var hover = HoverProvider.GetHover(file, analysis, [], offset);
            Assert.That(hover is null || (hover.Span.Start <= offset && offset <= hover.Span.End && hover.Markdown.Length > 0), Is.True, $"offset {offset}");
        }
    }
}
