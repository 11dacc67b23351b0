using FrameworkLsp.Analyzers.Markdown;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Markdown;

public sealed class FieldTests
{
    [TestCase("- **Maturity Level**: 3", FieldNotation.BoldItem, "Maturity Level", "3")]
    [TestCase("- **Maturity Level:** 3", FieldNotation.BoldItem, "Maturity Level", "3")]
    [TestCase("1. **Maturity Level** (1-4): 3", FieldNotation.BoldItem, "Maturity Level", "3")]
    [TestCase("- [x] **Maturity Level**: 3", FieldNotation.BoldItem, "Maturity Level", "3")]
    [TestCase("> - __Maturity Level__: 3", FieldNotation.BoldItem, "Maturity Level", "3")]
    [TestCase("**Date**: 2024-01-02  ", FieldNotation.BoldLine, "Date", "2024-01-02")]
    [TestCase("**Date**: 2024-01-02\\\nmore", FieldNotation.BoldLine, "Date", "2024-01-02")]
    [TestCase("> **Status**: draft", FieldNotation.BoldLine, "Status", "draft")]
    [TestCase("**Status:**", FieldNotation.BoldLine, "Status", "")]
    [TestCase("📅 **Дата**： сегодня", FieldNotation.BoldLine, "Дата", "сегодня")]
    [TestCase("***Both***: x", FieldNotation.BoldLine, "Both", "x")]
    [TestCase("- Name: value", FieldNotation.PlainItem, "Name", "value")]
    [TestCase("- Name:", FieldNotation.PlainItem, "Name", "")]
    [TestCase("- *Name*: `a|b`", FieldNotation.PlainItem, "Name", "`a|b`")]
    [TestCase("- Total (FR-*): 3", FieldNotation.PlainItem, "Total (FR-*)", "3")]
    [TestCase("- Coverage (see `a.md`, b; c. d: e and more of it until the line is really very long): 82 %", FieldNotation.PlainItem, "Coverage (see `a.md`, b; c. d: e and more of it until the line is really very long)", "82 %")]
    [TestCase("* Node.js version: 22", FieldNotation.PlainItem, "Node.js version", "22")]
    [TestCase("| F | V |\n|---|---|\n| **ID** | FR-001 |", FieldNotation.TableRow, "ID", "FR-001")]
    [TestCase("| F | V |\n|---|---|\n| **ID:** | |", FieldNotation.TableRow, "ID", "")]
    public void ReadsEveryNotation(string text, FieldNotation notation, string name, string value)
    {
        var outline = MarkdownParser.Parse(text);
        var field = outline.Fields.Single();
        Assert.That((field.Notation, field.Name, field.Value), Is.EqualTo((notation, name, value)));
        Assert.That(outline.Text.Substring(field.NameSpan.Start, field.NameSpan.Length), Is.EqualTo(name));
        Assert.That(outline.Text.Substring(field.ValueSpan.Start, field.ValueSpan.Length), Is.EqualTo(value));
        Assert.That(field.Key, Is.EqualTo(HeadingKey.Normalize(name)));
    }

    [TestCase("Name: value")]
    [TestCase("Name:\ntext\n")]
    [TestCase("- http://a.b/c")]
    [TestCase("- 10:30 start")]
    [TestCase("- 10: start")]
    [TestCase("- src/a.cs:12")]
    [TestCase("- First do this. Then: that")]
    [TestCase("- We wait, then: that")]
    [TestCase("- Use `key: value` here")]
    [TestCase("- see (note: this) there")]
    [TestCase("- see (note: this")]
    [TestCase("- see) note: this")]
    [TestCase("- a name that is far too long to be the name of anything at all in any document: x")]
    [TestCase("**Bold** text: x")]
    [TestCase("**Bold label**\n\ntext")]
    [TestCase("text **Name**: value")]
    [TestCase("```\n**Name**: value\n```")]
    [TestCase("<!--\n**Name**: value\n-->")]
    [TestCase("text `code\n**Name**: value`")]
    [TestCase("text <!-- comment\n**Name**: value -->")]
    [TestCase("# **Name**: value")]
    [TestCase("| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |")]
    [TestCase("A wrapped sentence that ends\nlike this:\n- item")]
    public void LeavesOtherTextAlone(string text) => Assert.That(MarkdownParser.Parse(text).Fields, Is.Empty);

    [Test]
    public void ReadsSuccessiveLinesOfAParagraph()
    {
        var outline = MarkdownParser.Parse("> **A**: 1\n> **B:** 2  \n> **C**:\n> text of c\n> **D**: 4 | **E**: 5 · **F**: x|y\n");
        Assert.That(outline.Fields.Select(f => (f.Name, f.Value)), Is.EqualTo(new[] { ("A", "1"), ("B", "2"), ("C", ""), ("D", "4"), ("E", "5"), ("F", "x|y") }));
        Assert.That(Continuation(outline, 2), Is.EqualTo("text of c"));
    }

    [TestCase("**Missing**:\n- a\n- b\n", FieldNotation.BoldLine)]
    [TestCase("**Missing**:\n\n1. a\n2. b\n", FieldNotation.BoldLine)]
    [TestCase("**Missing**\n- a\n- b\n", FieldNotation.LabelWithList)]
    [TestCase("Missing:\n- a\n  - nested\n- b\n", FieldNotation.LabelWithList)]
    [TestCase("- **Missing**:\n  - a\n  - b\n", FieldNotation.BoldItem)]
    [TestCase("- **Missing**: two\n  - a\n  - b\n", FieldNotation.BoldItem)]
    [TestCase("- **Missing**\n  - a\n  - b\n", FieldNotation.LabelWithList)]
    [TestCase("- Missing:\n  - a\n  - b\n", FieldNotation.PlainItem)]
    public void TheListThatFollowsIsTheValue(string text, FieldNotation notation)
    {
        var field = MarkdownParser.Parse(text).Fields.Single();
        Assert.That(field.Notation, Is.EqualTo(notation));
        Assert.That(field.Items.Select(i => i.Raw), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void AListBehindAValueOnTheLineIsNotTheValue() =>
        Assert.That(MarkdownParser.Parse("**Modules**: see below\n- a\n").Fields.Single().Items, Is.Empty);

    [TestCase("**Code**:\n```\nx\n```\n", "```\nx\n```")]
    [TestCase("**Code**:\n\n| a |\n|---|\n", "| a |\n|---|")]
    [TestCase("**Code**:\n| a |\n|---|\n", "| a |\n|---|")]
    [TestCase("**Code**:\n\nSome text\nand more\n\nother", "Some text\nand more")]
    [TestCase("- **Code**:\n\n  Some text\n", "Some text")]
    [TestCase("**Code**:\n\n# Heading", "")]
    [TestCase("**Code**:\n\n---\n", "")]
    [TestCase("**Code**:\n\n**Other**: x", "")]
    [TestCase("**Code**: value\n\ntext", "")]
    public void KnowsWhatFollowsAnEmptyName(string text, string continuation) =>
        Assert.That(Continuation(MarkdownParser.Parse(text), 0), Is.EqualTo(continuation));

    [Test]
    public void FieldsKnowTheirSectionAndLine()
    {
        var outline = MarkdownParser.Parse("**A**: 1\n\n## S\n\n  - **B**: 2\n");
        Assert.That(outline.Fields.Select(f => f.Section), Is.EqualTo(new[] { 0, 1 }));
        Assert.That(outline.Text.Substring(outline.Fields[1].Span.Start, outline.Fields[1].Span.Length), Is.EqualTo("- **B**: 2"));
    }

    private static string Continuation(MarkdownOutline outline, int field) =>
        outline.Text.Substring(outline.Fields[field].ContinuationSpan.Start, outline.Fields[field].ContinuationSpan.Length);

    [TestCase("Status: Draft\nDate: 2026-01-01", "Status=Draft,Date=2026-01-01")]
    [TestCase("Status: Draft\n**Date**: 2026-01-01", "Status=Draft")]
    [TestCase("Status: Draft\nand more of it", "")]
    [TestCase("The keeper asked. Level: what is that?", "")]
    public void Plain_lines_are_fields_where_the_whole_paragraph_is(string text, string expected)
    {
        var outline = MarkdownParser.Parse(text);
        Assert.That(string.Join(',', outline.PlainLines.Select(field => $"{field.Name}={field.Value}")), Is.EqualTo(expected));
        Assert.That(outline.Fields.Select(field => field.Name), Has.None.EqualTo("Status"));
    }
}
