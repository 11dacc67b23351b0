using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Analyzers.Features.Configuration;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class ConfigurationEditingTests
{
    private static readonly Workspace Around = TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["artifacts/plans/plan.md"] = "# x\n",
        ["shared/rules.yaml"] = "rules:\n",
        ["readme.md"] = "# y\n",
    });

    private static (string Text, List<CompletionCandidate> Candidates) Complete(string marked)
    {
        var cursor = marked.IndexOf("$$", StringComparison.Ordinal);
        var text = marked.Remove(cursor, 2);
        return (text, [.. ConfigurationCompletion.GetCandidates(text, ".framework-lsp.yaml", Around, cursor).Candidates]);
    }

    private static string[] Labels(string marked) => [.. Complete(marked).Candidates.Select(static candidate => candidate.Label)];

    [TestCase("$$")]
    [TestCase("exclude: [a]\nru$$")]
    public void Top_level_keys_are_those_of_the_table(string text) => Assert.That(
        Labels(text),
        Is.EqualTo(ConfigurationKeys.All.Select(static key => key.Name).Where(name => !text.Contains(name, StringComparison.Ordinal))));

    [TestCase("overrides:\n  - $$", new[] { "files", "rules" })]
    [TestCase("overrides:\n- $$", new[] { "files", "rules" })]
    [TestCase("overrides:\n  - files: [x]\n    $$", new[] { "rules" })]
    [TestCase("kinds:\n  - files: a\n    kind: plan\n  - fi$$", new[] { "files", "kind" })]
    [TestCase("kinds:\n  - {files: a, $$}", new[] { "kind" })]
    [TestCase("naming:\n  contexts: [a]\n  $$\n  types: [b]\n", new[] { "domains" })]
    [TestCase("naming: {$$", new[] { "contexts", "domains", "types" })]
    public void Inner_keys_are_those_of_their_mapping(string text, string[] expected) => Assert.That(Labels(text), Is.EqualTo(expected));

    [TestCase("rules:\n  $$", "FW013", "rules:\n  FW013: ")]
    [TestCase("rules:\n  FW013: off\n  FW$$", "FW104", "rules:\n  FW013: off\n  FW104: ")]
    [TestCase("rules:\n  missing$$", "missing-section", "rules:\n  missing-section: ")]
    [TestCase("rules:\n  FW013: $$", "warning", "rules:\n  FW013: warning")]
    [TestCase("rules:\n  FW013: er$$ror", "off", "rules:\n  FW013: off")]
    [TestCase("overrides:\n  - files: [x]\n    rules:\n      FW013: $$", "hint", "overrides:\n  - files: [x]\n    rules:\n      FW013: hint")]
    [TestCase("kinds:\n  - files: a\n    kind: $$", "adr", "kinds:\n  - files: a\n    kind: adr")]
    [TestCase("kinds:\n  - {files: a, kind: $$}", "none", "kinds:\n  - {files: a, kind: none}")]
    [TestCase("extends: shared/$$", "rules.yaml", "extends: shared/rules.yaml")]
    [TestCase("include: [\"artifacts/$$\"]", "plans/", "include: [\"artifacts/plans/\"]")]
    [TestCase("include:\n  - a$$", "artifacts/", "include:\n  - artifacts/")]
    public void Values_are_written(string text, string label, string expected)
    {
        var (plain, candidates) = Complete(text);

        Assert.That(Completions.Accept(plain, candidates.Single(candidate => candidate.Label == label)), Is.EqualTo(expected));
    }

    [TestCase("rules:\n  FW013: off\n  $$", "FW013")]
    [TestCase("# rules $$", "rules")]
    [TestCase("unknown:\n  $$", "rules")]
    public void What_does_not_belong_there_is_not_offered(string text, string label) => Assert.That(Labels(text), Does.Not.Contain(label));

    [Test]
    public void Rules_and_keys_can_be_explained()
    {
        var rule = Complete("rules:\n  $$").Candidates[0];
        var key = Complete("naming:\n  $$").Candidates[0];

        Assert.That(CompletionDocumentation.Of(rule.Topic!, EmbeddedPacks.Default), Does.Contain(RulePage.Of(RuleCatalog.Find(rule.Label)!).Summary));
        Assert.That(CompletionDocumentation.Of(key.Topic!, EmbeddedPacks.Default), Does.Contain("first part of a service name"));
    }

    [TestCase("ru$$les:\n  FW013: off\n", "Severity by rule")]
    [TestCase("rules:\n  FW0$$13: off\n", "FW013")]
    [TestCase("rules:\n  missing-se$$ction: off\n", "missing-section")]
    [TestCase("overrides:\n  - fil$$es: [a]\n", "The files, as globs")]
    [TestCase("kinds:\n  - {files: a, kind: pl$$an}\n", "Implementation Plan")]
    public void Hovers_explain_keys_rules_and_kinds(string marked, string expected)
    {
        var cursor = marked.IndexOf("$$", StringComparison.Ordinal);

        Assert.That(ConfigurationHover.GetHover(marked.Remove(cursor, 2), EmbeddedPacks.Default, cursor)?.Markdown, Does.Contain(expected));
    }

    [Test]
    public void Every_place_of_any_file_can_be_completed_and_asked_for_a_hover()
    {
        const string Text = "extends: a\r\nrules:\n  FW013: off\n- x: {a, b: [c\n\t-\n  kinds:\n    - files: \"*\"\n      kind\n: :\n#";
        for (var offset = 0; offset <= Text.Length; offset++)
        {
            foreach (var candidate in ConfigurationCompletion.GetCandidates(Text, ".framework-lsp.yaml", Around, offset).Candidates)
            {
                Assert.That(candidate.Replaced.Start <= offset && offset <= candidate.Replaced.End, Is.True, $"offset {offset}, {candidate.Label}");
            }

            Assert.That(ConfigurationHover.GetHover(Text, EmbeddedPacks.Default, offset)?.Markdown, Is.Null.Or.Not.Empty);
        }
    }
}
