using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Markdown;

public sealed class NestedFenceTests
{
    private const string Report = """
        # Guide

        ```markdown
        # Report

        ## Deployment
        ```bash
        # 1. configure
        up -d
        ```

        **Recommendation**: approved
        ```

        **User reviews**: yes

        ---

        ## Part 5: Issues

        1. Explain:
           ```
           text
           ```
        2. Update

        ### Issue

        ```json
        {}
        ```

        """;

    [TestCase("\n")]
    [TestCase("\r\n")]
    public void RecoversTheIntendedStructure(string lineEnd)
    {
        var outline = MarkdownParser.Parse(Report.ReplaceLineEndings(lineEnd));

        var nested = outline.NestedFences.Single();
        Assert.That(Slice(outline, nested.OuterOpening), Is.EqualTo("```markdown"));
        Assert.That(Slice(outline, nested.InnerOpening), Is.EqualTo("```bash"));
        Assert.That((nested.OuterInfo, nested.InnerInfo), Is.EqualTo(("markdown", "bash")));
        Assert.That(Line(outline, nested.InnerClosing), Is.EqualTo(9));
        Assert.That(Line(outline, nested.OuterClosing), Is.EqualTo(12));
        Assert.That((nested.SwallowedFirstLine, nested.SwallowedLastLine), Is.EqualTo((13, 20)));

        Assert.That(outline.Sections.Select(s => s.Title), Is.EqualTo(new[] { "", "Guide", "Part 5: Issues", "Issue" }));
        Assert.That(outline.Fences.Select(f => f.Language), Is.EqualTo(new[] { "markdown", "", "json" }));
        Assert.That(outline.Fences[0].Content, Does.Contain("```bash" + lineEnd).And.EndWith("approved" + lineEnd));
        Assert.That(outline.Fields.Select(f => f.Name), Is.EqualTo(new[] { "User reviews", "Explain" }));
    }

    [Test]
    public void RecoversSeveralInnerFencesAtTheEndOfAText()
    {
        var outline = MarkdownParser.Parse("~~~md\n~~~sh\na\n~~~\n~~~py\nb\n~~~\n~~~");

        Assert.That(outline.NestedFences, Has.Length.EqualTo(1));
        Assert.That(outline.Fences.Single().Content, Is.EqualTo("~~~sh\na\n~~~\n~~~py\nb\n~~~\n"));
        Assert.That(outline.Fences.Single().ClosingSpan, Is.Not.Null);
    }

    [Test]
    public void ReportsEachCauseOnce()
    {
        var outline = MarkdownParser.Parse("```md\n```sh\na\n```\n```\n\n# A\n\n```json\n1\n```\n\n# B\n\n```md\n```py\na\n```\n```\n\n# C\n");

        Assert.That(outline.NestedFences.Select(n => n.InnerInfo), Is.EqualTo(new[] { "sh", "py" }));
        Assert.That(outline.Sections.Select(s => s.Title), Is.EqualTo(new[] { "", "A", "B", "C" }));
    }

    [Test]
    public void RecoversWhenALaterTaggedFenceBalancesByChance()
    {
        var outline = MarkdownParser.Parse("```md\n```sh\na\n```\nlast words\n```\n\ntext\n\n```json\n1\n```\n\n# A\n");

        Assert.That(outline.NestedFences, Has.Length.EqualTo(1));
        Assert.That(outline.Fences.Select(f => f.Language), Is.EqualTo(new[] { "md", "json" }));
    }

    [TestCase("````markdown\n```bash\nx\n```\n````\n\n# A\n", TestName = "A longer outer fence is sound")]
    [TestCase("~~~markdown\n```bash\nx\n```\n~~~\n\n# A\n", TestName = "Another fence character is sound")]
    [TestCase("```markdown\n```bash\n```\n\n# A\n", TestName = "A fence that shows an opening line")]
    [TestCase("```markdown\n```bash\n```\n\n# A\n\n```\nx\n```\n\n# B\n", TestName = "A fence that shows an opening line, others follow")]
    [TestCase("```bash\nx\n\n# A\n\n```json\n1\n```\n\n# B\n", TestName = "An unclosed fence")]
    [TestCase("```bash\nx\n```\n\n# A\n\n```json\n1\n```\n", TestName = "Fences one after the other")]
    [TestCase("text ```bash\n```x```\n\n# A\n", TestName = "Inline code")]
    public void LeavesOtherTextsAlone(string text) => Assert.That(MarkdownParser.Parse(text).NestedFences, Is.Empty);

    [Test]
    public void ManyCandidatesAreReadInReasonableSteps()
    {
        var text = string.Concat(Enumerable.Repeat("```md\n```sh\n```\n\ntext\n", 5000));
        Assert.That(MarkdownParser.Parse(text).Fences, Is.Not.Empty);
    }

    private static string Slice(MarkdownOutline outline, TextSpan span) => outline.Text.Substring(span.Start, span.Length);

    private static int Line(MarkdownOutline outline, TextSpan span) => SourceText.From(outline.Text).Lines.GetLinePosition(span.Start).Line;
}
