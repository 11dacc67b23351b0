using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Markdown;

public sealed class FrontMatterTests
{
    private const string Sample = """
        ---
        type: "plan"   # comment
        title: 'It''s 📋'
        feature_id: F001
        empty:
        tests:
          passed: 12
          coverage:
            percent: 80,5
        services: [a_b, "c_d"]
        owners:
          - Ann
          - name: Bob
        notes: |
          first
          second
        flow: {a: 1}
        ---
        # T
        """;

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public void ReadsKeysAsFields(string lineEnd)
    {
        var outline = MarkdownParser.Parse(Sample.ReplaceLineEndings(lineEnd));

        Assert.That(outline.FrontMatter, Is.Not.Null);
        Assert.That((outline.FrontMatter!.IsMapping, outline.FrontMatter.Error), Is.EqualTo((true, (string?)null)));
        Assert.That(Slice(outline, outline.FrontMatter.Span), Does.StartWith("---").And.EndWith("}" + lineEnd + "---"));
        Assert.That(outline.Fields.Select(f => (f.Name, f.Value.ReplaceLineEndings("\n"))), Is.EqualTo(new[]
        {
            ("type", "plan"), ("title", "It''s 📋"), ("feature_id", "F001"), ("empty", ""), ("tests.passed", "12"), ("tests.coverage.percent", "80,5"),
            ("services", "[a_b, \"c_d\"]"), ("owners", ""), ("notes", "first\n  second"), ("flow", "{a: 1}"),
        }));
        Assert.That(outline.Fields.Select(f => f.Notation), Is.All.EqualTo(FieldNotation.FrontMatter));
        foreach (var field in outline.Fields)
        {
            Assert.That(Slice(outline, field.ValueSpan), Is.EqualTo(field.Value));
            Assert.That(field.Name.Split('.')[^1], Is.EqualTo(Slice(outline, field.NameSpan)));
            Assert.That(field.Key, Is.EqualTo(HeadingKey.Normalize(field.Name)));
        }

        Assert.That(outline.Fields[6].Items.Select(i => (i.Raw, Slice(outline, i.ContentSpan), Slice(outline, i.Span))), Is.EqualTo(new[] { ("a_b", "a_b", "a_b"), ("c_d", "c_d", "\"c_d\"") }));
        Assert.That(outline.Fields[7].Items.Select(i => i.Raw), Is.EqualTo(new[] { "Ann", "name: Bob" }));
        Assert.That(Slice(outline, outline.Fields[7].ContinuationSpan).ReplaceLineEndings("\n"), Is.EqualTo("- Ann\n  - name: Bob"));
        Assert.That(Slice(outline, outline.Fields[0].Span), Is.EqualTo("type: \"plan\"   # comment"));
        Assert.That(outline.Sections.Select(s => s.Title), Is.EqualTo(new[] { "", "T" }));
        Assert.That(Slice(outline, outline.Sections[0].BodySpan), Is.Empty);
    }

    [TestCase("---\ntitle: QA: report: x\nstatus: y\n---\n# T\n", "title: QA: report: x")]
    [TestCase("---\nowner: @ann\n---\n# T\n", "@ann")]
    [TestCase("---\na: 1\nb: 2\na: 3\n---\n# T\n", "a: 3")]
    [TestCase("---\na: [1\n---\n# T\n", null)]
    [TestCase("---\na:\n  x: 1\n  x: 2\n...\n# T\n", "x: 2")]
    [TestCase("---\na: \"open\n---\n# T\n", null)]
    [TestCase("---\na: 1\n\tb: 2\n---\n# T\n", null)]
    public void InvalidYamlIsStillFrontMatter(string text, string? near)
    {
        var outline = MarkdownParser.Parse(text);

        Assert.That(outline.FrontMatter?.IsMapping, Is.False);
        Assert.That(outline.FrontMatter!.Error, Is.Not.Null.And.Not.Empty);
        Assert.That(outline.FrontMatter.ContentSpan.Contains(outline.FrontMatter.ErrorSpan), outline.FrontMatter.ErrorSpan.ToString());
        Assert.That(outline.Sections.Select(s => s.Title), Is.EqualTo(new[] { "", "T" }));
        if (near is not null)
        {
            var line = outline.Text.LastIndexOf(near, StringComparison.Ordinal);
            Assert.That(outline.FrontMatter.ErrorSpan.OverlapsWith(new TextSpan(line, near.Length)), $"{outline.FrontMatter.Error} {outline.FrontMatter.ErrorSpan}");
        }
    }

    [Test]
    public void KeepsWhatStandsBeforeTheError()
    {
        var outline = MarkdownParser.Parse("---\ntype: plan\ntitle: a: b\n---\n");
        Assert.That(outline.Fields[0].Value, Is.EqualTo("plan"));
    }

    [Test]
    public void AnUnclosedBlockIsItsFirstLine()
    {
        var outline = MarkdownParser.Parse("---\ntitle: x\n\n# T\n\n| a |\n|---|\n");

        Assert.That(Slice(outline, outline.FrontMatter!.Span), Is.EqualTo("---"));
        Assert.That((outline.FrontMatter.IsMapping, outline.FrontMatter.ErrorSpan), Is.EqualTo((false, new TextSpan(0, 3))));
        Assert.That(outline.FrontMatter.Error, Is.Not.Null);
        Assert.That(outline.Sections, Has.Length.EqualTo(2));
        Assert.That(outline.Tables, Has.Length.EqualTo(1));
    }

    [TestCase("---\n\n# T\n")]
    [TestCase("---\nSome text\n---\n# T\n")]
    [TestCase("---\n\n**Date**: x\n\n---\n")]
    [TestCase("----\na: 1\n---\n")]
    [TestCase("\n---\na: 1\n---\n")]
    [TestCase(" ---\na: 1\n---\n")]
    [TestCase("---\nhttp://x.y\n---\n")]
    [TestCase("---")]
    [TestCase("--- a: 1\n---\n")]
    public void AThematicBreakIsNoFrontMatter(string text) => Assert.That(MarkdownParser.Parse(text).FrontMatter, Is.Null);

    [Test]
    public void TheBlockEndsWithinTwoHundredLines()
    {
        var near = "---\n" + string.Concat(Enumerable.Range(0, 198).Select(i => $"k{i}: 1\n")) + "---\n";
        var far = "---\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"k{i}: 1\n")) + "---\n";
        Assert.That(MarkdownParser.Parse(near).FrontMatter!.Error, Is.Null);
        Assert.That(MarkdownParser.Parse(far).FrontMatter!.Error, Is.Not.Null);
    }

    [TestCase("---\n---\n# T\n")]
    [TestCase("---\n\n---\n# T\n")]
    public void AnEmptyBlockIsAMapping(string text)
    {
        var outline = MarkdownParser.Parse(text);
        Assert.That(outline.FrontMatter?.IsMapping, Is.True);
        Assert.That(outline.Fields, Is.Empty);
        Assert.That(outline.Sections, Has.Length.EqualTo(2));
    }

    [Test]
    public void DeepYamlEndsWell()
    {
        var deep = "---\na: " + new string('[', 5000) + "\n---\n";
        var nested = "---\n" + string.Concat(Enumerable.Range(0, 150).Select(i => new string(' ', i) + "k:\n")) + "---\n";
        Assert.That(MarkdownParser.Parse(deep).FrontMatter!.Error, Is.Not.Null);
        Assert.That(MarkdownParser.Parse(nested).FrontMatter!.Error, Is.Null);
    }

    private static string Slice(MarkdownOutline outline, TextSpan span) => outline.Text.Substring(span.Start, span.Length);
}
