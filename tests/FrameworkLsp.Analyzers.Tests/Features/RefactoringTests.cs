using FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class RefactoringTests
{
    private const string IntakeHeader = "# Requirements Intake: Lending\n\n## Target Configuration\n\n- **Maturity Level**: 2 - Development\n\n";
    private const string TableHead = "## Functional Requirements\n\n| Req ID | Feature | Priority | Description | Acceptance Notes |\n|---|---|---|---|---|\n";
    private const string PlanHeader = "# Implementation Plan: Lending\n\n- **Maturity Level**: 2 - Development\n- **Optional Modules**: none\n\n";

    private static IEnumerable<RefactoringOffer> Offers(EditorText editor, int length = 0) =>
        RefactoringProvider.Offers(editor.File, editor.Analysis, new TextSpan(editor.Cursor, length), TestWorkspace.Today, default);

    private static RefactoringOffer? Offer(EditorText editor, string id, int length = 0) => Offers(editor, length).SingleOrDefault(offer => offer.Id == id);

    private static RefactoringResult Make(EditorText editor, string id, int length = 0) =>
        RefactoringProvider.Make(id, editor.File, editor.Analysis, new TextSpan(editor.Cursor, length), TestWorkspace.Today, default)!;

    private static string Apply(EditorText editor, string id, int length = 0)
    {
        var result = Make(editor, id, length);
        Assert.That(result.Refusal, Is.Null);
        return result.Edit!.TextOf(editor.Analysis.Workspace, editor.File.Path)!.ToString();
    }

    [Test]
    public void Requirements_are_sorted_by_series_and_number_with_everything_in_their_rows()
    {
        var editor = EditorText.Intake(IntakeHeader + TableHead + "| NF-2 | e | Must | x | y |\n| FR-010 | c | Must | x | y |\n| **Total** | | | | |\n| FR-002 | b$$ | Must | x | y <!-- framework-lsp-disable-line FW901 --> |\n| FR-002.10 | b2 | Must | x | y |\n| FR-002.9 | b1 | Must | x | y |\n");

        Assert.That(Apply(editor, "sortRequirements"), Does.EndWith("|---|---|---|---|---|\n| FR-002 | b | Must | x | y <!-- framework-lsp-disable-line FW901 --> |\n| FR-002.9 | b1 | Must | x | y |\n| FR-002.10 | b2 | Must | x | y |\n| FR-010 | c | Must | x | y |\n| NF-2 | e | Must | x | y |\n| **Total** | | | | |\n"));
    }

    [Test]
    public void Rows_in_order_are_not_sorted_again() =>
        Assert.That(Offer(EditorText.Intake(IntakeHeader + TableHead + "| FR-001 | a$$ | Must | x | y |\n| FR-002 | b | Must | x | y |\n"), "sortRequirements")!.Disabled, Does.Contain("in order"));

    [Test]
    public void New_numbers_are_followed_in_every_document_of_the_delivery()
    {
        const string Plan = PlanHeader + "Builds on `FR-009` and FR-004.2.\n\n## Requirements Traceability Matrix\n\n| Req ID | Feature | Mapped to Phase | Mapped to Tasks | Evidence | Status |\n|---|---|---|---|---|---|\n| FR-004 | a | Phase 1 | T1 | | Pending |\n| FR-009 | b | Phase 1 | T1 | | Pending |\n";
        var editor = EditorText.At(EditorText.IntakePath, IntakeHeader + TableHead + "| FR-009 | b$$ | Must | x | y |\n| FR-004 | a | Must | like FR-009 | y |\n", new(StringComparer.Ordinal) { [EditorText.PlanPath] = Plan });

        var edit = Make(editor, "renumberRequirements").Edit!;

        Assert.That(edit.TextOf(editor.Analysis.Workspace, EditorText.IntakePath)!.ToString(), Does.EndWith("| FR-001 | b | Must | x | y |\n| FR-002 | a | Must | like FR-001 | y |\n"));
        Assert.That(edit.TextOf(editor.Analysis.Workspace, EditorText.PlanPath)!.ToString(), Does.Contain("Builds on `FR-001` and FR-002.2.").And.Contain("| FR-002 | a | Phase 1").And.Contain("| FR-001 | b | Phase 1"));
    }

    [TestCase("| FR-001 | a$$ | Must | x | y |\n", "", "in order")]
    [TestCase("| FR-004 | a$$ | Must | x | y |\n| FR-004 | b | Must | x | y |\n", "", "defined twice")]
    [TestCase("| FR-004 | a$$ | Must | x | y |\n", "Builds on FR-001.\n", "without being defined")]
    public void Numbers_that_would_mean_something_else_are_not_given(string rows, string plan, string reason)
    {
        var editor = EditorText.At(EditorText.IntakePath, IntakeHeader + TableHead + rows, new(StringComparer.Ordinal) { [EditorText.PlanPath] = PlanHeader + plan });

        Assert.That(Offer(editor, "renumberRequirements")!.Disabled, Does.Contain(reason));
    }

    [Test]
    public void A_range_that_would_mean_other_requirements_is_refused_with_its_place()
    {
        var editor = EditorText.At(EditorText.IntakePath, IntakeHeader + TableHead + "| FR-004 | a$$ | Must | x | y |\n| FR-005 | b | Must | x | y |\n", new(StringComparer.Ordinal) { [EditorText.PlanPath] = PlanHeader + "Builds on FR-004..FR-005.\n" });

        Assert.That(Make(editor, "renumberRequirements").Refusal, Does.Contain(EditorText.PlanPath + ", line 6"));
    }

    [Test]
    public void A_list_of_requirements_becomes_the_table_of_the_template()
    {
        var editor = EditorText.Intake(IntakeHeader + "## Functional Requirements\n\n- FR-001: Loan application$$ - a customer applies | online (Must)\n- **FR-002**: Offers [Should]\n  - Description: lenders make offers\n  - Acceptance Notes: shown at once\n- `FR-003` Search\n\nMore text.\n");

        Assert.That(Apply(editor, "listToTable"), Is.EqualTo(IntakeHeader + """
            ## Functional Requirements

            | Req ID | Feature          | Priority | Description                  | Acceptance Notes |
            |--------|------------------|----------|------------------------------|------------------|
            | FR-001 | Loan application | Must     | a customer applies \| online |                  |
            | FR-002 | Offers           | Should   | lenders make offers          | shown at once    |
            | FR-003 | Search           |          |                              |                  |

            More text.

            """.ReplaceLineEndings("\n")));
    }

    [TestCase("- [ ] FR-001: a$$\n", "boxes")]
    [TestCase("- FR-001: a$$\n  - b\n    - c\n", "nested deeper")]
    [TestCase("| Req ID | Feature | Priority | Description | Acceptance Notes |\n|---|---|---|---|---|\n| FR-001 | a | Must | x | y |\n\n- FR-002: a$$\n", "its table already")]
    public void A_list_that_does_not_fit_says_why(string list, string reason) =>
        Assert.That(Offer(EditorText.Intake(IntakeHeader + "## Functional Requirements\n\n" + list), "listToTable")!.Disabled, Does.Contain(reason));

    [TestCase("- some$$ item\n- another\n")]
    [TestCase("Some$$ text\n")]
    public void Other_lists_are_no_tables(string list) => Assert.That(Offer(EditorText.Intake(IntakeHeader + "## Functional Requirements\n\n" + list), "listToTable"), Is.Null);

    [Test]
    public void A_table_of_the_author_becomes_a_list_and_back_again()
    {
        const string Table = "## Notes\n\n| Topic | Owner | Due |\n|-------|-------|-----|\n| a \\| b | Ann   | May |\n| c     | Bob   |     |\n";
        var list = Apply(EditorText.Plan(PlanHeader + Table.Replace("Ann", "$$Ann", StringComparison.Ordinal)), "tableToList");

        Assert.That(list, Is.EqualTo(PlanHeader + "## Notes\n\n- **Topic**: a | b\n  - **Owner**: Ann\n  - **Due**: May\n- **Topic**: c\n  - **Owner**: Bob\n"));
        var back = Apply(EditorText.Plan(list.Replace("Ann", "$$Ann", StringComparison.Ordinal)), "listToTable");
        Assert.That(back, Does.Contain("| a \\| b | Ann   | May |\n| c      | Bob   |     |"));
    }

    [Test]
    public void A_table_that_the_workflow_demands_stays_one() =>
        Assert.That(Offer(EditorText.Intake(IntakeHeader + TableHead + "| FR-001 | a$$ | Must | x | y |\n"), "tableToList")!.Disabled, Does.Contain("as a table"));

    [Test]
    public void A_table_is_aligned()
    {
        var editor = EditorText.Plan(PlanHeader + "| a | b |\n|---|---|\n| long$$ one | x |\n");

        Assert.That(Apply(editor, "alignTable"), Does.EndWith("| a        | b   |\n|----------|-----|\n| long one | x   |\n"));
        Assert.That(Offer(EditorText.Plan(PlanHeader + "| a        | b   |\n|----------|-----|\n| long$$ one | x   |\n"), "alignTable")!.Disabled, Does.Contain("already"));
    }

    [Test]
    public void A_decision_becomes_a_record_with_a_link_to_it()
    {
        var editor = EditorText.Plan(PlanHeader + "## Summary\n\n- We use Kafka$$ instead of the default broker.\n");

        var result = Make(editor, "extractDecision");
        Assert.That(result.Refusal, Is.Null);
        var edit = result.Edit!;
        var (path, record) = edit.NewDocuments.Single();
        Assert.That(path, Is.EqualTo("docs/adr/ADR-20251001-001-kafka.md"));
        Assert.That(record, Does.StartWith("# ADR-20251001-001: Kafka").And.Contain("> We use Kafka instead of the default broker.").And.Contain("](../../artifacts/plans/implementation-plan.md)"));
        Assert.That(edit.TextOf(editor.Analysis.Workspace, EditorText.PlanPath)!.ToString(), Does.EndWith("- We use Kafka instead of the default broker. ([ADR-20251001-001](../../docs/adr/ADR-20251001-001-kafka.md))\n"));

        // Alone, its link to the plan leads nowhere; anything else would be wrong beside the plan as well.
        Assert.That(TestWorkspace.Lint(path, record).Where(static finding => finding.Severity == Severity.Error && finding.Rule.Name != "broken-link"), Is.Empty);
    }

    [Test]
    public void Selected_text_becomes_a_record_whatever_it_speaks_of()
    {
        var editor = EditorText.Plan(PlanHeader + "## Summary\n\n$$Payments are settled once a day. More follows.\n");

        Assert.That(Offer(editor, "extractDecision"), Is.Null);
        Assert.That(Make(editor, "extractDecision", "Payments are settled once a day.".Length).Refusal, Is.Null);
        Assert.That(Make(editor, "extractDecision", "Payments are settled once a day.".Length).Edit!.NewDocuments.Keys.Single(), Does.EndWith("-payments-are-settled-once-a-day.md"));
    }

    [TestCase("## We use Kafka$$\n")]
    [TestCase("```\nKafka$$\n```\n")]
    [TestCase("Nothing of the kind$$.\n")]
    [TestCase("No Kafka$$ is used.\n")]
    public void Elsewhere_no_record_is_offered(string text) => Assert.That(Offer(EditorText.Plan(PlanHeader + text), "extractDecision"), Is.Null);

    [Test]
    public void A_passage_with_a_record_needs_no_other() => Assert.That(
        Offer(EditorText.Plan(PlanHeader + "- We use Kafka$$ ([ADR-1](../../docs/adr/ADR-1.md)).\n"), "extractDecision")!.Disabled,
        Does.Contain("already"));

    [Test]
    public void Line_ends_are_those_of_the_document()
    {
        var editor = EditorText.Intake((IntakeHeader + "## Functional Requirements\n\n- FR-001: a$$\n- FR-002: b\n").Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.That(Apply(editor, "listToTable"), Does.Not.Match("[^\r]\n"));
    }

    [Test]
    public void An_edit_that_would_bring_an_error_is_refused()
    {
        var editor = EditorText.Plan("# Implementation Plan: Lending\n\n| Maturity Level$$ | Optional Modules |\n|---|---|\n| 2 | none |\n\n## x\n");
        var offers = Offers(editor).Where(static offer => offer.Disabled is null).ToList();

        Assert.That(offers, Is.Not.Empty);
        foreach (var offer in offers)
        {
            Assert.That(Make(editor, offer.Id), Has.Property(nameof(RefactoringResult.Refusal)).Null.Or.Property(nameof(RefactoringResult.Refusal)).Contains("would be wrong"));
        }
    }

    [Test]
    public void Files_of_other_projects_have_no_refactorings() =>
        Assert.That(Offers(EditorText.At("notes.md", "# Notes\n\n| a | b |\n|---|---|\n| c$$ | d |\n", new(StringComparer.Ordinal))), Is.Empty);
}
