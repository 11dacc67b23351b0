using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Testing;
using NUnit.Framework;
using static FrameworkLsp.Analyzers.Tests.Features.Completions;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class CompletionTests
{
    private const string IntakeHeader = "# Requirements Intake: Lending\n\n## Target Configuration\n\n- **Maturity Level**: 2 - Development Ready\n";
    private const string Requirements = "## Functional Requirements\n\n| Req ID | Feature | Priority | Description | Acceptance Notes |\n|---|---|---|---|---|\n| FR-001 | Loans | Must | x | y |\n| FR-002 | Offers | Should | x | y |\n";
    private const string PlanHeader = "# Implementation Plan: Lending\n\n- **Maturity Level**: 2 - Development Ready\n\n";

    [TestCase("$$")]
    [TestCase("#$$")]
    [TestCase("## $$")]
    [TestCase("## Fun$$")]
    public void Missing_sections_come_in_the_order_of_the_template(string typed)
    {
        var sections = Complete(EditorText.Intake(IntakeHeader + "\n" + typed)).Where(static candidate => candidate.Kind == CandidateKind.Section).Select(static candidate => candidate.Label).ToList();

        var template = EmbeddedPacks.Default.Kind("intake")!.Sections.Where(static section => section.HeadingPattern is null).Select(static section => section.Name).ToList();
        Assert.That(sections, Is.EqualTo(template.Where(static name => name != "Target Configuration")));
    }

    [Test]
    public void A_section_is_written_with_its_fields_and_table()
    {
        var text = Accept(EditorText.Intake(IntakeHeader + "\n## Func$$"), "Functional Requirements");

        Assert.That(text, Is.EqualTo(IntakeHeader + "\n## Functional Requirements\n\n| Feature | Priority | Description | Acceptance Notes |\n|---------|----------|-------------|------------------|\n|         |          |             |                  |"));
    }

    [Test]
    public void Snippets_stop_at_values_and_cells()
    {
        var candidates = Complete(EditorText.Intake(IntakeHeader + "\n## $$"));

        Assert.Multiple(() =>
        {
            Assert.That(candidates.Single(static candidate => candidate.Label == "Functional Requirements").Snippet, Does.EndWith("\n| ${1} | ${2} | ${3} | ${4} |$0"));
            Assert.That(candidates.Single(static candidate => candidate.Label == "Business Context & Objectives").Snippet, Does.Contain("- **Problem**: ${1}\n- **Target Users**: ${2}"));
        });
    }

    [Test]
    public void Subsections_are_offered_inside_their_section() =>
        Assert.That(Labels(EditorText.Plan(PlanHeader + "## Maturity Level Features\n\n### Included at Selected Level\n\n### $$")), Is.EqualTo(new[] { "Skipped Features", "Upgrade Path" }));

    [TestCase("- $$", "- **Optional Modules**: ")]
    [TestCase("- **$$", "- **Optional Modules**: ")]
    [TestCase("* Opt$$", "- **Optional Modules**: ")]
    [TestCase("  - **Opt$$", "  - **Optional Modules**: ")]
    public void Missing_fields_replace_what_is_typed_of_them(string typed, string line) =>
        Assert.That(Accept(EditorText.Intake(IntakeHeader + typed), "Optional Modules"), Is.EqualTo(IntakeHeader + line));

    [Test]
    public void Present_fields_are_not_offered_again() =>
        Assert.That(Labels(EditorText.Intake(IntakeHeader + "- $$")), Does.Contain("Optional Modules").And.Not.Contain("Maturity Level"));

    [Test]
    public void Fields_of_the_header_are_offered_below_the_title() =>
        Assert.That(Labels(EditorText.Plan("# Implementation Plan: Lending\n\n- **Maturity Level**: 2\n- $$")), Does.Contain("Optional Modules").And.Not.Contain("Maturity Level"));

    [TestCase("- **Maturity Level**: $$", "- **Maturity Level**: 3 - Pre-Production")]
    [TestCase("- **Maturity Level**:$$", "- **Maturity Level**: 3 - Pre-Production")]
    [TestCase("- **Maturity Level**: 2 - Dev$$", "- **Maturity Level**: 3 - Pre-Production")]
    [TestCase("- **Maturity Level**: $$2", "- **Maturity Level**: 3 - Pre-Production")]
    public void A_level_replaces_the_value(string line, string expected) =>
        Assert.That(Accept(EditorText.Plan("# Implementation Plan: Lending\n\n" + line), "3 - Pre-Production"), Is.EqualTo("# Implementation Plan: Lending\n\n" + expected));

    [TestCase("$$", "Workers")]
    [TestCase("Bot, $$", "Bot, Workers")]
    [TestCase("Bot,$$", "Bot, Workers")]
    [TestCase("Bot, Wo$$", "Bot, Workers")]
    [TestCase("$$, Bot", "Workers, Bot")]
    public void A_module_replaces_its_entry_only(string value, string expected) => Assert.That(
        Accept(EditorText.Plan(PlanHeader + "- **Optional Modules**: " + value), "Workers"),
        Is.EqualTo(PlanHeader + "- **Optional Modules**: " + expected));

    [Test]
    public void Modules_that_are_listed_are_not_offered_again() =>
        Assert.That(Labels(EditorText.Plan(PlanHeader + "- **Optional Modules**: Bot, $$")), Does.Contain("Workers").And.Not.Contain("Bot"));

    [TestCase("- **Status**: $$", VocabularyIds.DocumentState)]
    public void Statuses_come_from_their_vocabulary(string line, string vocabulary) =>
        Assert.That(Labels(EditorText.Plan(PlanHeader + line)), Is.EqualTo(EmbeddedPacks.Default.Vocabulary(vocabulary).Classes.Select(static entry => entry.Canonical)));

    [Test]
    public void Priorities_are_offered_in_their_column() =>
        Assert.That(Labels(EditorText.Intake(IntakeHeader + "\n" + Requirements + "| FR-003 | Search | $$ | x | y |\n")), Is.EqualTo(new[] { "Won't", "Must", "Should", "Could" }));

    [Test]
    public void A_recommendation_is_offered_in_a_report() => Assert.That(
        Labels(EditorText.At("artifacts/reports/qa-report.md", "# QA Report: Lending\n\n- **Recommendation**: $$\n", new(StringComparer.Ordinal))),
        Does.Contain("NOT APPROVED"));

    [TestCase("|$$", "| FR-003")]
    [TestCase("| $$ |", "| FR-003 |")]
    [TestCase("| F$$", "| FR-003")]
    public void Where_requirements_are_defined_the_next_id_is_offered(string row, string expected) =>
        Assert.That(Accept(EditorText.Intake(IntakeHeader + "\n" + Requirements + row), "FR-003"), Is.EqualTo(IntakeHeader + "\n" + Requirements + expected));

    [Test]
    public void Where_they_are_mapped_the_ids_that_are_not_mapped_yet_are_offered()
    {
        const string Matrix = "## Requirements Traceability Matrix\n\n| Req ID | Feature | Mapped to Phase | Mapped to Tasks | Status |\n|---|---|---|---|---|\n| FR-001 | Loans | Phase 1 | T1 | Pending |\n| $$";
        var editor = EditorText.At(EditorText.PlanPath, PlanHeader + Matrix, new(StringComparer.Ordinal) { [EditorText.IntakePath] = IntakeHeader + "\n" + Requirements });

        var candidate = Complete(editor).Single(static candidate => candidate.Kind == CandidateKind.Requirement);

        Assert.That((candidate.Label, candidate.Detail), Is.EqualTo(("FR-002", "Offers")));
    }

    [Test]
    public void In_running_text_ids_are_offered_once_one_is_begun()
    {
        var others = new Dictionary<string, string>(StringComparer.Ordinal) { [EditorText.IntakePath] = IntakeHeader + "\n" + Requirements };

        Assert.That(Labels(EditorText.At(EditorText.PlanPath, PlanHeader + "Builds on FR$$", others)), Is.EqualTo(new[] { "FR-001", "FR-002" }));
        Assert.That(Labels(EditorText.At(EditorText.PlanPath, PlanHeader + "Builds on Fr$$", others)), Is.Empty);
    }

    [Test]
    public void Features_are_offered_by_the_level_of_the_document()
    {
        const string Table = "## Maturity Level Features\n\n### Skipped Features\n\n| Feature | Available At Level | Upgrade Impact |\n|---|---|---|\n| $$";

        var labels = Complete(EditorText.Plan(PlanHeader + Table)).Where(static candidate => candidate.Kind != CandidateKind.Row).Select(static candidate => candidate.Label);

        Assert.That(labels, Is.EqualTo(EmbeddedPacks.Default.Features.Where(static feature => feature.MinLevel > 2).Select(static feature => feature.Name)));
    }

    [Test]
    public void Dates_offer_today() => Assert.That(Labels(EditorText.Plan(PlanHeader + "- **Date**: $$")), Is.EqualTo(new[] { "2025-10-01" }));

    [TestCase("Some words $$")]
    [TestCase("```yaml\n- $$\n```\n")]
    [TestCase("- some item: $$")]
    [TestCase("- a sentence with a dot. And more $$")]
    public void In_prose_and_code_nothing_is_offered(string text) => Assert.That(Labels(EditorText.Plan(PlanHeader + text)), Is.Empty);

    [Test]
    public void A_blank_line_offers_something_only_when_asked() =>
        Assert.That(Complete(EditorText.Plan(PlanHeader + "$$"), isAsked: false), Is.Empty);

    [Test]
    public void Line_ends_are_those_of_the_document()
    {
        var editor = EditorText.Intake((IntakeHeader + "\n## $$").Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.That(Complete(editor).Select(static candidate => candidate.Text), Has.None.Match("[^\r]\n"));
    }

    [Test]
    public void Files_of_other_projects_offer_nothing() => Assert.That(Labels(EditorText.At("notes.md", "# Notes\n\n## $$", new(StringComparer.Ordinal))), Is.Empty);

    [Test]
    public void Every_place_can_be_completed()
    {
        const string Text = IntakeHeader + "\n" + Requirements + "\n- **\n\n```markdown\n# Implementation Plan: x\n\n- **Maturity Level**: 2\n\n## \n```\n";
        var editor = EditorText.Intake("$$" + Text);

        for (var offset = 0; offset <= Text.Length; offset++)
        {
            foreach (var candidate in CompletionProvider.GetCandidates(editor.File, editor.Analysis, offset, isAsked: true, TestWorkspace.Today).Candidates)
            {
                Assert.That(candidate.Replaced.Start <= offset && offset <= candidate.Replaced.End && !Text.AsSpan(candidate.Replaced.Start, candidate.Replaced.Length).Contains('\n'), Is.True, $"offset {offset}, {candidate.Label}");
            }
        }
    }
}
