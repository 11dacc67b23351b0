using System.Text;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>A line of a document with a part of it marked below, cut to what a terminal shows.</summary>
/// <param name="Line">The line, printable.</param>
/// <param name="Indent">Cells before the mark.</param>
/// <param name="Length">Cells of the mark; at least 1.</param>
internal sealed record SourceExcerpt(string Line, int Indent, int Length)
{
    private const int MaxWidth = 160;

    /// <summary>How much is shown before the marked part of a line that is too long.</summary>
    private const int Lead = 40;

    private const char Cut = '…';

    /// <summary>The excerpt of a range; of a range over several lines, its first line up to its end.</summary>
    public static SourceExcerpt Of(LineIndex lines, TextRange range)
    {
        var line = lines.TextOf(range.StartLine).TrimStart('\uFEFF');
        var start = Math.Min(range.StartColumn - 1, line.Length);
        var end = range.EndLine == range.StartLine ? Math.Clamp(range.EndColumn - 1, start, line.Length) : line.Length;
        var indent = Printable.Width(line.AsSpan(0, start));
        var length = Math.Max(1, Printable.Width(line.AsSpan(start, end - start)));
        return Printable.Width(line) <= MaxWidth
            ? new SourceExcerpt(Printable.Of(line), indent, length)
            : Shorten(line, indent, length);
    }

    private static SourceExcerpt Shorten(string line, int indent, int length)
    {
        var from = indent + length <= MaxWidth ? 0 : Math.Max(0, indent - Lead);
        var result = from > 0 ? new StringBuilder().Append(Cut) : new StringBuilder();
        var (cell, first) = (0, -1);
        foreach (var rune in line.EnumerateRunes())
        {
            var width = Printable.Width(rune);
            if (cell >= from)
            {
                first = first < 0 ? cell : first;
                if (cell + width > first + MaxWidth)
                {
                    result.Append(Cut);
                    break;
                }

                result.Append(rune.ToString());
            }

            cell += width;
        }

        var marked = indent - Math.Max(first, 0) + (from > 0 ? 1 : 0);
        return new SourceExcerpt(Printable.Of(result.ToString()), marked, Math.Min(length, MaxWidth - Math.Min(marked, MaxWidth - 1)));
    }
}
