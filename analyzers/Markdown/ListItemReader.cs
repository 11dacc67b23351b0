using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Reads the first line of a list item.</summary>
internal static class ListItemReader
{
    /// <summary>Reads the item whose marker starts at the offset. Its span is still the first line only.</summary>
    public static ListItem Read(string text, int marker, bool isOrdered, int index, int parent, int section)
    {
        var end = text.AsSpan(marker).IndexOfAny('\r', '\n');
        end = end < 0 ? text.Length : marker + end;
        var start = marker;
        while (isOrdered && start < end && char.IsAsciiLetterOrDigit(text[start]))
        {
            start++;
        }

        // The marker itself, or the dot or parenthesis behind a number.
        start = TextScan.SkipBlanks(text, Math.Min(start + 1, end), end);
        var check = CheckSpan(text, start, end);
        if (!check.IsEmpty)
        {
            start = TextScan.SkipBlanks(text, check.End, end);
        }

        var content = TextSpan.FromBounds(start, TextScan.TrimEnd(text, start, end));
        var raw = text.Substring(content.Start, content.Length);
        bool? isChecked = check.IsEmpty ? null : text[check.Start + 1] != ' ';
        return new ListItem(index, parent, section, TextSpan.FromBounds(marker, content.End), content, raw, PlainText.Of(raw), isOrdered, isChecked, check);
    }

    // The "[ ]" or "[x]" of a task; GFM wants a blank behind it.
    private static TextSpan CheckSpan(string text, int start, int end)
    {
        var isBox = start + 2 < end && text[start] == '[' && text[start + 2] == ']' && text[start + 1] is ' ' or 'x' or 'X'
            && (start + 3 == end || text[start + 3] is ' ' or '\t');
        return isBox ? new TextSpan(start, 3) : default;
    }
}
