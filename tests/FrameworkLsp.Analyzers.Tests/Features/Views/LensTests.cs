using FrameworkLsp.Analyzers.Features.Lenses;
using FrameworkLsp.Analyzers.Tests.Features.Board;
using FrameworkLsp.Analyzers.Workspaces;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features.Views;

public sealed class LensTests
{
    private static readonly LensChoice All = new(Stage: true, Requirements: true);

    private static IReadOnlyList<string> Show(WorkspaceAnalysis analysis, string path, LensChoice? choice = null) =>
        [.. LensProvider.GetLenses(analysis, path, choice ?? All).Select(lens => $"{analysis.Workspace.Documents[path].Text.ToString(lens.Span)}: {lens.Title}")];

    [Test]
    public void The_title_says_how_far_the_delivery_is_and_what_comes_next()
    {
        var alone = Loan.Analyse((Loan.PlanPath, Loan.Plan.Replace("In Review", "Approved", StringComparison.Ordinal)));
        var followed = Loan.Analyse((Loan.PlanPath, Loan.Plan), (Loan.ChecklistPath, Loan.Checklist));

        var next = LensProvider.GetLenses(alone, Loan.PlanPath, All).Single();
        Assert.Multiple(() =>
        {
            Assert.That(Show(alone, Loan.PlanPath), Is.EqualTo(new[] { "Implementation Plan: Loan Desk: Stage 3 of 6: Implementation Plan, approved - next: create the Verification Checklist" }));
            Assert.That(next.Step?.After, Is.EqualTo(Loan.PlanPath));
            Assert.That(Show(followed, Loan.PlanPath), Is.EqualTo(new[] { "Implementation Plan: Loan Desk: Stage 3 of 6: Implementation Plan, in review - next: Verification Checklist, draft" }));
            Assert.That(LensProvider.GetLenses(followed, Loan.PlanPath, All).Single().Target.Path, Is.EqualTo(Loan.ChecklistPath));
        });
    }

    [Test]
    public void A_document_that_is_out_of_date_says_what_it_lacks()
    {
        var analysis = Loan.Analyse((Loan.IntakePath, Loan.Intake.Replace("FR-002", "FR-012", StringComparison.Ordinal)), (Loan.PlanPath, Loan.Plan));

        var lens = LensProvider.GetLenses(analysis, Loan.PlanPath, All)[1];
        Assert.That((lens.Title, lens.Step?.IsUpdate, lens.Step?.After), Is.EqualTo(("Out of date: It lacks FR-012.", (bool?)true, Loan.IntakePath)));
    }

    [Test]
    public void Requirements_say_how_far_they_are_where_they_are_defined()
    {
        var analysis = Loan.Analyse((Loan.IntakePath, Loan.Intake), (Loan.PlanPath, Loan.Plan), (Loan.ChecklistPath, Loan.Checklist));

        var lenses = LensProvider.GetLenses(analysis, Loan.IntakePath, new LensChoice(Stage: false, Requirements: true));
        Assert.Multiple(() =>
        {
            Assert.That(Show(analysis, Loan.IntakePath, new LensChoice(false, true)), Is.EqualTo(new[]
            {
                "FR-001: planned ✓ · checked ✓ · reported –",
                "FR-002: planned ✓ · checked – · reported –",
                "FR-003: out of scope",
            }));
            Assert.That(lenses[0].Places.Select(static place => place.Path), Is.EqualTo(new[] { Loan.PlanPath, Loan.ChecklistPath }));
            Assert.That(lenses[2].Target.Path, Is.EqualTo(Loan.IntakePath), "Nobody else speaks of it.");
            Assert.That(Show(analysis, Loan.PlanPath, new LensChoice(false, true)), Is.Empty, "The plan defines none.");
        });
    }

    [Test]
    public void What_is_not_wanted_and_other_files_show_nothing()
    {
        var analysis = Loan.Analyse((Loan.IntakePath, Loan.Intake), ("notes.md", "# Notes\n\nFR-001\n"));

        Assert.That(Show(analysis, Loan.IntakePath, default(LensChoice)), Is.Empty);
        Assert.That(Show(analysis, "notes.md"), Is.Empty);
        Assert.That(Show(analysis, "gone.md"), Is.Empty);
    }
}
