using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Cli;

namespace FrameworkLsp.Server.Tests.Cli;

[TestFixture]
internal sealed class RuleSelectionTests
{
    private static readonly ImmutableArray<RuleDescriptor> Rules =
    [
        .. new[] { ("FW101", "one"), ("FW102", "two"), ("FW201", "three") }.Select(static rule => new RuleDescriptor(rule.Item1, rule.Item2, Severity.Warning, FixSafety.None, "0.1")),
    ];

    [Test]
    public void Without_a_choice_nothing_changes() =>
        Assert.That(RuleSelection.Of(Rules, [], []).Apply(LintConfiguration.Default), Is.SameAs(LintConfiguration.Default));

    [TestCase("FW101", "", "FW102 FW201")]
    [TestCase("one", "", "FW102 FW201")]
    [TestCase("FW1", "", "FW201")]
    [TestCase("fw1 THREE", "", "")]
    [TestCase("", "FW1", "FW101 FW102")]
    [TestCase("FW1", "two", "FW102 FW201")]
    [TestCase("FW", "FW", "FW101 FW102 FW201")]
    public void Switches_off_what_is_not_chosen(string select, string ignore, string off)
    {
        var configuration = RuleSelection.Of(Rules, Words(select), Words(ignore)).Apply(LintConfiguration.Default);

        Assert.That(configuration.Severities.Where(static pair => pair.Value is null).Select(static pair => pair.Key), Is.EquivalentTo(Words(off)));
    }

    [Test]
    public void What_is_chosen_is_on_with_the_severity_that_is_configured()
    {
        var configured = LintConfiguration.Default with
        {
            Severities = ImmutableDictionary<string, Severity?>.Empty.Add("FW101", null).Add("FW102", Severity.Error),
        };

        var configuration = RuleSelection.Of(Rules, ["FW1"], []).Apply(configured);

        Assert.That(configuration.Severities, Is.EquivalentTo(new Dictionary<string, Severity?> { ["FW102"] = Severity.Error, ["FW201"] = null }));
    }

    [Test]
    public void Overrides_do_not_bring_back_what_is_left_out()
    {
        var configured = LintConfiguration.Default with
        {
            Overrides = [new ConfigurationOverride(["a"], ImmutableDictionary<string, Severity?>.Empty.Add("FW201", Severity.Error).Add("FW101", null))],
        };

        var configuration = RuleSelection.Of(Rules, ["FW1"], []).Apply(configured);

        Assert.That(configuration.Overrides[0].Severities, Is.EquivalentTo(new Dictionary<string, Severity?> { ["FW201"] = null, ["FW101"] = null }));
    }

    [Test]
    public void A_name_that_no_rule_has_is_wrong_usage() =>
        Assert.That(() => RuleSelection.Of(Rules, [], ["thre"]), Throws.TypeOf<UsageException>().With.Message.Contains("did you mean \"three\"?"));

    private static ImmutableArray<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
