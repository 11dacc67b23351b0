using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Workspaces;

public sealed class AnalysisTimesTests
{
    private long _now;

    [SetUp]
    public void SetUp() => _now = 0;

    [Test]
    public void Parsing_and_rules_take_a_tick_each_on_a_clock_that_ticks_when_it_is_read()
    {
        var times = new AnalysisTimes(() => _now++);
        var workspace = Workspace.Create(EmbeddedPacks.Default)
            .WithDocument("artifacts/plans/implementation-plan.md", SourceText.From("# Implementation Plan: Parcels\n\n## Maturity Level Features\n"));

        WorkspaceAnalysis.Create(workspace, times: times);

        Assert.That(times.Parsing, Is.EqualTo(1));
        Assert.That(times.Of(Rule("FW003")), Is.EqualTo(1), "a document rule");
        Assert.That(times.Of(Rule("FW801")), Is.EqualTo(1), "a workspace rule");
        Assert.That(times.Of(Rule("FW601")), Is.Zero, "a rule for other kinds");
    }

    [Test]
    public void What_rules_share_is_charged_to_none_of_them()
    {
        var times = new AnalysisTimes(() => _now++);
        var workspace = Workspace.Create(EmbeddedPacks.Default)
            .WithDocument("artifacts/plans/implementation-plan.md", SourceText.From("# Implementation Plan: Parcels\n\n## Maturity Level Features\n"));

        WorkspaceAnalysis.Create(workspace, times: times);

        // Parsing, facts and every rule leave out the tick between them and the next; nothing is counted twice.
        var rules = RuleCatalog.Descriptors.Select(times.Of).Where(static time => time > 0).ToList();
        Assert.That(times.Facts, Is.GreaterThan(1), "at least one rule reads what others read as well");
        Assert.That(times.Parsing + times.Facts + rules.Sum(), Is.EqualTo(_now - rules.Count - 2));
    }

    [Test]
    public void What_was_computed_before_takes_no_time()
    {
        var times = new AnalysisTimes(() => _now++);
        var workspace = Workspace.Create(EmbeddedPacks.Default).WithDocument("docs/notes.md", SourceText.From("# Notes\n"));
        var analysis = WorkspaceAnalysis.Create(workspace);

        WorkspaceAnalysis.Create(workspace, analysis, times: times);

        Assert.That(times.Parsing, Is.Zero);
    }

    private static RuleDescriptor Rule(string id) => RuleCatalog.Descriptors.Single(rule => rule.Id == id);
}
