using FrameworkLsp.Analyzers.Features.Completion;
using NUnit.Framework;
using static FrameworkLsp.Analyzers.Tests.Features.Completions;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class LinkCompletionTests
{
    private const string Header = "# Implementation Plan: Lending\n\n- **Maturity Level**: 2 - Development Ready\n\n## Summary\n\n";
    private const string Intake = "# Requirements Intake: Lending\n\n## Target Configuration\n\n- **Maturity Level**: 2\n\n## Goals\n\n## Goals\n";

    private static EditorText Plan(string text) => EditorText.At(EditorText.PlanPath, Header + text, new(StringComparer.Ordinal)
    {
        [EditorText.IntakePath] = Intake,
        ["artifacts/plans/some notes (old).md"] = "# Notes\n",
        ["docs/guide.md"] = "# Guide\n",
        ["services/lending_api/src/main.py"] = "print()\n",
        [".env.example"] = "A=1\n",
    });

    [TestCase("See [x]($$", "../requirements/intake.md", "See [x](../requirements/intake.md")]
    [TestCase("See [x]($$)", "../requirements/intake.md", "See [x](../requirements/intake.md)")]
    [TestCase("See [x](../$$)", "requirements/", "See [x](../requirements/)")]
    [TestCase("See [x](../re$$q)", "requirements/", "See [x](../requirements/)")]
    [TestCase("See [x](../requirements/$$)", "intake.md", "See [x](../requirements/intake.md)")]
    [TestCase("See [x](/docs/$$)", "guide.md", "See [x](/docs/guide.md)")]
    [TestCase("See [x](so$$)", "some notes (old).md", "See [x](some%20notes%20%28old%29.md)")]
    [TestCase("See [x](#$$)", "summary", "See [x](#summary)")]
    [TestCase("See [x](../requirements/intake.md#go$$)", "goals-1", "See [x](../requirements/intake.md#goals-1)")]
    public void Targets_are_offered_where_a_link_is_begun(string text, string label, string expected) =>
        Assert.That(Accept(Plan(text.Replace("\r", "", StringComparison.Ordinal)), label), Is.EqualTo(Header + expected));

    [TestCase("See [x](https://example.org/$$)")]
    [TestCase("See [x](../../../$$)")]
    [TestCase("See [x](a.md) and $$")]
    [TestCase("`[x]($$`")]
    public void Elsewhere_there_are_no_targets(string text) =>
        Assert.That(Complete(Plan(text)).Where(static candidate => candidate.Kind is CandidateKind.File or CandidateKind.Anchor), Is.Empty);

    [Test]
    public void Hidden_files_come_when_a_dot_is_typed()
    {
        Assert.That(Labels(Plan("See [x](../../$$)")), Does.Contain("docs/").And.Not.Contain(".env.example"));
        Assert.That(Labels(Plan("See [x](../../.$$)")), Does.Contain(".env.example"));
    }

    [TestCase("`services/$$`", "lending_api/")]
    [TestCase("`services/lending_api/src/ma$$`", "main.py")]
    [TestCase("`services/lending_api/src/ma$$", "main.py")]
    public void Evidence_between_ticks_is_a_path(string typed, string expected)
    {
        const string Matrix = "## Requirements Traceability Matrix\n\n| Req ID | Feature | Mapped to Phase | Mapped to Tasks | Evidence | Status |\n|---|---|---|---|---|---|\n| FR-001 | Loans | Phase 1 | T1 | ";

        Assert.That(Labels(Plan(Matrix + typed + " | Pending |\n")), Does.Contain(expected));
    }

    [Test]
    public void A_field_that_holds_a_link_offers_the_documents_of_the_delivery()
    {
        var text = Accept(Plan("## References\n\n- **Requirements Intake document**: $$"), "[Requirements Intake](../requirements/intake.md)");

        Assert.That(text, Does.EndWith("- **Requirements Intake document**: [Requirements Intake](../requirements/intake.md)"));
    }
}
