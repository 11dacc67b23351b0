using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Rules.Deliveries;
using FrameworkLsp.Analyzers.Rules.Shape;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Rules;

/// <summary>A rule that throws becomes one finding, and all others go on.</summary>
internal sealed class RuleRunnerTests
{
    private const string Intake = "artifacts/requirements/intake.md";
    private const string Checklist = "artifacts/reports/verification-checklist.md";

    [Test]
    public void A_document_rule_that_throws_becomes_a_finding_and_the_others_go_on()
    {
        var workspace = TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal) { ["artifacts/plans/plan.md"] = "## Phase 1: Setup\n" });
        var document = workspace.Documents["artifacts/plans/plan.md"].GetBound().Host!;
        var findings = ImmutableArray.CreateBuilder<Finding>();

        DocumentRuleRunner.Run(document, [new BrokenDocumentRule(), new MissingTitleRule()], findings, times: null, CancellationToken.None);

        Assert.That(findings.Select(static finding => finding.Rule.Id), Is.EqualTo(new[] { "FW000", "FW003" }));
        Assert.That(findings[0].Severity, Is.EqualTo(Severity.Error));
        Assert.That(findings[0].Message, Does.Contain("FW995").And.Contain("broken-rule").And.Contain("out of ideas").And.Not.Contain("\n"));
    }

    [Test]
    public void A_workspace_rule_that_throws_becomes_a_finding_and_the_others_go_on()
    {
        var (workspace, delivery) = TwoLevels();

        var (findings, runs) = WorkspaceRuleRunner.Run(delivery, workspace, ProjectNames.Of(workspace.Definition, delivery.Documents), [new BrokenWorkspaceRule(), new LevelMismatchRule()], times: null, CancellationToken.None);

        Assert.That(runs, Is.EqualTo(2));
        Assert.That(findings.Select(static finding => finding.Rule.Id), Is.EqualTo(new[] { "FW000", "FW801" }));
        Assert.That(findings[0].Anchor, Is.EqualTo(new FactAnchor(delivery.Documents[0], FactKey.Title)));
    }

    [Test]
    public void A_cancelled_rule_is_no_broken_rule()
    {
        var (workspace, delivery) = TwoLevels();
        Assert.That(
            () => WorkspaceRuleRunner.Run(delivery, workspace, ProjectNames.Of(workspace.Definition, delivery.Documents), [new CancelledRule()], times: null, CancellationToken.None),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static (Workspace Workspace, Delivery Delivery) TwoLevels()
    {
        var workspace = TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Intake] = "# Requirements Intake: P\n\n## Target Configuration\n\n- **Maturity Level**: 3\n",
            [Checklist] = "# Verification Checklist: P\n\n**Maturity Level**: 2\n",
        });
        return (workspace, WorkspaceAnalysis.Create(workspace).DeliveryOf(Intake)!);
    }

    private sealed class BrokenDocumentRule() : DocumentRule(new RuleDescriptor("FW995", "broken-rule", Severity.Hint, FixSafety.None, "0.1"))
    {
        public override void Check(DocumentRuleContext context)
        {
            context.Report(context.Document.TitleAnchor, "a finding that is lost with its rule");
            throw new InvalidOperationException("out of\nideas");
        }
    }

    private sealed class BrokenWorkspaceRule() : WorkspaceRule(new RuleDescriptor("FW996", "broken-delivery-rule", Severity.Hint, FixSafety.None, "0.1"))
    {
        public override void Check(DeliveryRuleContext context)
        {
            context.Report(context.Delivery.Documents[0], FactKey.Level, "a finding that is lost with its rule");
            throw new InvalidOperationException("out of ideas");
        }
    }

    private sealed class CancelledRule() : WorkspaceRule(new RuleDescriptor("FW997", "cancelled-rule", Severity.Hint, FixSafety.None, "0.1"))
    {
        public override void Check(DeliveryRuleContext context) => throw new OperationCanceledException();
    }
}
