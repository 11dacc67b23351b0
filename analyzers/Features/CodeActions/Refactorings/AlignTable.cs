using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Features.Formatting;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;

/// <summary>Aligns the columns of the table around the cursor.</summary>
internal static class AlignTable
{
    public const string Id = "alignTable";

    /// <summary>Offered in any table.</summary>
    public static RefactoringOffer? Offer(RefactoringContext context) => context.Document.Outline.RowAt(context.Place.Offset) is null
        ? null
        : new RefactoringOffer(Id, "Align the table", RefactoringKind.Rewrite, Changes(context).IsEmpty ? "The table is aligned already, or one of its rows cannot be." : null);

    /// <summary>Makes the edit.</summary>
    public static RefactoringResult Make(RefactoringContext context) =>
        new(new DeliveryEdit([], ImmutableDictionary<string, ImmutableArray<TextChange>>.Empty.Add(context.Document.Path, Changes(context))), null);

    private static ImmutableArray<TextChange> Changes(RefactoringContext context) =>
        TableFormatter.Format(context.File, context.Place.ToSource(new TextSpan(context.Place.Offset, 0)), context.CancellationToken);
}
