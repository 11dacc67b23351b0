using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Finds what stands at an offset of an outline's text.</summary>
public static class OutlinePlaces
{
    /// <summary>The innermost list item whose span holds the offset, or null.</summary>
    public static ListItem? ItemAt(this MarkdownOutline outline, int offset)
    {
        var items = outline.ListItems;
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = items[middle].Span.Start <= offset ? (middle + 1, high) : (low, middle);
        }

        for (var index = low - 1; index >= 0; index = items[index].Parent)
        {
            if (items[index].Span.Contains(offset))
            {
                return items[index];
            }
        }

        return null;
    }

    /// <summary>The table row whose span holds the offset, the header included; null when there is none.</summary>
    public static TableRow? RowAt(this MarkdownOutline outline, int offset)
    {
        if (outline.TableAt(offset) is not { } table)
        {
            return null;
        }

        var rows = table.Rows;
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rows[middle].Span.Start <= offset ? (middle + 1, high) : (low, middle);
        }

        var row = low == 0 ? table.Header : rows[low - 1];
        return row.Span.Contains(offset) ? row : null;
    }

    /// <summary>The table whose span holds the offset or ends there; null when there is none.</summary>
    public static MarkdownTable? TableAt(this MarkdownOutline outline, int offset)
    {
        var tables = outline.Tables;
        var (low, high) = (0, tables.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tables[middle].Span.Start <= offset ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && offset <= tables[low - 1].Span.End ? tables[low - 1] : null;
    }

    /// <summary>The links within a span, in document order.</summary>
    public static IEnumerable<Link> LinksIn(this MarkdownOutline outline, TextSpan span) => Within(outline.Links, span, static link => link.Span);

    /// <summary>The inline codes within a span, in document order.</summary>
    public static IEnumerable<InlineCode> CodesIn(this MarkdownOutline outline, TextSpan span) => Within(outline.InlineCodes, span, static code => code.Span);

    /// <summary>The inline code whose span holds the offset, or null.</summary>
    public static InlineCode? CodeAt(this MarkdownOutline outline, int offset)
    {
        var codes = outline.InlineCodes;
        var (low, high) = (0, codes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = codes[middle].Span.Start <= offset ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && codes[low - 1].Span.Contains(offset) ? codes[low - 1] : null;
    }

    /// <summary>The link whose span holds the offset, or null.</summary>
    public static Link? LinkAt(this MarkdownOutline outline, int offset)
    {
        var links = outline.Links;
        var (low, high) = (0, links.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = links[middle].Span.Start <= offset ? (middle + 1, high) : (low, middle);
        }

        // An image may stand in the text of a link.
        for (var index = low - 1; index >= Math.Max(0, low - 2); index--)
        {
            if (links[index].Span.Start <= offset && offset <= links[index].Span.End)
            {
                return links[index];
            }
        }

        return null;
    }

    private static IEnumerable<T> Within<T>(ImmutableArray<T> elements, TextSpan span, Func<T, TextSpan> place)
    {
        var (low, high) = (0, elements.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = place(elements[middle]).Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < elements.Length && place(elements[low]).Start < span.End; low++)
        {
            if (span.Contains(place(elements[low])))
            {
                yield return elements[low];
            }
        }
    }
}
