using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Selection;

/// <summary>Widens a selection step by step: word, cell, row, table, section, document.</summary>
public static class SelectionProvider
{
    /// <summary>
    /// The spans around an offset of a file's source text, each within the next one, the last one the whole text. Empty for a file that is no
    /// framework document.
    /// </summary>
    public static ImmutableArray<TextSpan> GetSelections(BoundFile file, int offset, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (DocumentPlace.Find(file, offset) is not { } inner)
        {
            return [];
        }

        var places = inner.Document.IsEmbedded ? [inner, new DocumentPlace(file.Parts[0], DocumentPlace.Locate(file.Parts[0], offset))] : new[] { inner };
        var candidates = places.SelectMany(static place => Around(place).Select(place.ToSource)).Append(new TextSpan(0, file.Text.Length));
        var selections = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in candidates.Where(span => span.Start <= offset && offset <= span.End && span.Length > 0).OrderBy(static span => span.Length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (selections.Count == 0 || (span != selections[^1] && span.Contains(selections[^1])))
            {
                selections.Add(span);
            }
        }

        return selections.Count == 0 ? [new TextSpan(0, file.Text.Length)] : selections.ToImmutable();
    }

    private static IEnumerable<TextSpan> Around(DocumentPlace place)
    {
        var (outline, offset) = (place.Document.Outline, place.Offset);
        yield return Word(place);
        yield return Trimmed(place.Text, place.Line);
        foreach (var span in Inline(outline, place.Line).Concat(InTable(outline, offset)).Concat(InList(outline, offset)).Concat(InSection(outline, offset)))
        {
            yield return span;
        }

        foreach (var field in outline.Fields.Where(field => field.Span.Start <= offset && offset <= field.Span.End))
        {
            yield return field.NameSpan;
            yield return field.ValueSpan;
            yield return field.Span;
        }

        if (outline.FenceAt(offset) is { } fence)
        {
            yield return Trimmed(outline.Text, fence.ContentSpan);
            yield return fence.Span;
        }

        foreach (var comment in outline.Comments.Where(comment => comment.Span.Contains(offset)))
        {
            yield return Trimmed(outline.Text, comment.ContentSpan);
            yield return comment.Span;
        }

        if (outline.FrontMatter is { } frontMatter)
        {
            yield return Trimmed(outline.Text, frontMatter.ContentSpan);
            yield return frontMatter.Span;
        }
    }

    private static IEnumerable<TextSpan> Inline(MarkdownOutline outline, TextSpan line) => outline.CodesIn(line).SelectMany(static code => new[] { code.ContentSpan, code.Span })
        .Concat(outline.LinksIn(line).SelectMany(static link => new[] { link.TargetSpan, link.Span }));

    private static IEnumerable<TextSpan> InTable(MarkdownOutline outline, int offset)
    {
        if (outline.TableAt(offset) is not { } table)
        {
            yield break;
        }

        yield return table.Span;
        foreach (var row in table.Rows.Prepend(table.Header).Where(row => row.Span.Start <= offset && offset <= row.Span.End))
        {
            yield return row.Span;
            foreach (var cell in row.Cells)
            {
                yield return cell.ContentSpan;
                yield return cell.Span;
            }
        }
    }

    private static IEnumerable<TextSpan> InList(MarkdownOutline outline, int offset)
    {
        for (var item = outline.ItemAt(offset); item is not null; item = item.Parent < 0 ? null : outline.ListItems[item.Parent])
        {
            yield return item.ContentSpan;
            yield return item.Span;
        }
    }

    private static IEnumerable<TextSpan> InSection(MarkdownOutline outline, int offset)
    {
        for (var section = outline.SectionAt(offset); section.Parent >= 0; section = outline.Sections[section.Parent])
        {
            yield return section.TitleSpan;
            yield return section.HeadingSpan;
            yield return Trimmed(outline.Text, section.BodySpan);
            yield return Trimmed(outline.Text, section.Span);
        }

        yield return Trimmed(outline.Text, outline.Sections[0].BodySpan);
    }

    private static TextSpan Word(DocumentPlace place)
    {
        var (start, end) = (place.Offset, place.Offset);
        while (start > place.Line.Start && IsWord(place.Text[start - 1]))
        {
            start--;
        }

        while (end < place.Line.End && IsWord(place.Text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    // Ids, file names and service names are words as a whole.
    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character) || character is '_' or '-';

    private static TextSpan Trimmed(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return TextSpan.FromBounds(start, end);
    }
}
