using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Where something may be inserted, and what is known there.</summary>
/// <param name="Place">The cursor.</param>
/// <param name="Analysis">The analysis of the workspace.</param>
/// <param name="IsAsked">Whether the user asked; otherwise he only went on typing.</param>
/// <param name="Today">Today's date.</param>
internal sealed record CompletionRequest(DocumentPlace Place, WorkspaceAnalysis Analysis, bool IsAsked, DateOnly Today)
{
    private IReadOnlyList<DocumentFacts>? _delivery;
    private DocumentFacts? _facts;

    /// <summary>The facts of the documents that belong together with this one, itself included.</summary>
    public IReadOnlyList<DocumentFacts> Delivery => _delivery ??= DeliveryScope.OfRequirements(Place.Document, Analysis);

    /// <summary>What the document says; null before it was analysed.</summary>
    public DocumentFacts? Facts => _facts ??= Analysis.PartsOf(Place.Document.Path).FirstOrDefault(part => part.Facts.Part == Place.Document.Part)?.Facts;

    /// <summary>The number of the maturity level: the document's, else the one that the delivery states; null when none is known.</summary>
    public int? Level => Facts?.Level ?? Delivery.Select(static facts => facts.Level).LastOrDefault(static level => level is not null);

    /// <summary>Ids of the declared modules, those of the document before those of the delivery; empty when none are.</summary>
    public ImmutableArray<string> Modules =>
        [.. Facts?.Modules ?? Delivery.Select(static facts => facts.Modules).LastOrDefault(static modules => modules is not null) ?? []];

    /// <summary>What is typed on the line before the cursor.</summary>
    public string Typed => Place.TextOf(TextSpan.FromBounds(Place.Line.Start, Place.Offset));
}
