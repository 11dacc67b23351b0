using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A row of a navigation matrix.</summary>
/// <param name="Table">The matrix.</param>
/// <param name="Row">The row.</param>
/// <param name="Stage">The stage or sub-stage; empty when the cell holds none.</param>
/// <param name="StageCell">Its cell.</param>
public sealed record MatrixRow(BoundTable Table, TableRow Row, string Stage, TableCell StageCell)
{
    /// <summary>The cell with what is to be read; null when the row is too short.</summary>
    public TableCell? Reads => Table.Cell(Row, ColumnRoles.Reads);
}

/// <summary>A document that a list says is to be read.</summary>
/// <param name="Path">Path or pattern as written, without ticks and remarks.</param>
/// <param name="Remark">What stands behind it up to the next document: "(MANDATORY)"; empty when nothing does.</param>
/// <param name="Span">The path.</param>
public sealed record ReadingReference(string Path, string Remark, TextSpan Span);

/// <summary>Reads navigation matrices and the reading lists of stages.</summary>
public static class NavigationReader
{
    // What a matrix is about.
    private static readonly ImmutableArray<string> Subjects = [ColumnRoles.Reads, ColumnRoles.Generates, ColumnRoles.Tools];

    /// <summary>
    /// The rows of the navigation matrices in order. A table that says of the stages neither what is read nor what is made or used is another
    /// one beside the matrix, for example of durations.
    /// </summary>
    public static IEnumerable<MatrixRow> Rows(BoundDocument document) =>
        from table in document.TablesOf(TableRoles.Navigation)
        where table.Columns.ContainsKey(ColumnRoles.Stage) && Subjects.Any(table.Columns.ContainsKey)
        from row in table.Table.Rows
        let cell = table.Cell(row, ColumnRoles.Stage)
        where cell is { Text.Length: > 0 }
        select new MatrixRow(table, row, StageOf(cell.Text), cell);

    /// <summary>The documents named in a text: pieces of code that have the form of a path or pattern.</summary>
    public static IEnumerable<ReadingReference> References(string raw, int offset)
    {
        for (var open = raw.IndexOf('`', StringComparison.Ordinal); open >= 0;)
        {
            var close = raw.IndexOf('`', open + 1);
            if (close < 0)
            {
                yield break;
            }

            var next = raw.IndexOf('`', close + 1);
            var path = raw[(open + 1)..close].Trim();
            if (IsPath(path))
            {
                yield return new ReadingReference(path, raw[(close + 1)..(next < 0 ? raw.Length : next)], new TextSpan(offset + open + 1, close - open - 1));
            }

            open = next;
        }
    }

    /// <summary>The stage that a heading or cell begins with ("Stage 4.3: …", "**0**"); empty when there is none.</summary>
    public static string StageOf(string text)
    {
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return "";
        }

        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        var stage = text[start..end];
        return stage.Length <= 5 && int.TryParse(stage.AsSpan(0, 1), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? stage : "";
    }

    private static bool IsPath(string text) => text.Length is > 2 and < 260 && !text.Contains(' ', StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal)
        && (text.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || text.Contains("/*", StringComparison.Ordinal) || text.EndsWith('/'));
}
