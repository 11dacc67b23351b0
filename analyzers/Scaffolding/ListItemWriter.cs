using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes items into an existing list, indented and marked as its items are.</summary>
internal static class ListItemWriter
{
    /// <summary>The edits that insert an item behind another with everything nested in that; in a numbered list the items behind move on by one.</summary>
    /// <param name="outline">The outline.</param>
    /// <param name="item">The item before.</param>
    /// <param name="text">The content; it gets the mark that the item before starts with, such as a tick.</param>
    public static ImmutableArray<TextChange> Behind(MarkdownOutline outline, ListItem item, string text)
    {
        var source = outline.Text;
        var start = InsertionPoint.LineStart(source, item.Span.Start);
        var marker = source[start..item.ContentSpan.Start];
        var followers = Followers(outline, item);
        if (Number(source, item) is { } number && !IsRepeated(outline, item, number.Value))
        {
            marker = source[start..number.Span.Start] + Text(number.Value + 1) + source[number.Span.End..item.ContentSpan.Start];
        }

        return
        [
            new TextChange(new TextSpan(item.Span.End, 0), "\n" + marker + Mark(item.Raw) + text),
            .. followers.Select(static follower => new TextChange(follower.Span, Text(follower.Value + 1))),
        ];
    }

    // The items that count on from the item.
    private static List<(TextSpan Span, int Value)> Followers(MarkdownOutline outline, ListItem item)
    {
        var followers = new List<(TextSpan Span, int Value)>();
        var last = Number(outline.Text, item)?.Value;
        foreach (var other in outline.ListItems.Skip(item.Index + 1).Where(other => other.Parent == item.Parent).TakeWhile(other => other.Section == item.Section))
        {
            if (last is null || Number(outline.Text, other) is not { } number || number.Value != last + 1)
            {
                break;
            }

            followers.Add(number);
            last = number.Value;
        }

        return followers;
    }

    // "1." before every item leaves the counting to whoever shows the list.
    private static bool IsRepeated(MarkdownOutline outline, ListItem item, int number)
    {
        bool IsSame(ListItem? other) => other is not null && Number(outline.Text, other)?.Value == number;
        return IsSame(outline.ListItems.Take(item.Index).LastOrDefault(other => other.Parent == item.Parent && other.Section == item.Section))
            || IsSame(outline.ListItems.Skip(item.Index + 1).FirstOrDefault(other => other.Parent == item.Parent && other.Section == item.Section));
    }

    private static (TextSpan Span, int Value)? Number(string text, ListItem item)
    {
        var end = item.Span.Start;
        while (end < item.ContentSpan.Start && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var span = TextSpan.FromBounds(item.Span.Start, end);
        return item.IsOrdered && int.TryParse(text.AsSpan(span.Start, span.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? (span, value) : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Mark(string raw)
    {
        var blank = raw.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && !raw[..blank].Any(static character => char.IsLetterOrDigit(character) || character is '`' or '*' or '_' or '[' or '(' or '"') ? raw[..(blank + 1)] : "";
    }
}
