using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Analyzers.Framework;
using NUnit.Framework;
using static FrameworkLsp.Analyzers.Tests.Features.Completions;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class FrontMatterCompletionTests
{
    private const string Body = "\n---\n\n# Implementation Plan: Lending\n\n- **Maturity Level**: 2\n";

    private static EditorText Plan(string matter) => EditorText.Plan("---\n" + matter + Body);

    [Test]
    public void Keys_that_are_there_are_not_offered_again_and_those_of_the_kind_come_first()
    {
        var labels = Labels(Plan("title: x\n$$"));

        Assert.That(labels, Does.Contain("maturity_level").And.Contain("metrics").And.Not.Contain("title").And.Not.Contain("metrics.coverage_percent"));
        Assert.That(Array.IndexOf(labels, "maturity_level"), Is.LessThan(Array.IndexOf(labels, "created")).Or.LessThan(Array.IndexOf(labels, "updated")));
    }

    [TestCase("title: x\nmat$$", "maturity_level", "title: x\nmaturity_level: ")]
    [TestCase("title: x\nmetrics:\n  $$", "coverage_percent", "title: x\nmetrics:\n  coverage_percent: ")]
    [TestCase("title: x\nmaturity_level: $$", "3 - Pre-Production", "title: x\nmaturity_level: 3 - Pre-Production")]
    [TestCase("title: x\nmaturity_level: 2$$", "3 - Pre-Production", "title: x\nmaturity_level: 3 - Pre-Production")]
    [TestCase("title: x\nmode:$$", "FEATURE", "title: x\nmode: FEATURE")]
    [TestCase("title: x\ncreated: $$", "2025-10-01", "title: x\ncreated: 2025-10-01")]
    [TestCase("title: x\ntype: $$", "implementation-plan", "title: x\ntype: implementation-plan")]
    public void Keys_and_values_are_written(string matter, string label, string expected) => Assert.That(Accept(Plan(matter), label), Is.EqualTo("---\n" + expected + Body));

    [Test]
    public void Types_are_those_of_the_kind() =>
        Assert.That(Labels(Plan("title: x\ntype: $$")), Is.EqualTo(EmbeddedPacks.Default.Kind("plan")!.FrontMatterTypes));

    [TestCase("<!-- $$", "framework-lsp-disable-next-line")]
    [TestCase("<!-- framework-lsp-dis$$ -->", "framework-lsp-disable-file")]
    [TestCase("<!-- framework-lsp-disable-next-line $$", "FW013")]
    [TestCase("<!-- framework-lsp-disable-next-line FW$$ -->", "FW013")]
    [TestCase("<!-- framework-lsp-disable-next-line FW901, $$-->", "FW013")]
    public void Suppressions_offer_verbs_and_rules(string comment, string label) =>
        Assert.That(Labels(EditorText.Plan("# Implementation Plan: Lending\n\n- **Maturity Level**: 2\n\n" + comment + "\n")), Does.Contain(label));

    [TestCase("<!-- framework-lsp-disable-next-line FW901: because $$ -->")]
    [TestCase("<!-- some $$ -->")]
    public void Other_comments_offer_nothing(string comment) =>
        Assert.That(Complete(EditorText.Plan("# Implementation Plan: Lending\n\n- **Maturity Level**: 2\n\n" + comment + "\n")).Where(static candidate => candidate.Kind == CandidateKind.Rule), Is.Empty);
}
