using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Folding;

/// <summary>Finds what can be folded in a document, documents in its fences included.</summary>
public static class FoldingProvider
{
    /// <summary>The folds in document order, outer ones first; empty for a file that is no framework document.</summary>
    public static ImmutableArray<Fold> GetFolds(BoundFile file, CancellationToken cancellationToken = default)
    {
        var folds = new List<Fold>();
        foreach (var document in file.Parts)
        {
            var text = document.Outline.Text;
            foreach (var (span, kind) in In(document.Outline))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var end = TrimmedEnd(text, span);
                var headEnd = text.AsSpan(span.Start, end - span.Start).IndexOfAny('\r', '\n');
                if (headEnd > 0)
                {
                    folds.Add(new Fold(document.ToSource.ToSource(TextSpan.FromBounds(span.Start, end)), document.ToSource.ToSource(new TextSpan(span.Start, headEnd)).End, kind));
                }
            }
        }

        return [.. folds.OrderBy(static fold => fold.Span.Start).ThenByDescending(static fold => fold.Span.Length)];
    }

    private static IEnumerable<(TextSpan Span, FoldKind Kind)> In(MarkdownOutline outline)
    {
        if (outline.FrontMatter is { } frontMatter)
        {
            yield return (frontMatter.Span, FoldKind.FrontMatter);
        }

        foreach (var section in outline.Sections.Where(static section => section.Level > 0))
        {
            yield return (section.Span, FoldKind.Section);
        }

        foreach (var table in outline.Tables)
        {
            yield return (table.Span, FoldKind.Table);
        }

        foreach (var fence in outline.Fences)
        {
            yield return (fence.Span, FoldKind.Fence);
        }

        foreach (var item in outline.ListItems)
        {
            yield return (item.Span, FoldKind.List);
        }

        foreach (var comment in outline.Comments)
        {
            yield return (comment.Span, FoldKind.Comment);
        }
    }

    // Blank lines behind a section stay visible between it and the next one.
    private static int TrimmedEnd(string text, TextSpan span)
    {
        var end = span.End;
        while (end > span.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
