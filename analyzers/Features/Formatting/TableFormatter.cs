using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Formatting;

/// <summary>
/// Aligns the tables of a document. Only blanks, pipes at the ends of rows and the dashes below a header change; what stands in a cell is
/// never touched, and neither is anything outside of tables. A table is aligned as a whole or not at all.
/// </summary>
public static class TableFormatter
{
    // A cell wider than this does not widen its column: whoever writes essays in cells would push every other row off the screen.
    private const int WidestColumn = 80;
    private const int NarrowestColumn = 3;

    /// <summary>The edits that align the tables that share a place with a range; empty when the file is no framework document.</summary>
    /// <param name="file">The file.</param>
    /// <param name="range">The range in the source text; null for all tables.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<TextChange> Format(BoundFile file, TextSpan? range, CancellationToken cancellationToken)
    {
        if (file.Host is not { ToSource.IsIdentity: true } host)
        {
            return [];
        }

        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var table in host.Outline.Tables)
        {
            if (range is null || table.Span.IntersectsWith(range.Value))
            {
                Format(host.Outline.Text, table, changes, cancellationToken);
            }
        }

        return changes.DrainToImmutable();
    }

    /// <summary>The edits that align the table on a line that was just typed, for a cursor behind a pipe or at the start of the line below.</summary>
    public static ImmutableArray<TextChange> FormatTyped(BoundFile file, int cursor, CancellationToken cancellationToken)
    {
        var text = file.Outline.Text;
        var end = SkipBlanks(text, Math.Min(cursor, text.Length));
        if (end > 0 && (text[end - 1] is '\n' or '\r'))
        {
            // Of the lines above only the one that was just ended is looked at.
            end = text[end - 1] == '\n' && end > 1 && text[end - 2] == '\r' ? end - 2 : end - 1;
            end = SkipBlanks(text, end);
        }

        return end == 0 || text[end - 1] != '|' ? [] : Format(file, new TextSpan(end - 1, 0), cancellationToken);
    }

    private static int SkipBlanks(string text, int end)
    {
        while (end > 0 && (text[end - 1] is ' ' or '\t' or '>'))
        {
            end--;
        }

        return end;
    }

    /// <summary>Adds the edits that align a table.</summary>
    internal static void Format(string text, MarkdownTable table, ImmutableArray<TextChange>.Builder changes, CancellationToken cancellationToken)
    {
        var delimiter = TableReader.ReadRow(text, table.DelimiterSpan);
        var widths = new List<int>();
        foreach (var row in table.Rows.Prepend(table.Header))
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var column = 0; column < row.Cells.Length; column++)
            {
                var width = DisplayWidth.Of(row.Cells[column].Raw);
                if (column == widths.Count)
                {
                    widths.Add(NarrowestColumn);
                }

                widths[column] = width <= WidestColumn ? Math.Max(widths[column], width) : widths[column];
            }
        }

        var alignments = delimiter.Cells.Select(static cell => Alignment(cell.Raw)).ToArray();
        var writer = new TableRowAligner(text, widths, alignments, changes);
        writer.Align(table.Header);
        writer.AlignDelimiter(delimiter);
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Align(row);
        }
    }

    private static CellAlignment Alignment(string delimiter) => (delimiter.StartsWith(':'), delimiter.EndsWith(':')) switch
    {
        (true, true) => CellAlignment.Center,
        (false, true) => CellAlignment.Right,
        _ => CellAlignment.Left,
    };
}
