using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;

/// <summary>Offers refactorings at a place, and makes the edit of the one that is chosen. No edit brings an error that was not there before.</summary>
public static class RefactoringProvider
{
    private static readonly ImmutableArray<Refactoring> _all =
    [
        new(SortRequirements.Id, SortRequirements.Offer, SortRequirements.Make),
        new(RenumberRequirements.Id, RenumberRequirements.Offer, RenumberRequirements.Make),
        new(ListToTable.Id, ListToTable.Offer, ListToTable.Make),
        new(TableToList.Id, TableToList.Offer, TableToList.Make),
        new(AlignTable.Id, AlignTable.Offer, AlignTable.Make),
        new(ExtractDecision.Id, ExtractDecision.Offer, ExtractDecision.Make),
    ];

    /// <summary>What is offered for a selection of a file's source text. Cheap: it is asked for whenever the cursor moves.</summary>
    public static IEnumerable<RefactoringOffer> Offers(BoundFile file, WorkspaceAnalysis analysis, TextSpan selection, DateOnly today, CancellationToken cancellationToken) =>
        Context(file, analysis, selection, today, cancellationToken) is { } context ? _all.Select(refactoring => refactoring.Offer(context)).OfType<RefactoringOffer>() : [];

    /// <summary>Makes the edit of a refactoring; null when there is no such refactoring at the selection any more.</summary>
    public static RefactoringResult? Make(string id, BoundFile file, WorkspaceAnalysis analysis, TextSpan selection, DateOnly today, CancellationToken cancellationToken)
    {
        if (Context(file, analysis, selection, today, cancellationToken) is not { } context || _all.FirstOrDefault(refactoring => refactoring.Id == id) is not { } chosen || chosen.Offer(context) is not { } offer)
        {
            return null;
        }

        var result = offer.Disabled is { } reason ? RefactoringContext.Refuse(reason) : chosen.Make(context);
        return result.Edit is { } edit && NewErrors.First(analysis, Edited(analysis.Workspace, edit), paths: null, cancellationToken) is { } error
            ? RefactoringContext.Refuse($"Then {error}")
            : result;
    }

    private static Workspace Edited(Workspace workspace, DeliveryEdit edit)
    {
        var edited = workspace.WithDocuments(edit.Changes.Keys.Concat(edit.NewDocuments.Keys).Select(path => KeyValuePair.Create(path, edit.TextOf(workspace, path)!)));
        return edit.NewDocuments.IsEmpty ? edited : edited.WithFiles(new FilesWithNew(workspace.Files, edit.NewDocuments.Keys));
    }

    // What is in the fence of a list or quote has marks before each line, which no edit of several lines knows.
    private static RefactoringContext? Context(BoundFile file, WorkspaceAnalysis analysis, TextSpan selection, DateOnly today, CancellationToken cancellationToken) =>
        DocumentPlace.Find(file, selection.Start) is { Document: { IsTemplate: false, ToSource.IsContiguous: true } } place
            ? new RefactoringContext(file, place, new TextSpan(place.Offset, Math.Min(selection.Length, place.Text.Length - place.Offset)), analysis, today, cancellationToken)
            : null;

    private sealed record Refactoring(string Id, Func<RefactoringContext, RefactoringOffer?> Offer, Func<RefactoringContext, RefactoringResult> Make);
}
