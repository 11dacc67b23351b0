using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;

/// <summary>Writes a decision record from a passage that decides something, and links it there.</summary>
internal static class ExtractDecision
{
    public const string Id = "extractDecision";

    private const int LongestSubject = 60;

    /// <summary>Offered where something that calls for a record is named, where deviations are listed, and on selected text.</summary>
    public static RefactoringOffer? Offer(RefactoringContext context)
    {
        if (context.Document.IsEmbedded || !context.Document.Kind.HasRole(KindRoles.Delivers) || Kind(context) is not { } kind || Passage(context) is not { } passage)
        {
            return null;
        }

        var text = context.Place.TextOf(passage);
        var keyword = DecisionNeedReader.In(context.Document, passage);
        if (keyword is null && context.Selection.IsEmpty && context.Place.Owner?.Definition.Role != SectionRoles.Deviations)
        {
            return null;
        }

        // Between the passage and the end of its line stands the link of an earlier time.
        var line = TextSpan.FromBounds(passage.Start, Math.Max(passage.End, new DocumentPlace(context.Document, passage.End).Line.End));
        var isLinked = context.Document.Outline.Links.Any(link => line.IntersectsWith(link.Span.Start) && link.Target.Contains(kind.CanonicalPath, StringComparison.Ordinal));
        var subject = keyword?.Word ?? Subject(text);
        return new RefactoringOffer(Id, $"Extract the {kind.Name} \"{subject}\"", RefactoringKind.Extract, isLinked ? "The passage links to a record already." : null);
    }

    /// <summary>Makes the record and the link.</summary>
    public static RefactoringResult Make(RefactoringContext context)
    {
        var kind = Kind(context)!;
        var passage = Passage(context)!.Value;
        var text = context.Place.TextOf(passage);
        var keyword = DecisionNeedReader.In(context.Document, passage);
        var delivery = DeliveryDocuments.Around(context.Analysis, context.Document.Path, context.CancellationToken);
        var record = DecisionProposals.Record(
            context.Analysis.Workspace,
            kind,
            DeliveryDocuments.Facts(delivery.All),
            PathResolver.DeliveryRoot(context.Place.Framework, context.Document.Path) ?? "",
            keyword?.Word ?? Subject(text),
            keyword?.Trigger,
            text,
            [context.Document],
            0,
            context.Today);
        if (context.Analysis.Workspace.Files.Exists(record.Path))
        {
            return RefactoringContext.Refuse($"{record.Path} exists already.");
        }

        var link = $" ([{record.Request.Content.Decision!.Id}]({RelativePath.From(PathResolver.Folder(context.Document.Path), record.Path)}))";
        return new RefactoringResult(
            RefactoringContext.Edit([new(context.Document, [new TextChange(new TextSpan(passage.End, 0), link)])], record.Path, record.Text),
            null);
    }

    private static DocumentKind? Kind(RefactoringContext context) => context.Place.Framework.Kinds.FirstOrDefault(static kind =>
        kind.HasRole(KindRoles.Decides) && kind is { CanonicalPath: [.., '/'], FileTemplate.Length: > 0 });

    // The selected text, else the cell, item or line around the cursor; nothing in headings, tables' heads and code.
    private static TextSpan? Passage(RefactoringContext context)
    {
        var place = context.Place;
        var outline = context.Document.Outline;
        if (outline.FrontMatter?.Span.IntersectsWith(place.Offset) == true || outline.FenceAt(place.Offset) is not null || outline.SectionAt(place.Offset).HeadingSpan.IntersectsWith(place.Offset))
        {
            return null;
        }

        if (outline.RowAt(place.Offset) is { } row)
        {
            var cell = outline.Tables.Any(table => ReferenceEquals(table.Header, row)) ? null : row.Cells.FirstOrDefault(cell => cell.Span.IntersectsWith(place.Offset));
            return cell is { ContentSpan.IsEmpty: false } ? cell.ContentSpan : null;
        }

        return Trimmed(place.Text, context.Selection.IsEmpty ? Content(place) : context.Selection);
    }

    // The line without its list marker.
    private static TextSpan Content(DocumentPlace place)
    {
        var item = place.Document.Outline.ListItems.LastOrDefault(item => place.Line.Contains(item.ContentSpan.Start) && item.Span.Start >= place.Line.Start);
        return item is null ? place.Line : TextSpan.FromBounds(item.ContentSpan.Start, Math.Max(item.ContentSpan.Start, place.Line.End));
    }

    private static TextSpan? Trimmed(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end > start ? TextSpan.FromBounds(start, end) : null;
    }

    private static string Subject(string text)
    {
        var plain = PlainText.Of(text.ReplaceLineEndings(" "));
        var end = plain.AsSpan().IndexOfAny('.', ';', ':');
        plain = end > 0 ? plain[..end] : plain;
        return plain.Length <= LongestSubject ? plain : plain[..(plain.LastIndexOf(' ', LongestSubject) is var blank and > 0 ? blank : LongestSubject)];
    }
}
