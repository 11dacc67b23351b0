using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;

/// <summary>A list whose items say the same things of several subjects, as a table would.</summary>
/// <param name="Items">The outer items in order.</param>
internal sealed record LabelledList(IReadOnlyList<ListItem> Items)
{
    /// <summary>The list around a place: its outer items with nothing but blank space between; null when there is none.</summary>
    public static LabelledList? At(DocumentPlace place)
    {
        var outline = place.Document.Outline;
        var around = outline.ItemAt(place.Offset) ?? outline.ItemAt(Math.Max(place.Line.Start, place.Line.End - 1));
        if (around is null)
        {
            return null;
        }

        while (around.Parent >= 0)
        {
            around = outline.ListItems[around.Parent];
        }

        var outer = outline.ListItems.Where(item => item.Parent < 0 && item.Section == around.Section).ToList();
        var first = outer.IndexOf(around);
        var last = first;
        while (first > 0 && IsBlank(place, outer[first - 1].Span.End, outer[first].Span.Start))
        {
            first--;
        }

        while (last + 1 < outer.Count && IsBlank(place, outer[last].Span.End, outer[last + 1].Span.Start))
        {
            last++;
        }

        return new LabelledList(outer[first..(last + 1)]);
    }

    /// <summary>The items right below an item.</summary>
    public static IEnumerable<ListItem> Below(MarkdownOutline outline, ListItem item)
    {
        for (var index = item.Index + 1; index < outline.ListItems.Length && outline.ListItems[index].Span.Start < item.Span.End; index++)
        {
            if (outline.ListItems[index].Parent == item.Index)
            {
                yield return outline.ListItems[index];
            }
        }
    }

    /// <summary>From the first item to the last one.</summary>
    public TextSpan Span => TextSpan.FromBounds(Items[0].Span.Start, Items[^1].Span.End);

    /// <summary>The text of an item without what is nested in it, its lines joined.</summary>
    public static string Text(MarkdownOutline outline, ListItem item)
    {
        var end = Below(outline, item).Select(static inner => inner.Span.Start).DefaultIfEmpty(item.Span.End).First();
        var text = outline.Text[item.ContentSpan.Start..Math.Max(item.ContentSpan.Start, end)];
        return string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).TrimEnd('-', '*', '+', ' ');
    }

    /// <summary>A label and its value: "**Impact**: high", "Impact: high"; null when the text is neither.</summary>
    public static (string Label, string Value)? Labelled(string text)
    {
        var isBold = text.StartsWith("**", StringComparison.Ordinal) && text.IndexOf("**", 2, StringComparison.Ordinal) > 2;
        var colon = text.IndexOf(':', isBold ? text.IndexOf("**", 2, StringComparison.Ordinal) - 1 : 0);
        if (colon is <= 0 or > 60 || (colon + 1 < text.Length && text[colon + 1] is not (' ' or '*')))
        {
            return null;
        }

        // Both "**Impact**: x" and "**Impact:** x" are in use.
        var label = text[..colon].Trim('*', ' ');
        return label.Length == 0 || label.Contains('`', StringComparison.Ordinal) ? null : (label, text[(colon + 1)..].TrimStart('*').Trim());
    }

    private static bool IsBlank(DocumentPlace place, int start, int end) => start <= end && place.Text.AsSpan(start, end - start).IsWhiteSpace();
}
