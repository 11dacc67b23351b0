using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;

/// <summary>What a refactoring does with the text.</summary>
public enum RefactoringKind
{
    /// <summary>It writes the same in another form.</summary>
    Rewrite,

    /// <summary>It moves something to a place of its own.</summary>
    Extract,
}

/// <summary>A refactoring that is offered at a place.</summary>
/// <param name="Id">What it is called when its edit is asked for.</param>
/// <param name="Title">What it does, in the imperative.</param>
/// <param name="Kind">What it does with the text.</param>
/// <param name="Disabled">Why it cannot be done now; null when it can.</param>
public sealed record RefactoringOffer(string Id, string Title, RefactoringKind Kind, string? Disabled);

/// <summary>What comes of a refactoring.</summary>
/// <param name="Edit">The changes of all documents; null for a refusal.</param>
/// <param name="Refusal">Why nothing is changed; null when something is.</param>
public sealed record RefactoringResult(DeliveryEdit? Edit, string? Refusal);

/// <summary>Where a refactoring is asked for.</summary>
/// <param name="File">The file.</param>
/// <param name="Place">The start of the selection in the innermost document around it.</param>
/// <param name="Selection">The selection in the outline of that document; empty for a cursor.</param>
/// <param name="Analysis">The analysis of the workspace.</param>
/// <param name="Today">Today's date.</param>
/// <param name="CancellationToken">Stops the work.</param>
internal sealed record RefactoringContext(BoundFile File, DocumentPlace Place, TextSpan Selection, WorkspaceAnalysis Analysis, DateOnly Today, CancellationToken CancellationToken)
{
    /// <summary>The innermost document around the selection.</summary>
    public BoundDocument Document => Place.Document;

    /// <summary>The result of changes of the document itself, in the coordinates of its outline.</summary>
    public RefactoringResult Change(IEnumerable<TextChange> changes) => new(Edit([new(Document, changes)]), null);

    /// <summary>The edit of several documents, each with changes in the coordinates of its outline.</summary>
    public static DeliveryEdit Edit(IEnumerable<KeyValuePair<BoundDocument, IEnumerable<TextChange>>> changes, string? newPath = null, string newText = "")
    {
        var edit = new DeliveryEdit([], []);
        foreach (var (document, own) in changes)
        {
            if (DeliveryEdit.ToSource(document, own) is { IsEmpty: false } edits)
            {
                edit = edit with { Changes = edit.Changes.SetItem(document.Path, edits) };
            }
        }

        return newPath is null ? edit : edit with { NewDocuments = edit.NewDocuments.SetItem(newPath, newText) };
    }

    /// <summary>Nothing is changed, and why.</summary>
    public static RefactoringResult Refuse(string reason) => new(null, reason);
}
