using FrameworkLsp.Analyzers.Markdown;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Markdown;

/// <summary>Texts that a naive reader overflows, quadruples its time for every doubling, or gives up on.</summary>
public sealed class HostileTextTests
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["open brackets"] = Repeat("[", 2000),
        ["open brackets in words"] = Repeat("[a ", 20_000),
        ["balanced brackets"] = Repeat("[", 1000) + Repeat("]", 1000),
        ["links in brackets"] = Repeat("[", 300) + Repeat("](x)", 300),
        ["open images"] = Repeat("![", 20_000),
        ["link ends"] = Repeat("a](", 20_000),
        ["open destination"] = "[a](" + Repeat("(", 20_000),
        ["nested quotes"] = Repeat(">", 1000) + " a\n" + Repeat("> ", 1000) + "b",
        ["nested items on a line"] = Repeat("- ", 1000) + "a",
        ["nested numbers on a line"] = Repeat("1. ", 1000) + "a",
        ["nested items"] = string.Concat(Enumerable.Range(0, 300).Select(static depth => new string(' ', 2 * depth) + "- a\n")),
        ["backtick runs of every length"] = string.Concat(Enumerable.Range(1, 500).Select(static length => new string('`', length) + " ")),
        ["backticks"] = Repeat("` `` ", 20_000),
        ["angle brackets"] = Repeat("<a href='", 20_000),
        ["open comments"] = "a " + Repeat("<!-- ", 20_000),
        ["stars"] = Repeat("**a ", 20_000),
        ["stars in a cell"] = "|" + Repeat("**a ", 20_000) + "|\n|---|\n",
        ["addresses"] = Repeat("www.a ", 20_000) + Repeat("http://a ", 20_000),
        ["code on every line"] = Repeat("a `c` **N**: v\n", 20_000),
        ["definitions"] = Repeat("[a]: b\n\n", 5000),
        ["pipes"] = Repeat("|", 50_000) + "\n" + Repeat("|-", 50_000),
        ["delimiter rows"] = Repeat("a|b\n-|-|-\n", 10_000),
        ["opening fences"] = Repeat("```a\n", 20_000),
        ["fields on a line"] = Repeat("**a**: b | ", 20_000),
        ["entities"] = Repeat("&#", 20_000),
        ["numbered heading"] = "# " + Repeat("1. ", 20_000),
        ["part of part"] = "# " + Repeat("part 1: ", 20_000),
        ["parentheses"] = "# a" + Repeat("(", 20_000) + Repeat(")", 20_000),
        ["flow YAML"] = "---\na: " + Repeat("[a, {", 20_000) + "\n---\n",
        ["nested YAML"] = "---\na: " + Repeat("- ", 20_000) + "\n---\n",
        ["YAML keys"] = "---\n" + Repeat("? ", 20_000) + "\n---\n",
    };

    // Only the names: test runners copy arguments into every report.
    private static IEnumerable<string> Names => Texts.Keys;

    [TestCaseSource(nameof(Names))]
    public void HasAnOutline(string name) => OutlineInvariants.Check(Texts[name]);

    [Test]
    public void TwentyThousandLinesAreReadInFull()
    {
        var outline = MarkdownParser.Parse(Repeat("## Section\n\n- **Name**: value `code`\n- [x] item [l](t.md)\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\nText\n", 2000));
        Assert.That(
            (outline.Sections.Length, outline.Tables.Length, outline.ListItems.Length, outline.Fields.Length, outline.Links.Length, outline.InlineCodes.Length),
            Is.EqualTo((2001, 2000, 4000, 4000, 2000, 2000)));
    }

    [Test]
    public void LongTablesAreReadInFull()
    {
        var outline = MarkdownParser.Parse("| a | b | c |\n|---|---|---|\n" + Repeat("| `x` | [l](t.md) | **b** |\n", 5000));
        Assert.That(outline.Tables.Single().Rows, Has.Length.EqualTo(5000));
        Assert.That(outline.Links, Has.Length.EqualTo(5000));
    }

    [Test]
    public void WhatFollowsDeepNestingIsRead()
    {
        var outline = MarkdownParser.Parse(Repeat(">", 1000) + " a\n\n# T\n\n" + Repeat("[", 2000) + "\n\n[l](t.md)\n");
        Assert.That(outline.Title?.Title, Is.EqualTo("T"));
        Assert.That(outline.Links.Single().Target, Is.EqualTo("t.md"));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
