using FrameworkLsp.Analyzers.Features.Selection;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features.Views;

public sealed class SelectionTests
{
    private const string Plan = "=== artifacts/plans/implementation-plan.md\n";

    private static string[] Grow(string marked)
    {
        var files = MarkedFiles.Parse(marked);
        return [.. SelectionProvider.GetSelections(files.File, files.Cursor).Select(span => files.File.Text.ToString(span))];
    }

    [Test]
    public void In_a_table_it_grows_by_cell_row_table_and_section()
    {
        const string Table = "| Req ID | Feature |\n|---|---|\n| FR-001 | Loan request |";
        const string Section = "## Matrix\n\nWords.\n\n" + Table;

        var grown = Grow(Plan + "# Implementation Plan: Lending\n\n" + Section.Replace("Loan", "Lo$$an", StringComparison.Ordinal) + "\n\n## Next\n");

        Assert.That(grown, Is.EqualTo(new[]
        {
            "Loan", "Loan request", " Loan request ", "| FR-001 | Loan request |", Table, "Words.\n\n" + Table, Section,
            "# Implementation Plan: Lending\n\n" + Section + "\n\n## Next", "# Implementation Plan: Lending\n\n" + Section + "\n\n## Next\n",
        }));
    }

    [Test]
    public void In_a_list_it_grows_by_word_code_item_and_parents() => Assert.That(
        Grow(Plan + "# Implementation Plan: Lending\n\n- outer\n  - see `a_b$$c` here\n- other\n").Take(6),
        Is.EqualTo(new[] { "a_bc", "`a_bc`", "see `a_bc` here", "- see `a_bc` here", "- outer\n  - see `a_bc` here", "- outer\n  - see `a_bc` here\n- other" }));

    [Test]
    public void A_field_grows_from_word_to_value_to_line() => Assert.That(
        Grow(Plan + "# Implementation Plan: Lending\n\n- **Maturity Level**: 2 - Deve$$lopment\n").Take(3),
        Is.EqualTo(new[] { "Development", "2 - Development", "**Maturity Level**: 2 - Development" }));

    [Test]
    public void In_a_document_in_a_fence_it_grows_on_outside()
    {
        var grown = Grow(Plan + "# Implementation Plan: Lending\n\n```markdown\n# Requirements Intake: x\n\n## Target Configuration\n\n- **Maturity Level**: 2$$\n```\n");

        Assert.That(grown, Does.Contain("## Target Configuration\n\n- **Maturity Level**: 2"));
        Assert.That(grown, Does.Contain("```markdown\n# Requirements Intake: x\n\n## Target Configuration\n\n- **Maturity Level**: 2\n```"));
    }

    [Test]
    public void Other_files_are_left_to_the_editor() => Assert.That(Grow("=== notes.md\n# No$$tes\n"), Is.Empty);

    [Test]
    public void Everywhere_each_step_holds_the_one_before_and_the_last_is_the_whole_text()
    {
        var text = MarkedFiles.Parse(Plan + "$$---\ntype: plan\n---\n# Implementation Plan: Lending\n\n<!-- x -->\n\n| a | b |\n|---|---|\n| [c](d) |\n\n```markdown\n# Requirements Intake: x\n\n- **Maturity Level**: 2\n```\n\n- a\n\n  - b\n").File;
        for (var offset = 0; offset <= text.Text.Length; offset++)
        {
            var spans = SelectionProvider.GetSelections(text, offset);
            Assert.That(spans[^1].Length, Is.EqualTo(text.Text.Length), $"offset {offset}");
            Assert.That(spans.All(span => span.Start <= offset && offset <= span.End), Is.True, $"offset {offset}");
            Assert.That(spans.Zip(spans.Skip(1)).All(static pair => pair.Second.Contains(pair.First) && pair.First != pair.Second), Is.True, $"offset {offset}");
        }
    }
}
