using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Markdown;

public sealed class MarkdownParserTests
{
    [Test]
    public void NestsSections()
    {
        var outline = MarkdownParser.Parse("intro\n\n# T ##\nbody\n## A\n### B\n\ntext\n## `C` *d*\n");

        Assert.That(outline.Sections.Select(s => (s.Level, s.Parent, s.Title)), Is.EqualTo(new[]
        {
            (0, -1, ""), (1, 0, "T"), (2, 1, "A"), (3, 2, "B"), (2, 1, "`C` *d*"),
        }));
        Assert.That(Slice(outline, outline.Sections[0].BodySpan), Is.EqualTo("intro\n\n"));
        Assert.That(Slice(outline, outline.Sections[1].HeadingSpan), Is.EqualTo("# T ##"));
        Assert.That(Slice(outline, outline.Sections[1].BodySpan), Is.EqualTo("body\n"));
        Assert.That(Slice(outline, outline.Sections[2].Span), Is.EqualTo("## A\n### B\n\ntext\n"));
        Assert.That(Slice(outline, outline.Sections[3].BodySpan), Is.EqualTo("\ntext\n"));
        Assert.That(outline.Sections[4].Key, Is.EqualTo("c d"));
        Assert.That(outline.Title?.Title, Is.EqualTo("T"));
        Assert.That(outline.SectionAt(outline.Text.IndexOf("text", StringComparison.Ordinal)).Title, Is.EqualTo("B"));
    }

    [Test]
    public void ReadsSetextAndEmptyHeadings()
    {
        var outline = MarkdownParser.Parse("Title\r\nmore\r\n=====\r\n\r\n#\r\n\r\nText\r\n---");

        Assert.That(outline.Sections.Skip(1).Select(s => (s.Level, s.Title, Slice(outline, s.HeadingSpan))), Is.EqualTo(new[]
        {
            (1, "Title\r\nmore", "Title\r\nmore\r\n====="), (1, "", "#"), (2, "Text", "Text\r\n---"),
        }));
    }

    [Test]
    public void HeadingsOfQuotesAndFencesAreNoSections()
    {
        var outline = MarkdownParser.Parse("# A\n> # Quoted\n\n```\n# Code\n```\n");
        Assert.That(outline.Sections.Select(s => s.Title), Is.EqualTo(new[] { "", "A" }));
    }

    [Test]
    public void SplitsTableRowsAsGfmDoes()
    {
        var outline = MarkdownParser.Parse("Text\n| A | B |\n|:--|--:|\n| `x|y` | z |\n| a \\| b | **c**<br>d | e\n|\n| 1 |  |\n\nafter\n");

        var table = outline.Tables.Single();
        Assert.That(Cells(table.Header), Is.EqualTo(new[] { "A", "B" }));
        Assert.That(Slice(outline, table.DelimiterSpan), Is.EqualTo("|:--|--:|"));
        Assert.That(table.Rows.Select(Cells), Is.EqualTo(new[]
        {
            new[] { "`x", "y`", "z" }, new[] { "a \\| b", "**c**<br>d", "e" }, [], new[] { "1", "" },
        }));
        Assert.That(table.Rows[1].Cells[0].Text, Is.EqualTo("a | b"));
        Assert.That(table.Rows[1].Cells[1].Text, Is.EqualTo("c\nd"));
        Assert.That(Slice(outline, table.Rows[3].Cells[1].Span), Is.EqualTo("  "));
        Assert.That(table.Rows[3].Cells[1].ContentSpan, Is.EqualTo(new TextSpan(table.Rows[3].Cells[1].Span.Start + 1, 0)));
        Assert.That(Slice(outline, table.Span), Does.StartWith("| A").And.EndWith("| 1 |  |"));
        Assert.That(table.Rows[3].Cell(2), Is.Null);
    }

    [TestCase("| a | b |\n|---|\n| 1 | 2 |\n", TestName = "Delimiter row too short")]
    [TestCase("| a | b |\n|---|-x-|\n| 1 | 2 |\n", TestName = "Text in the delimiter row")]
    [TestCase("| a | b |\n|---|---|---\n\n|\n| 1 | 2 |\n", TestName = "Wrapped delimiter row")]
    public void AMalformedDelimiterMakesNoTable(string text) => Assert.That(MarkdownParser.Parse(text).Tables, Is.Empty);

    [TestCase("- item\n\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n")]
    [TestCase("> | A | B |\n> |---|---|\n> | 1 | 2 |\n")]
    [TestCase("> - | A | B |\n>   |---|---|\n>   | 1 | 2 |\n")]
    [TestCase("\t1. x\r\n\r\n| A | B\r\n---|---\r\n1 | 2")]
    [TestCase("| A | B |\n|---|---|\n| 1 | 2 |\n---\n")]
    public void FindsTablesAnywhere(string text)
    {
        var outline = MarkdownParser.Parse(text);
        Assert.That(outline.Tables.Single().Rows.Select(Cells), Is.EqualTo(new[] { new[] { "1", "2" } }));
        Assert.That(outline.Sections, Has.Length.EqualTo(1));
    }

    [Test]
    public void ATableBelongsToTheNearestHeading()
    {
        var outline = MarkdownParser.Parse("# A\n## B\n| x |\n|---|\n");
        Assert.That(outline.Tables.Single().Section, Is.EqualTo(2));
    }

    [Test]
    public void ReadsListItems()
    {
        var outline = MarkdownParser.Parse("- [x] **done** `a`\n  more\n  - nested\n* [ ] open\n\n10. ten\n    para\n\n> + quoted\n-\n");

        Assert.That(outline.ListItems.Select(i => (i.Parent, i.Raw, i.Text, i.IsOrdered, i.IsChecked)), Is.EqualTo(new[]
        {
            (-1, "**done** `a`", "done a", false, true),
            (0, "nested", "nested", false, (bool?)null),
            (-1, "open", "open", false, false),
            (-1, "ten", "ten", true, null),
            (-1, "quoted", "quoted", false, null),
            (-1, "", "", false, null),
        }));
        Assert.That(Slice(outline, outline.ListItems[0].Span), Is.EqualTo("- [x] **done** `a`\n  more\n  - nested"));
        Assert.That(Slice(outline, outline.ListItems[0].CheckSpan), Is.EqualTo("[x]"));
        Assert.That(Slice(outline, outline.ListItems[3].Span), Is.EqualTo("10. ten\n    para"));
    }

    [Test]
    public void ReadsFences()
    {
        var outline = MarkdownParser.Parse("```JSON title=x\n{}\n```  \n\n> ~~~~ yaml\n> a: 1\n>\n>   b: 2\n> ~~~~\n\n```\n```\n\n````md\n```bash\nx\n```\n````\n");

        Assert.That(outline.Fences.Select(f => (f.Marker, f.MarkerLength, f.Info, f.Language, f.Content)), Is.EqualTo(new[]
        {
            ('`', 3, "JSON title=x", "json", "{}\n"),
            ('~', 4, "yaml", "yaml", "a: 1\n\n  b: 2\n"),
            ('`', 3, "", "", ""),
            ('`', 4, "md", "md", "```bash\nx\n```\n"),
        }));
        Assert.That(Slice(outline, outline.Fences[1].OpeningSpan), Is.EqualTo("~~~~ yaml"));
        Assert.That(Slice(outline, outline.Fences[1].ClosingSpan!.Value), Is.EqualTo("~~~~"));
        Assert.That(Slice(outline, outline.Fences[1].ContentSpan), Is.EqualTo("> a: 1\n>\n>   b: 2\n"));
        Assert.That(Slice(outline, outline.Fences[1].ContentMap.ToSource(new TextSpan(6, 6))), Is.EqualTo("  b: 2"));
        Assert.That(outline.Fences[2].ContentSpan.IsEmpty);
    }

    [TestCase("```\na\n", "a\n")]
    [TestCase("```\na", "a")]
    [TestCase("```", "")]
    [TestCase("```\n", "")]
    [TestCase("text\r\n```x\r\na\r\n\r\n", "a\r\n\r\n")]
    [TestCase("- ```\n  a\nb\n", "a\n")]
    [TestCase("> ```\n> a\nb\n", "a\n")]
    public void AnUnclosedFenceHasNoClosingLine(string text, string content)
    {
        var fence = MarkdownParser.Parse(text).Fences.Single();
        Assert.That(fence.ClosingSpan, Is.Null);
        Assert.That(fence.Content, Is.EqualTo(content));
    }

    [Test]
    public void ATabCutByThePrefixStandsForTheTab()
    {
        var fence = MarkdownParser.Parse("> ```\n> \tx\n> ```\n").Fences.Single();
        Assert.That(fence.Content, Is.EqualTo("  x\n"));
        Assert.That(fence.ContentMap.ToSource(new TextSpan(2, 1)), Is.EqualTo(new TextSpan(9, 1)));
    }

    [Test]
    public void ReadsLinks()
    {
        const string Text = "[a *b*](x/y.md#z \"t\") ![i](<p q.png>) <https://a.b> http://c.d/e [r] [t][r] [n](u(v)w%20\\_)\n\n| [c](d) | `[no](no)` |\n|---|---|\n| [open | [e](f) |\n\n`[no](no)` <!-- [no](no) -->\n\n> [r]: <z.md> 't'\n";
        var outline = MarkdownParser.Parse(Text);

        Assert.That(outline.Links.Select(l => (l.Kind, l.Target, Slice(outline, l.TargetSpan), l.Text)), Is.EqualTo(new[]
        {
            (LinkKind.Link, "x/y.md#z", "x/y.md#z", "a b"),
            (LinkKind.Image, "p q.png", "p q.png", "i"),
            (LinkKind.Autolink, "https://a.b", "https://a.b", "https://a.b"),
            (LinkKind.Autolink, "http://c.d/e", "http://c.d/e", "http://c.d/e"),
            (LinkKind.Link, "z.md", "", "r"),
            (LinkKind.Link, "z.md", "", "t"),
            (LinkKind.Link, "u(v)w%20_", "u(v)w%20\\_", "n"),
            (LinkKind.Link, "d", "d", "c"),
            (LinkKind.Link, "f", "f", "e"),
            (LinkKind.Definition, "z.md", "z.md", "r"),
        }));
        Assert.That(Slice(outline, outline.Links[0].Span), Is.EqualTo("[a *b*](x/y.md#z \"t\")"));
        Assert.That(Slice(outline, outline.Links[9].Span), Is.EqualTo("[r]: <z.md> 't'"));
    }

    [Test]
    public void ALinkComesBeforeTheImageInIt()
    {
        var outline = MarkdownParser.Parse("[![alt](i.png)](t.md) []() [x](<>)");
        Assert.That(outline.Links.Select(l => (l.Kind, l.Target, l.Text)), Is.EqualTo(new[]
        {
            (LinkKind.Link, "t.md", "alt"), (LinkKind.Image, "i.png", "alt"), (LinkKind.Link, "", ""), (LinkKind.Link, "", "x"),
        }));
    }

    [Test]
    public void ReadsCommentsAndCode()
    {
        var outline = MarkdownParser.Parse("<!-- one -->\ntext <!--two\nlines--> and `co|de` `` a`b ``\n\n<div>\n<!-- three -->\n</div>\n\n```\n<!-- no --> `no`\n```\n<!-- open\n");

        Assert.That(outline.Comments.Select(c => c.Content), Is.EqualTo(new[] { "one", "two\nlines", "three" }));
        Assert.That(Slice(outline, outline.Comments[1].ContentSpan), Is.EqualTo("two\nlines"));
        Assert.That(outline.InlineCodes.Select(c => (c.Content, Slice(outline, c.Span))), Is.EqualTo(new[] { ("co|de", "`co|de`"), ("a`b", "`` a`b ``") }));
    }

    private static string Slice(MarkdownOutline outline, TextSpan span) => outline.Text.Substring(span.Start, span.Length);

    private static string[] Cells(TableRow row) => [.. row.Cells.Select(c => c.Raw)];
}
