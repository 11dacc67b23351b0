using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Places in a text where a block can be inserted, and the blank lines that Markdown needs around it there.</summary>
internal static class InsertionPoint
{
    /// <summary>Where the content of a body ends: without blank lines and without a thematic break that only separates it from what follows.</summary>
    public static int ContentEnd(string text, TextSpan body)
    {
        var end = TextScan.TrimEnd(text, body.Start, body.End);
        var line = LineStart(text, end);
        if (line > body.Start && IsThematicBreak(text.AsSpan(line, end - line)) && LineEndsBefore(text, line) > 1)
        {
            end = TextScan.TrimEnd(text, body.Start, line);
        }

        return end;
    }

    /// <summary>Whether the text before an offset ends with a thematic break, as documents have that part their sections with rules.</summary>
    public static bool IsBehindThematicBreak(string text, int offset)
    {
        var end = TextScan.TrimEnd(text, 0, offset);
        var line = LineStart(text, end);
        return IsThematicBreak(text.AsSpan(line, end - line)) && LineEndsBefore(text, line) > 1;
    }

    /// <summary>A block as it is inserted at an offset, with a blank line on both sides where something stands there.</summary>
    public static string Separated(string text, int offset, string block)
    {
        var before = TextScan.TrimEnd(text, 0, offset) == 0 ? 0 : Math.Max(0, 2 - LineEndsBefore(text, offset));
        var present = LineEndsAfter(text, offset, out var atEnd);
        var after = Math.Max(0, (atEnd ? 1 : 2) - present);
        return new string('\n', before) + block.TrimEnd('\n') + new string('\n', after);
    }

    /// <summary>Whether an offset stands in a fence that is never closed, so that what is inserted there would be code.</summary>
    public static bool IsInOpenFence(MarkdownOutline outline, int offset) =>
        outline.Fences.Any(fence => fence.ClosingSpan is null && fence.Span.Start < offset && offset >= fence.ContentSpan.Start && offset <= Math.Max(fence.Span.End, fence.ContentSpan.End));

    /// <summary>Where the line that holds an offset starts.</summary>
    public static int LineStart(string text, int offset)
    {
        while (offset > 0 && text[offset - 1] is not ('\n' or '\r'))
        {
            offset--;
        }

        return offset;
    }

    /// <summary>Where the line that holds an offset ends, before its line end.</summary>
    public static int LineEnd(string text, int offset)
    {
        var end = text.AsSpan(offset).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : offset + end;
    }

    /// <summary>The line ends in the white space before an offset.</summary>
    public static int LineEndsBefore(string text, int offset) => LineEnds(text.AsSpan(TextScan.TrimEnd(text, 0, offset)..offset));

    /// <summary>The line ends in the white space behind an offset; <paramref name="atEnd"/> says that nothing else follows.</summary>
    public static int LineEndsAfter(string text, int offset, out bool atEnd)
    {
        var end = offset;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        atEnd = end == text.Length;
        return LineEnds(text.AsSpan(offset, end - offset));
    }

    private static int LineEnds(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var index = 0; index < text.Length; index++)
        {
            count += text[index] == '\n' || (text[index] == '\r' && (index + 1 == text.Length || text[index + 1] != '\n')) ? 1 : 0;
        }

        return count;
    }

    private static bool IsThematicBreak(ReadOnlySpan<char> line)
    {
        line = line.Trim(" \t");
        return line.Length >= 3 && line[0] is '-' or '*' or '_' && !line.ContainsAnyExcept(line[0], ' ', '\t') && line.Count(line[0]) >= 3;
    }
}
