using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;
using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

/// <summary>What an editor inserts is never wrong, wherever in the documents of the corpus it is asked for.</summary>
public sealed class EditingPropertyTests
{
    // A skeleton or key is there to be filled in: what is blank in it, not answered or not mapped yet is said until it is, and nothing that
    // is still open is passed.
    private static readonly ImmutableHashSet<string> LeftOpen =
    [
        "empty-field", "placeholder-value", "check-without-result", "invalid-maturity-level", "modules-not-answered", "missing-mandatory-input",
        "unmapped-requirement", "overall-status-contradiction", "ready-with-failed-check",
    ];

    private static readonly ImmutableArray<(WorkspaceAnalysis Analysis, string Path)> Documents = [.. Deliveries()];

    private static IEnumerable<(WorkspaceAnalysis Analysis, string Path)> Deliveries()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "tests", "corpus", "framework")).Order(StringComparer.Ordinal))
        {
            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), static file => AnnotatedText.Parse(File.ReadAllText(file)).Text, StringComparer.Ordinal);
            var analysis = WorkspaceAnalysis.Create(TestWorkspace.Create(files));
            foreach (var path in analysis.Workspace.Documents.Keys.Where(path => !analysis.PartsOf(path).IsEmpty).Order(StringComparer.Ordinal))
            {
                yield return (analysis, path);
            }
        }
    }

    // The same places every time: a row or section may contradict what the document says elsewhere, which is for its author to decide, and
    // whether a test meets such a place must not be a matter of luck.
    private static IEnumerable<(WorkspaceAnalysis Analysis, string Path, double Place)> Places(int count)
    {
        var random = new Random(20251001);
        return Enumerable.Range(0, count).Select(_ => Documents[random.Next(Documents.Length)]).Select(document => (document.Analysis, document.Path, random.NextDouble()));
    }

    [Test]
    public void An_accepted_completion_brings_no_error()
    {
        foreach (var (analysis, path, place) in Places(60))
        {
            var text = analysis.Workspace.Documents[path].Text;

            // As a user would: a new line below another one, with the mark that begins what he wants; a section where another one ends.
            var number = (int)(place * (text.Lines.Count - 1));
            var end = Enumerable.Range(number, text.Lines.Count - number).First(index => index == text.Lines.Count - 1 || text.Lines[index + 1].ToString().StartsWith("## ", StringComparison.Ordinal));
            foreach (var mark in new[] { "\n## ", "\n- ", "\n| ", "\n[x](", "\n[x](#", "\n<!-- framework-lsp-disable-next-line " })
            {
                var line = text.Lines[mark.Contains("## ", StringComparison.Ordinal) ? end : number];
                var begun = text.WithChanges(new TextChange(new TextSpan(line.End, 0), mark));
                var before = WorkspaceAnalysis.Create(analysis.Workspace.WithDocument(path, begun), analysis);
                var answer = CompletionProvider.GetCandidates(before.Workspace.Documents[path].GetBound(), before, line.End + mark.Length, isAsked: true, TestWorkspace.Today);
                foreach (var candidate in answer.Candidates.Where(static candidate => candidate.Kind is not (CandidateKind.Folder or CandidateKind.Service or CandidateKind.Value)).Take(4))
                {
                    var accepted = begun.WithChanges(new TextChange(candidate.Replaced, candidate.Text + (mark.Contains('(', StringComparison.Ordinal) ? ")" : mark.Contains('!', StringComparison.Ordinal) ? " -->" : "")));
                    Check([analysis, before], WorkspaceAnalysis.Create(before.Workspace.WithDocument(path, accepted), before), $"{path}, line {line.LineNumber + 1}: {candidate.Label}");
                }
            }
        }
    }

    [Test]
    public void A_refactoring_brings_no_error_and_done_twice_is_done_once()
    {
        foreach (var (analysis, path, place) in Places(400))
        {
            var document = analysis.Workspace.Documents[path];
            var selection = new TextSpan((int)(place * document.Text.Length), 0);
            foreach (var offer in RefactoringProvider.Offers(document.GetBound(), analysis, selection, TestWorkspace.Today, default).ToList())
            {
                var result = RefactoringProvider.Make(offer.Id, document.GetBound(), analysis, selection, TestWorkspace.Today, default)!;
                if (result.Edit is not { } edit)
                {
                    continue;
                }

                var after = Apply(analysis, edit);
                Check([analysis], after, $"{path} at {selection.Start}: {offer.Title}");
                var again = RefactoringProvider.Make(offer.Id, after.Workspace.Documents[path].GetBound(), after, selection, TestWorkspace.Today, default);
                Assert.That(offer.Kind == RefactoringKind.Extract || again?.Edit is not { IsEmpty: false }, Is.True, $"{path} at {selection.Start}: {offer.Title} can be done again");
            }
        }
    }

    private static WorkspaceAnalysis Apply(WorkspaceAnalysis analysis, DeliveryEdit edit)
    {
        var workspace = analysis.Workspace.WithDocuments(edit.Changes.Keys.Concat(edit.NewDocuments.Keys).Select(path => KeyValuePair.Create(path, edit.TextOf(analysis.Workspace, path)!)));
        return WorkspaceAnalysis.Create(edit.NewDocuments.IsEmpty ? workspace : workspace.WithFiles(new InMemoryFiles(workspace.Documents.ToDictionary(static pair => pair.Key, static pair => pair.Value.Text.ToString(), StringComparer.Ordinal), revision: 2)), analysis);
    }

    // What is half typed may hide an error, or bring one that the rest takes away again.
    private static void Check(WorkspaceAnalysis[] before, WorkspaceAnalysis after, string what)
    {
        foreach (var path in after.ChangedSince(before[^1]))
        {
            // A section of the extended form asks for the rest of that form; whoever inserts it wants it.
            if (before[0].PartsOf(path).Any(static part => part.Facts.IsExtended) != after.PartsOf(path).Any(static part => part.Facts.IsExtended))
            {
                continue;
            }

            var known = before.SelectMany(analysis => Errors(analysis, path)).GroupBy(static pair => pair.Key).ToDictionary(static group => group.Key, static group => group.Max(static pair => pair.Value), StringComparer.Ordinal);
            var created = Errors(after, path).Where(pair => pair.Value > known.GetValueOrDefault(pair.Key) && !LeftOpen.Contains(pair.Key)).Select(static pair => pair.Key).ToList();
            Assert.That(created, Is.Empty, $"{what} -> {path}");
        }
    }

    private static Dictionary<string, int> Errors(WorkspaceAnalysis analysis, string path) =>
        analysis.FindingsOf(path).Where(static finding => finding.Severity == Severity.Error).CountBy(static finding => finding.Rule.Name).ToDictionary(StringComparer.Ordinal);
}
