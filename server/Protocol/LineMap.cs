using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Protocol;

/// <summary>
/// Where the lines of a text start. <see cref="SourceText.Lines"/> cannot be used: it also breaks lines at U+0085, U+2028 and U+2029,
/// the protocol only at LF, CR LF and CR, so that a single such character would shift every position behind it.
/// </summary>
internal sealed class LineMap
{
    private static readonly ConditionalWeakTable<SourceText, LineMap> Cache = [];
    private readonly int[] _starts;

    private LineMap(int[] starts) => _starts = starts;

    /// <summary>How many lines there are; at least one.</summary>
    public int Count => _starts.Length;

    /// <summary>The map of a text, made once per text.</summary>
    public static LineMap Of(SourceText text) => Cache.GetValue(text, static text => new LineMap(Scan(text, 0, text.Length, [0])));

    /// <summary>The start of a line.</summary>
    public int Start(int line) => _starts[line];

    /// <summary>The line that holds an offset; the end of the text belongs to the last line.</summary>
    public int LineOf(int offset)
    {
        var index = Array.BinarySearch(_starts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The text after a change, with its map made from the old one: only the lines around the change are looked at.</summary>
    public static SourceText Change(SourceText text, TextChange change)
    {
        var changed = text.WithChanges(change);
        if (!Cache.TryGetValue(text, out var map) || ReferenceEquals(text, changed))
        {
            return changed;
        }

        // A line end may be split or completed by the change, so the line before and the line behind are looked at again.
        var first = Math.Max(0, map.LineOf(change.Span.Start) - 1);
        var last = map.LineOf(change.Span.End) + 1;
        var delta = changed.Length - text.Length;
        var end = last + 1 < map.Count ? map._starts[last + 1] + delta : changed.Length;
        var middle = Scan(changed, map._starts[first], end, []);
        var tail = last + 1 < map.Count ? map._starts.AsSpan(last + 1) : [];
        if (middle is [.., var repeated] && tail.Length > 0 && repeated == tail[0] + delta)
        {
            middle = middle[..^1];
        }

        var starts = new int[first + 1 + middle.Length + tail.Length];
        map._starts.AsSpan(0, first + 1).CopyTo(starts);
        middle.CopyTo(starts, first + 1);
        var target = starts.AsSpan(first + 1 + middle.Length);
        for (var index = 0; index < tail.Length; index++)
        {
            target[index] = tail[index] + delta;
        }

        Cache.AddOrUpdate(changed, new LineMap(starts));
        return changed;
    }

    // The starts of the lines that begin after a line end inside [from, to), behind the ones given.
    private static int[] Scan(SourceText text, int from, int to, int[] before)
    {
        var starts = new List<int>(before);
        var buffer = new char[Math.Min(Math.Max(to - from, 1), 16 * 1024)];
        var returned = false;
        for (var position = from; position < to;)
        {
            var count = Math.Min(buffer.Length, to - position);
            text.CopyTo(position, buffer, 0, count);
            if (returned && buffer[0] == '\n')
            {
                starts[^1]++;
            }

            returned = ScanChunk(buffer.AsSpan(0, count), position, starts, skipFirst: returned && buffer[0] == '\n');
            position += count;
        }

        return [.. starts];
    }

    // Returns whether the chunk ends in a carriage return, whose line feed may come next.
    private static bool ScanChunk(ReadOnlySpan<char> chunk, int offset, List<int> starts, bool skipFirst)
    {
        var index = skipFirst ? 1 : 0;
        while (index < chunk.Length)
        {
            var next = chunk[index..].IndexOfAny('\r', '\n');
            if (next < 0)
            {
                return false;
            }

            index += next + 1;
            if (chunk[index - 1] == '\r' && index < chunk.Length && chunk[index] == '\n')
            {
                index++;
            }

            starts.Add(offset + index);
        }

        return chunk.Length > 0 && chunk[^1] == '\r';
    }
}
