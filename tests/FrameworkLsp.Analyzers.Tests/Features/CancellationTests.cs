using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Features.Board;
using FrameworkLsp.Analyzers.Features.CodeActions;
using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Analyzers.Features.Folding;
using FrameworkLsp.Analyzers.Features.Formatting;
using FrameworkLsp.Analyzers.Features.Hints;
using FrameworkLsp.Analyzers.Features.Hover;
using FrameworkLsp.Analyzers.Features.Lenses;
using FrameworkLsp.Analyzers.Features.Links;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Features.Renaming;
using FrameworkLsp.Analyzers.Features.Selection;
using FrameworkLsp.Analyzers.Features.Symbols;
using FrameworkLsp.Analyzers.Features.Tokens;
using FrameworkLsp.Analyzers.Tests.Features.Board;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

/// <summary>Every feature looks at its token: with one that is cancelled it gives up, although everything it reads is computed already.</summary>
public sealed class CancellationTests
{
    private static readonly DateOnly Today = TestWorkspace.Today;

    private static IEnumerable<TestCaseData> Features()
    {
        yield return Feature("hover", static (file, analysis, offset, token) => HoverProvider.GetHover(file, analysis, [], offset, token));
        yield return Feature("completion", static (file, analysis, offset, token) => CompletionProvider.GetCandidates(file, analysis, offset, isAsked: true, Today, token));
        yield return Feature("symbols", static (file, _, _, token) => SymbolProvider.GetSymbols(file, cancellationToken: token));
        yield return Feature("formatting", static (file, _, _, token) => TableFormatter.Format(file, range: null, token));
        yield return Feature("fix everything", static (file, analysis, _, token) => FixEverything.Apply(analysis, file.Path, static _ => true, Today, token));
        yield return Feature("definition", static (file, analysis, offset, token) => DefinitionProvider.Find(file, analysis, offset, LinkOptions.All, token));
        yield return Feature("references", static (file, analysis, offset, token) => ReferenceProvider.Find(file, analysis, offset, token));
        yield return Feature("rename", static (file, analysis, offset, token) => RenameProvider.Rename(file, analysis, offset, "FR-077", token));
        yield return Feature("lenses", static (file, analysis, _, token) => LensProvider.GetLenses(analysis, file.Path, new LensChoice(true, true), token));
        yield return Feature("hints", static (file, analysis, _, token) => HintProvider.GetHints(file, analysis, new TextSpan(0, file.Text.Length), new HintChoice(true, true, true, true), token));
        yield return Feature("tokens", static (file, analysis, _, token) => SemanticTokenProvider.GetTokens(file, analysis.PartsOf(file.Path), range: null, token));
        yield return Feature("folding", static (file, _, _, token) => FoldingProvider.GetFolds(file, token));
        yield return Feature("selection", static (file, _, offset, token) => SelectionProvider.GetSelections(file, offset, token));
        yield return Feature("boards", static (_, analysis, _, token) => BoardProvider.GetBoards(analysis, static _ => [], token));
        yield return Feature("traceability", static (file, analysis, _, token) => TraceabilityProvider.GetByDocument(analysis, file.Path, token));
        yield return Feature("analysis", static (_, analysis, _, token) => WorkspaceAnalysis.Create(analysis.Workspace.WithDocument("x.md", SourceText.From(Loan.Plan)), analysis, cancellationToken: token));
    }

    private static TestCaseData Feature(string name, Action<BoundFile, WorkspaceAnalysis, int, CancellationToken> ask) => new TestCaseData(ask).SetArgDisplayNames(name);

    [TestCaseSource(nameof(Features))]
    public void A_cancelled_token_stops_it(Action<BoundFile, WorkspaceAnalysis, int, CancellationToken> ask)
    {
        var analysis = Loan.Analyse((Loan.IntakePath, Loan.Intake), (Loan.PlanPath, Loan.Plan), (Loan.ChecklistPath, Loan.Checklist));
        var file = analysis.Workspace.Documents[Loan.PlanPath].GetBound();
        var offset = Loan.Plan.IndexOf("R-001", StringComparison.Ordinal);
        Assert.That(() => ask(file, analysis, offset, CancellationToken.None), Throws.Nothing);

        Assert.That(() => ask(file, analysis, offset, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void What_is_cancelled_half_way_stops_there()
    {
        var analysis = Loan.Analyse(("a/" + Loan.PlanPath, Loan.Plan), ("b/" + Loan.PlanPath, Loan.Plan), ("c/" + Loan.PlanPath, Loan.Plan));
        using var source = new CancellationTokenSource();
        var asked = 0;

        Assert.That(
            () => BoardProvider.GetBoards(
                analysis,
                path =>
                {
                    if (++asked == 2)
                    {
                        source.Cancel();
                    }

                    return analysis.FindingsOf(path);
                },
                source.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(asked, Is.EqualTo(2));
    }

    [Test]
    public void A_cancelled_analysis_leaves_nothing_behind()
    {
        var workspace = TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [Loan.PlanPath] = Loan.Plan });

        Assert.That(() => WorkspaceAnalysis.Create(workspace, cancellationToken: new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(WorkspaceAnalysis.Create(workspace).FindingsOf(Loan.PlanPath), Is.EqualTo(Loan.Analyse((Loan.PlanPath, Loan.Plan)).FindingsOf(Loan.PlanPath)).UsingPropertiesComparer());
    }
}
