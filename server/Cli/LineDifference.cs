namespace FrameworkLsp.Server.Cli;

/// <summary>Old lines that new lines take the place of; zero-based, ends exclusive.</summary>
internal readonly record struct LineChange(int OldStart, int OldEnd, int NewStart, int NewEnd);

/// <summary>
/// Finds the lines in which two texts differ, with the fewest changed lines (Myers' greedy algorithm). Texts that differ nearly
/// everywhere are given up on and counted as one change, since the search grows with the square of the difference.
/// </summary>
internal static class LineDifference
{
    private const int MaxEdits = 1_000;

    /// <summary>The changes in order; empty when the texts are equal.</summary>
    public static List<LineChange> Of(List<string> old, List<string> current)
    {
        var start = 0;
        while (start < old.Count && start < current.Count && old[start] == current[start])
        {
            start++;
        }

        var (oldEnd, newEnd) = (old.Count, current.Count);
        while (oldEnd > start && newEnd > start && old[oldEnd - 1] == current[newEnd - 1])
        {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        }

        if (oldEnd == start && newEnd == start)
        {
            return [];
        }

        var trace = Search(old, current, start, oldEnd, newEnd);
        return trace is null ? [new LineChange(start, oldEnd, start, newEnd)] : Changes(trace, start, oldEnd, newEnd);
    }

    /// <summary>For each number of edits, how far each diagonal was reached; null when there are too many edits.</summary>
    private static List<int[]>? Search(List<string> old, List<string> current, int start, int oldEnd, int newEnd)
    {
        var (rows, columns) = (oldEnd - start, newEnd - start);
        var trace = new List<int[]>();
        int[] reached = [0, 0, 0];
        for (var edits = 0; edits <= Math.Min(MaxEdits, rows + columns); edits++)
        {
            // Diagonal k is kept at index k + edits + 1; the two at the ends are fences.
            var next = new int[(2 * edits) + 3];
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var row = edits == 0 ? 0 : Step(reached, edits, diagonal);
                var column = row - diagonal;
                while (row < rows && column >= 0 && column < columns && old[start + row] == current[start + column])
                {
                    (row, column) = (row + 1, column + 1);
                }

                next[diagonal + edits + 1] = row;
                if (row >= rows && column >= columns)
                {
                    trace.Add(next);
                    return trace;
                }
            }

            trace.Add(next);
            reached = next;
        }

        return null;
    }

    /// <summary>The row on a diagonal after one more edit: a new line from the diagonal above, or an old line less from the one below.</summary>
    private static int Step(int[] reached, int edits, int diagonal) =>
        IsInsertion(reached, edits, diagonal) ? Row(reached, edits, diagonal + 1) : Row(reached, edits, diagonal - 1) + 1;

    private static bool IsInsertion(int[] reached, int edits, int diagonal) =>
        diagonal == -edits || (diagonal != edits && Row(reached, edits, diagonal - 1) < Row(reached, edits, diagonal + 1));

    /// <summary>A row of the array made for one edit less.</summary>
    private static int Row(int[] reached, int edits, int diagonal) => reached[diagonal + edits];

    private static List<LineChange> Changes(List<int[]> trace, int start, int oldEnd, int newEnd)
    {
        var changes = new List<LineChange>();
        var (row, column) = (oldEnd - start, newEnd - start);
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var diagonal = row - column;
            var isInsertion = IsInsertion(trace[edits - 1], edits, diagonal);
            var before = Row(trace[edits - 1], edits, isInsertion ? diagonal + 1 : diagonal - 1);
            var beforeColumn = before - (isInsertion ? diagonal + 1 : diagonal - 1);
            var change = isInsertion
                ? new LineChange(start + before, start + before, start + beforeColumn, start + beforeColumn + 1)
                : new LineChange(start + before, start + before + 1, start + beforeColumn, start + beforeColumn);
            if (changes.Count > 0 && changes[^1].OldStart == change.OldEnd && changes[^1].NewStart == change.NewEnd)
            {
                changes[^1] = new LineChange(change.OldStart, changes[^1].OldEnd, change.NewStart, changes[^1].NewEnd);
            }
            else
            {
                changes.Add(change);
            }

            (row, column) = (before, beforeColumn);
        }

        changes.Reverse();
        return changes;
    }
}
