using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Features;

/// <summary>A place in a table that the definition knows.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">The row; the header when the place is there.</param>
/// <param name="Column">The zero-based column.</param>
/// <param name="Definition">The column's definition; null for a column of the author's own.</param>
public sealed record CellPlace(BoundTable Table, TableRow Row, int Column, ColumnDefinition? Definition)
{
    /// <summary>Whether it is in the header.</summary>
    public bool IsHeader => ReferenceEquals(Row, Table.Table.Header);

    /// <summary>The cell; null behind the last pipe of a row that is being typed.</summary>
    public TableCell? Cell => Row.Cell(Column);

    /// <summary>The cell at a place, or null when it is in no known table.</summary>
    public static CellPlace? Find(DocumentPlace place)
    {
        // A row that is being typed may have blanks behind it that are not part of it yet, so its line decides.
        var line = place.Line;
        foreach (var table in place.Document.Tables)
        {
            if (line.Start > table.Table.Span.End || line.End < table.Table.Span.Start)
            {
                continue;
            }

            var row = table.Table.Rows.Prepend(table.Table.Header).FirstOrDefault(row => line.Start <= row.Span.Start && row.Span.End <= line.End);
            if (row is not null && place.Offset >= row.Span.Start)
            {
                var column = ColumnAt(row, place.Offset);
                var role = table.Columns.FirstOrDefault(pair => pair.Value == column).Key;
                return new CellPlace(table, row, column, role is null ? null : table.Definition.Columns.FirstOrDefault(definition => definition.Role == role));
            }
        }

        return null;
    }

    private static int ColumnAt(TableRow row, int offset)
    {
        for (var index = 0; index < row.Cells.Length; index++)
        {
            if (offset <= row.Cells[index].Span.End)
            {
                return index;
            }
        }

        return row.Cells.Length;
    }
}
