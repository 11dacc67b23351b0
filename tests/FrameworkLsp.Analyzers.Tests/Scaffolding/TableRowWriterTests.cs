using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Scaffolding;

internal sealed class TableRowWriterTests
{
    [TestCase("| A  | B |\n|----|---|\n| 1  | 2 |\n", "| A  | B |\n|----|---|\n| 1  | 2 |\n| x  | y \\| z |\n")]
    [TestCase("A | B\n--|--\n1 | 2\n", "A | B\n--|--\n1 | 2\nx | y \\| z \n")]
    [TestCase("| A | B |\n|---|---|", "| A | B |\n|---|---|\n| x | y \\| z |")]
    [TestCase("- item\n\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n", "- item\n\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n  | x | y \\| z |\n")]
    public void Appends_a_row_in_the_style_of_the_table(string text, string expected)
    {
        var (outline, table) = Parse(text);
        var edit = new TableRowWriter(outline, table).Append([new Dictionary<int, string> { [0] = "x", [1] = "y | z" }]);
        Assert.That(SourceText.From(text).WithChanges(edit).ToString(), Is.EqualTo(expected));
    }

    [TestCase("| A |\n|---|\n| 1 |\n", "| Id  | A |\n|-----|---|\n| X-1 | 1 |\n")]
    [TestCase("A | B\n--|--\n1 | 2\n", "Id  | A | B\n-----| --|--\nX-1 | 1 | 2\n")]
    public void Inserts_a_first_column(string text, string expected)
    {
        var (outline, table) = Parse(text);
        var edits = new TableRowWriter(outline, table).InsertFirstColumn("Id", ["X-1"]);
        var written = SourceText.From(text).WithChanges(edits).ToString();
        Assert.That(written, Is.EqualTo(expected));
        Assert.That(Parse(written).Table.Rows[0].Cells[0].Text, Is.EqualTo("X-1"));
    }

    private static (MarkdownOutline Outline, MarkdownTable Table) Parse(string text)
    {
        var outline = MarkdownParser.Parse(text);
        return (outline, outline.Tables.Single());
    }
}
