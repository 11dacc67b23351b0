using System.Globalization;

namespace FrameworkLsp.Server.Cli;

/// <summary>Writes the difference of two texts in the unified form that <c>git apply</c> and <c>patch</c> read.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Writes the difference; nothing when the texts are equal.</summary>
    /// <param name="path">The file's path relative to the current folder.</param>
    /// <param name="before">The old text.</param>
    /// <param name="after">The new text.</param>
    /// <param name="output">Takes the diff.</param>
    public static void Write(string path, string before, string after, TextWriter output)
    {
        var (old, current) = (Lines(before), Lines(after));
        var blocks = LineDifference.Of(old, current);
        if (blocks is [])
        {
            return;
        }

        output.Write($"--- a/{path}\n+++ b/{path}\n");
        for (var first = 0; first < blocks.Count;)
        {
            // Blocks whose context would touch share a hunk.
            var last = first;
            while (last + 1 < blocks.Count && blocks[last + 1].OldStart - blocks[last].OldEnd <= 2 * Context)
            {
                last++;
            }

            WriteHunk(blocks.GetRange(first, last - first + 1), old, current, output);
            first = last + 1;
        }
    }

    private static void WriteHunk(List<LineChange> blocks, List<string> old, List<string> current, TextWriter output)
    {
        var (head, tail) = (blocks[0], blocks[^1]);
        var lead = Math.Min(Context, head.OldStart);
        var trail = Math.Min(Context, old.Count - tail.OldEnd);
        var header = $"@@ -{Extent(head.OldStart - lead, tail.OldEnd + trail)} +{Extent(head.NewStart - lead, tail.NewEnd + trail)} @@\n";
        output.Write(header);
        var at = head.OldStart - lead;
        foreach (var block in blocks)
        {
            WriteLines(' ', old, at, block.OldStart, output);
            WriteLines('-', old, block.OldStart, block.OldEnd, output);
            WriteLines('+', current, block.NewStart, block.NewEnd, output);
            at = block.OldEnd;
        }

        WriteLines(' ', old, at, tail.OldEnd + trail, output);
    }

    private static void WriteLines(char sign, List<string> lines, int start, int end, TextWriter output)
    {
        for (var index = start; index < end; index++)
        {
            output.Write(sign);
            output.Write(lines[index]);
            if (!lines[index].EndsWith('\n'))
            {
                output.Write("\n\\ No newline at end of file\n");
            }
        }
    }

    /// <summary>First line from 1 and number of lines; an empty extent names the line before it.</summary>
    private static string Extent(int start, int end)
    {
        var count = end - start;
        return string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)}{(count == 1 ? "" : "," + count.ToString(CultureInfo.InvariantCulture))}");
    }

    /// <summary>The lines with their ends. Only LF ends a line in a diff.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
