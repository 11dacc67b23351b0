using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>Lines that were meant as a table and are none.</summary>
/// <param name="Delimiter">What was meant as the delimiter row; it may go on over a blank line.</param>
/// <param name="FirstLine">Its first line.</param>
/// <param name="Columns">How many cells the header has.</param>
internal readonly record struct BrokenTable(TextSpan Delimiter, TextSpan FirstLine, int Columns)
{
    // With fewer rows behind it, it may be anything.
    private const int FewestRows = 2;

    /// <summary>The broken tables of an outline, outside fences and comments.</summary>
    public static IEnumerable<BrokenTable> In(MarkdownOutline outline)
    {
        var text = outline.Text;
        var header = default(TextSpan);
        for (var start = 0; start < text.Length;)
        {
            var line = Line(text, start);
            var next = Next(text, line.End);
            if (header.Length > 0 && IsDelimiterLike(text.AsSpan(line.Start, line.Length)))
            {
                var delimiter = WithTail(text, line, out var rows);
                var columns = Cells(text.AsSpan(header.Start, header.Length));
                if (columns > 1 && RowsFrom(text, rows) >= FewestRows && !IsTable(outline, header, isWrapped: delimiter != line) && outline.FenceAt(header.Start) is null && !outline.Comments.Any(comment => comment.Span.Contains(delimiter.Start)))
                {
                    yield return new BrokenTable(delimiter, line, columns);
                }
            }

            header = IsRow(text.AsSpan(line.Start, line.Length)) && !IsDelimiterLike(text.AsSpan(line.Start, line.Length)) && !IsRow(Before(text, line.Start)) ? line : default;
            start = next;
        }
    }

    // A delimiter row without its last pipe is a valid one, but behind the blank line that follows the rows are text.
    private static bool IsTable(MarkdownOutline outline, TextSpan header, bool isWrapped) =>
        outline.Tables.Any(table => table.Header.Span.Start == header.Start && (!isWrapped || table.Rows.Length > 0));

    // "|---|---|---" with its last pipe behind a blank line.
    private static TextSpan WithTail(string text, TextSpan line, out int rows)
    {
        rows = Next(text, line.End);
        var blank = Line(text, rows);
        var tail = Line(text, Next(text, blank.End));
        if (blank.Length == 0 && tail.Length > 0 && text.AsSpan(tail.Start, tail.Length).Trim().IndexOfAnyExcept("|-: ") < 0)
        {
            rows = Next(text, tail.End);
            return TextSpan.FromBounds(line.Start, tail.End);
        }

        return line;
    }

    private static int RowsFrom(string text, int start)
    {
        var rows = 0;
        while (start < text.Length && Line(text, start) is var line && IsRow(text.AsSpan(line.Start, line.Length)))
        {
            rows++;
            start = Next(text, line.End);
        }

        return rows;
    }

    private static bool IsRow(ReadOnlySpan<char> line) => line is ['|', ..] && line[1..].Contains('|');

    private static bool IsDelimiterLike(ReadOnlySpan<char> line) =>
        line is ['|', ..] && line.Contains("--", StringComparison.Ordinal) && line.Count('-') + line.Count('|') + line.Count(':') + line.Count(' ') >= line.Length * 3 / 4;

    private static int Cells(ReadOnlySpan<char> header)
    {
        var pipes = 0;
        for (var index = 1; index < header.Length; index++)
        {
            pipes += header[index] == '|' && header[index - 1] != '\\' ? 1 : 0;
        }

        return header.TrimEnd() is [.., '|'] ? pipes : pipes + 1;
    }

    private static ReadOnlySpan<char> Before(string text, int start)
    {
        if (start == 0)
        {
            return default;
        }

        var end = text[start - 1] == '\n' && start > 1 && text[start - 2] == '\r' ? start - 2 : start - 1;
        var begin = text.LastIndexOf('\n', Math.Max(0, end - 1)) + 1;
        return begin <= end ? text.AsSpan(begin, end - begin) : default;
    }

    private static TextSpan Line(string text, int start)
    {
        var end = text.AsSpan(Math.Min(start, text.Length)).IndexOfAny('\r', '\n');
        return TextSpan.FromBounds(Math.Min(start, text.Length), end < 0 ? text.Length : start + end);
    }

    private static int Next(string text, int end) =>
        end >= text.Length ? text.Length : text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
}
