using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Workspaces;

/// <summary>Twice the documents cost twice the work: counted are questions to the files, rule runs and allocated memory, not time.</summary>
internal sealed class LinearityTests
{
    // Twice the work, and a little for tables that grow in steps.
    private const double Twice = 2.4;

    [Test]
    [NonParallelizable]
    public void Two_thousand_documents_cost_twice_what_one_thousand_cost()
    {
        _ = Analyse(10);
        var half = Analyse(250);
        var whole = Analyse(500);
        Assert.Multiple(() =>
        {
            Assert.That(whole.Documents, Is.EqualTo(2000));
            Assert.That(whole.Deliveries, Is.EqualTo(500));
            Assert.That(whole.RuleRuns, Is.EqualTo(500 * RuleCatalog.WorkspaceRules.Length));
            Assert.That(whole.FileQuestions, Is.LessThanOrEqualTo(Twice * half.FileQuestions));
            Assert.That(whole.Allocated, Is.LessThanOrEqualTo(Twice * half.Allocated));
        });
    }

    [Test]
    [NonParallelizable]
    public void Documents_that_all_share_project_and_links_are_grouped_in_linear_work()
    {
        _ = Group(10);
        var half = Group(1000);
        var whole = Group(2000);
        Assert.That(whole, Is.LessThanOrEqualTo(Twice * half));
    }

    [Test]
    public void A_keystroke_in_prose_asks_no_file_and_runs_no_workspace_rule()
    {
        var files = new CountingFiles();
        var workspace = Workspace.Create(FrameworkLsp.Analyzers.Framework.EmbeddedPacks.Default, files: files).WithDocuments(Deliveries(500));
        var analysis = WorkspaceAnalysis.Create(workspace);
        var asked = files.Questions;
        const string Path = "team7/artifacts/plans/plan.md";
        var text = workspace.Documents[Path].Text;
        var edited = WorkspaceAnalysis.Create(workspace.WithDocument(Path, text.Replace(text.Length, 0, "\nOne more word.\n")), analysis);
        Assert.Multiple(() =>
        {
            Assert.That(edited.WorkspaceRuleRuns, Is.Zero);
            Assert.That(files.Questions, Is.EqualTo(asked));
            Assert.That(edited.ChangedSince(analysis), Has.Count.LessThanOrEqualTo(4));
        });
    }

    [Test]
    [NonParallelizable]
    public void A_keystroke_that_changes_a_level_groups_nothing_anew()
    {
        var workspace = Workspace.Create(FrameworkLsp.Analyzers.Framework.EmbeddedPacks.Default).WithDocuments(Deliveries(500));
        var analysis = WorkspaceAnalysis.Create(workspace);
        const string Path = "team7/artifacts/plans/plan.md";
        var text = SourceText.From(workspace.Documents[Path].Text.ToString().Replace("**Maturity Level**: 2", "**Maturity Level**: 3", StringComparison.Ordinal));
        var grouping = Allocated(() => DeliveryGrouping.Group(workspace.Definition, [.. analysis.Deliveries.SelectMany(static delivery => delivery.Documents)]));
        var keystroke = Allocated(() => analysis = WorkspaceAnalysis.Create(workspace.WithDocument(Path, text), analysis));
        Assert.Multiple(() =>
        {
            Assert.That(analysis.WorkspaceRuleRuns, Is.EqualTo(RuleCatalog.WorkspaceRules.Length));
            Assert.That(analysis.FindingsOf(Path).Select(static finding => finding.Rule.Id), Does.Contain("FW801"));
            Assert.That(keystroke, Is.LessThan(grouping / 2));
        });
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        action();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static (int Documents, int Deliveries, int RuleRuns, long FileQuestions, long Allocated) Analyse(int deliveries)
    {
        var files = new CountingFiles();
        var workspace = Workspace.Create(FrameworkLsp.Analyzers.Framework.EmbeddedPacks.Default, files: files).WithDocuments(Deliveries(deliveries));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var analysis = WorkspaceAnalysis.Create(workspace);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        return (workspace.Documents.Count, analysis.Deliveries.Count(), analysis.WorkspaceRuleRuns, files.Questions, allocated);
    }

    private static long Group(int documents)
    {
        var texts = Enumerable.Range(0, documents).Select(static number => KeyValuePair.Create(
            $"team{number / 2}/artifacts/plans/plan{number}.md",
            SourceText.From($"# Implementation Plan: Shop\n\n[next](plan{number + 1}.md) [first](../../../team0/artifacts/plans/plan0.md)\n")));
        var workspace = Workspace.Create(FrameworkLsp.Analyzers.Framework.EmbeddedPacks.Default).WithDocuments(texts);
        var facts = WorkspaceAnalysis.Create(workspace).Deliveries.SelectMany(static delivery => delivery.Documents).ToArray();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var groups = DeliveryGrouping.Group(workspace.Definition, [.. facts]);
        Assert.That(groups.Sum(static delivery => delivery.Documents.Length), Is.EqualTo(documents));
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    // Every team builds a project of the same name, which is the hard case for grouping.
    private static IEnumerable<KeyValuePair<string, SourceText>> Deliveries(int count)
    {
        for (var number = 0; number < count; number++)
        {
            var root = $"team{number}/artifacts/";
            yield return KeyValuePair.Create(root + "requirements/intake.md", SourceText.From($"# Requirements Intake: Shop\n\n## Request Metadata\n\n- **Request ID**: R-{number}\n\n## Target Configuration\n\n- **Maturity Level**: 2\n\n## Functional Requirements\n\n| Req ID | Feature | Priority |\n|---|---|---|\n| FR-001 | A | Must |\n"));
            yield return KeyValuePair.Create(root + "plans/plan.md", SourceText.From("# Implementation Plan: Shop\n\n**Maturity Level**: 2\n\n[intake](../requirements/intake.md)\n\n## Requirements Traceability Matrix\n\n| Req ID | Mapped to Phase | Mapped to Tasks | Status |\n|---|---|---|---|\n| FR-001 | Phase 3 | Task 3.1 | Pending |\n"));
            yield return KeyValuePair.Create(root + "reports/verification-checklist.md", SourceText.From("# Verification Checklist: Shop\n\n**Maturity Level**: 2\n\n## Testing & Coverage\n\n| Check | Command | Result | Evidence |\n|---|---|---|---|\n| Coverage | `pytest --cov=src` | ✅ 82% | x |\n"));
            yield return KeyValuePair.Create(root + "reports/qa-report.md", SourceText.From("# QA Report: Shop\n\n**Status**: ✅ READY FOR DEPLOYMENT\n\n- 96 tests with 82% coverage\n\n[checklist](verification-checklist.md)\n"));
        }
    }

    private sealed class CountingFiles : WorkspaceFiles
    {
        private long _questions;

        public long Questions => Interlocked.Read(ref _questions);

        public override long Revision => 1;

        public override bool Exists(string path) => Count(false);

        public override string? ReadText(string path) => Count<string?>(null);

        public override IReadOnlyList<string> FindByName(string fileName) => Count<IReadOnlyList<string>>([]);

        public override IReadOnlyList<string> FileNamesIn(string folder) => Count<IReadOnlyList<string>>([]);

        private T Count<T>(T answer)
        {
            Interlocked.Increment(ref _questions);
            return answer;
        }
    }
}
