using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Features.Board;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Lenses;

/// <summary>Says on a document how far its delivery is, and its requirements.</summary>
public static class LensProvider
{
    private const string Yes = "✓";
    private const string No = "–";

    /// <summary>The lenses of a document in document order; empty for a document that belongs to no delivery.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="path">The document.</param>
    /// <param name="choice">Which lenses are wanted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<Lens> GetLenses(WorkspaceAnalysis analysis, string path, LensChoice choice, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (analysis.DeliveryOf(path) is not { } delivery || analysis.PartsOf(path) is not [var part, ..] || BoardProvider.GetBoard(analysis, path) is not { } board)
        {
            return [];
        }

        var stages = choice.Stage ? OnTitle(analysis, board, part) : [];
        return [.. stages, .. choice.Requirements ? OnRequirements(analysis, delivery, part, cancellationToken) : []];
    }

    private static IEnumerable<Lens> OnTitle(WorkspaceAnalysis analysis, DeliveryBoard board, DocumentPart part)
    {
        var definition = analysis.Workspace.Definition;
        if (board.Stages.FirstOrDefault(stage => stage.Documents.Any(document => document.Path == part.Facts.Path)) is not { } own)
        {
            yield break;
        }

        var document = own.Documents.First(document => document.Path == part.Facts.Path);
        var title = part.Locations.Source(FactKey.Title);
        var status = new TracePlace(document.Path, part.Locations.Source(FactKey.Status));
        var here = $"Stage {own.Stage.Id} of {definition.Stages[^1].Id}: {document.Kind.Name}, {Word(definition, document.State)}";
        var next = NextDocuments.KindAfter(definition, document.Kind);
        if (next is not null && board.Stages.SelectMany(static stage => stage.Documents).FirstOrDefault(other => other.Kind == next) is { } successor)
        {
            yield return new Lens(title, $"{here} - next: {next.Name}, {Word(definition, successor.State)}", new TracePlace(successor.Path, analysis.PartsOf(successor.Path)[0].Locations.Source(FactKey.Title)));
        }
        else if (board.Stages.Select(static stage => stage.Step).FirstOrDefault(step => step is { IsUpdate: false } && step.After == document.Path && step.Kind == next) is { } step)
        {
            yield return new Lens(title, $"{here} - next: {char.ToLowerInvariant(step.Title[0])}{step.Title[1..]}", status) { Step = step };
        }
        else
        {
            yield return new Lens(title, here, status);
        }

        if (document.IsStale)
        {
            yield return new Lens(title, $"Out of date: {string.Join(' ', document.Lacks)}", status) { Step = own.Step };
        }
    }

    private static IEnumerable<Lens> OnRequirements(WorkspaceAnalysis analysis, Delivery delivery, DocumentPart part, CancellationToken cancellationToken)
    {
        var records = RequirementLedger.Of(analysis.Workspace.Definition, delivery.Documents).Where(record => record.DefinedIn == part.Facts);
        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var span = part.Locations.Source(FactKey.Requirement(record.Id, record.Scope));
            ImmutableArray<TracePlace> places = [.. record.Planned.Concat(record.Checked).Concat(record.Reported).Select(entry => Place(analysis, entry)).Distinct()];
            var state = $"planned {Mark(record.Planned)} · checked {Mark(record.Checked)} · reported {Mark(record.Reported)}";
            yield return new Lens(span, record.IsDescoped ? "out of scope" : state, places is [var first, ..] ? first : new TracePlace(part.Facts.Path, span)) { Places = places };
        }
    }

    private static string Mark(ImmutableArray<RequirementEntry> entries) => entries.IsEmpty ? No : Yes;

    private static TracePlace Place(WorkspaceAnalysis analysis, RequirementEntry entry) => new(entry.Document.Path, analysis.PartsOf(entry.Document.Path)[entry.Document.Part].Locations.Source(entry.Key));

    private static string Word(FrameworkDefinition definition, DocumentState state) => definition.Vocabulary(VocabularyIds.DocumentState).Canonical(state switch
    {
        DocumentState.Draft => StatusClasses.Draft,
        DocumentState.InReview => StatusClasses.InReview,
        DocumentState.Approved => StatusClasses.Approved,
        _ => StatusClasses.Final,
    }).ToLowerInvariant();
}
