using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Scaffolding;

internal sealed class TableInsertionTests
{
    private const string Table = "| Nr | Merkmal | Rang | Abnahme |\n|----|---------|------|---------|\n|    |         |      |         |";

    [TestCase("## Anforderungen", "", TestName = "Below a heading at the end")]
    [TestCase("## Anforderungen\n\n- Bretter\n- Schrauben", "\n", TestName = "Behind a list")]
    [TestCase("## Anforderungen\n\nText", "\n\n## Abgrenzung\n", TestName = "Before the next section")]
    [TestCase("## Anforderungen\n\nText", "\n## Abgrenzung\n", TestName = "Before a heading without a blank line")]
    [TestCase("## Anforderungen\n\nText", "\n\n### Mehr\n\nText\n", TestName = "Before the first subsection")]
    [TestCase("## Anforderungen\n\nText", "\n\n---\n\n## Abgrenzung\n", TestName = "Before a rule that separates sections")]
    public void A_table_stands_behind_the_text_of_its_section(string head, string tail)
    {
        var document = InsertionText.Bind("# Steckbrief: Regal\n\n" + head + tail);
        var missing = MissingTables.In(document).Single();
        var text = document.With(TableInsertion.Insert(document, missing)!.Value);
        var mended = InsertionText.Bind(text);
        Assert.That(text, Does.StartWith("# Steckbrief: Regal\n\n" + head + "\n\n" + Table + "\n").And.EndsWith(tail.TrimStart('\n')));
        Assert.That((MissingTables.In(mended).Length, MissingColumns.In(mended).Length, mended.Sections.Length), Is.EqualTo((0, 0, document.Sections.Length)));
    }

    [Test]
    public void A_table_is_not_inserted_into_an_open_fence()
    {
        var document = InsertionText.Bind("# Steckbrief: Regal\n\n## Anforderungen\n\n```\noffen\n");
        Assert.That(TableInsertion.Insert(document, MissingTables.In(document).Single()), Is.Null);
    }

    [TestCase("| A | B |\n|---|---|\n| 1 | 2 |", 0, "| Neu | A | B |\n|-----|---|---|\n|     | 1 | 2 |")]
    [TestCase("| A | B |\n|---|---|\n| 1 | 2 |", 1, "| A | Neu | B |\n|---|-----|---|\n| 1 |     | 2 |")]
    [TestCase("| A | B |\n|---|---|\n| 1 | 2 |", 2, "| A | B | Neu |\n|---|---|-----|\n| 1 | 2 |     |")]
    [TestCase("A | B\n--|:-:\n1 | 2", 0, "| Neu | A | B\n|-----| --|:-:\n|     | 1 | 2")]
    [TestCase("A | B\n--|:-:\n1 | 2", 1, "A | Neu | B\n--|-----|:-:\n1 |     | 2")]
    [TestCase("A | B\n--|:-:\n1 | 2", 2, "A | B | Neu |\n--|:-: |-----|\n1 | 2 |     |")]
    [TestCase("> | A |\n> |---|\n> | 1 |\n> |   |", 1, "> | A | Neu |\n> |---|-----|\n> | 1 |     |\n> |   |     |")]
    [TestCase("| A | B |\n|---|---|\n| 1 |\n| `a\\|b` | 2 |", 2, "| A | B | Neu |\n|---|---|-----|\n| 1 |\n| `a\\|b` | 2 |     |")]
    [TestCase("|A|B|\n|-|-|\n|1|2|", 1, "|A| Neu |B|\n|-|-----|-|\n|1|     |2|")]
    public void A_column_is_inserted_into_every_row(string table, int position, string expected)
    {
        var outline = MarkdownParser.Parse(table);
        var changes = TableInsertion.InsertColumns(outline, outline.Tables.Single(), [(position, "Neu")]);
        var text = SourceText.From(table).WithChanges(changes).ToString();
        Assert.That(text, Is.EqualTo(expected));
        var mended = MarkdownParser.Parse(text).Tables.Single();
        Assert.That(mended.Header.Cells.Select(static cell => cell.Text), Is.EquivalentTo(outline.Tables.Single().Header.Cells.Select(static cell => cell.Text).Append("Neu")));
        Assert.That(mended.Header.Cells[position].Text, Is.EqualTo("Neu"));
    }

    [Test]
    public void Columns_come_in_the_order_of_the_template()
    {
        var document = InsertionText.Bind("# Steckbrief: Regal\n\n## Anforderungen\n\n| Notiz | Merkmal |\n|-------|---------|\n| a | b |\n");
        var lack = MissingColumns.In(document).Single();
        Assert.That(
            document.With(TableInsertion.InsertColumns(document, lack.Table, lack.Columns.Select(static entry => entry.Column))),
            Does.EndWith("| Notiz | Nr | Merkmal | Rang | Abnahme |\n|-------|----|---------|------|---------|\n| a |    | b |      |         |\n"));
    }
}
