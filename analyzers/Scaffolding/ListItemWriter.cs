using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes items into an existing list, indented and marked as its items are.</summary>
internal static class ListItemWriter
{
    /// <summary>The edit that inserts an item behind another with everything nested in that.</summary>
    /// <param name="outline">The outline.</param>
    /// <param name="item">The item before.</param>
    /// <param name="text">The content; it gets the mark that the item before starts with, such as a tick.</param>
    public static TextChange Behind(MarkdownOutline outline, ListItem item, string text)
    {
        var source = outline.Text;
        var start = InsertionPoint.LineStart(source, item.Span.Start);
        return new TextChange(new TextSpan(item.Span.End, 0), "\n" + source[start..item.ContentSpan.Start] + Mark(item.Raw) + text);
    }

    private static string Mark(string raw)
    {
        var blank = raw.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && !raw[..blank].Any(static character => char.IsLetterOrDigit(character) || character is '`' or '*' or '_' or '[' or '(' or '"') ? raw[..(blank + 1)] : "";
    }
}
