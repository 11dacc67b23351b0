using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes rows and cells into an existing table, aligned with its columns and in its style of outer pipes.</summary>
public sealed class TableRowWriter(MarkdownOutline outline, MarkdownTable table)
{
    private readonly string _text = outline.Text;

    /// <summary>The edit that inserts rows behind a row of the table; behind the header when there is none.</summary>
    /// <param name="after">The row, or null for the top of the body.</param>
    /// <param name="rows">The cells of each row by zero-based column; columns without an entry stay blank.</param>
    public TextChange Insert(TableRow? after, IEnumerable<IReadOnlyDictionary<int, string>> rows)
    {
        var offset = (after?.Span ?? table.DelimiterSpan).End;
        return new TextChange(new TextSpan(offset, 0), string.Concat(rows.Select(cells => "\n" + Prefix() + Row(cells))));
    }

    /// <summary>The edit that inserts rows behind the last row.</summary>
    public TextChange Append(IEnumerable<IReadOnlyDictionary<int, string>> rows) => Insert(table.Rows.IsEmpty ? null : table.Rows[^1], rows);

    /// <summary>The edit that replaces the content of a cell; the cell keeps its width where the value fits.</summary>
    public static TextChange Fill(TableCell cell, string value)
    {
        var width = cell.Span.Length - 2;
        return new TextChange(cell.Span, " " + Pad(Escaped(value), width) + " ");
    }

    /// <summary>The edits that insert a first column: its name, and a value for each row in order.</summary>
    public IEnumerable<TextChange> InsertFirstColumn(string name, IReadOnlyList<string> values)
    {
        var width = values.Append(name).Max(static value => DisplayWidth.Of(value));
        yield return First(table.Header.Span.Start, " " + Pad(name, width) + " ");
        yield return First(table.DelimiterSpan.Start, new string('-', width + 2));
        for (var index = 0; index < table.Rows.Length; index++)
        {
            yield return First(table.Rows[index].Span.Start, " " + Pad(index < values.Count ? values[index] : "", width) + " ");
        }
    }

    /// <summary>The edit that removes a row with its line.</summary>
    public static TextChange Remove(string text, TableRow row)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, row.Span.Start - 1)) + 1;
        var end = text.IndexOf('\n', row.Span.End);
        return new TextChange(TextSpan.FromBounds(start, end < 0 ? text.Length : end + 1), "");
    }

    private TextChange First(int rowStart, string cell) => _text[rowStart] == '|'
        ? new TextChange(new TextSpan(rowStart + 1, 0), cell + "|")
        : new TextChange(new TextSpan(rowStart, 0), cell.TrimStart() + "| ");

    private string Row(IReadOnlyDictionary<int, string> cells)
    {
        var header = table.Header.Cells;
        var parts = new string[header.Length];
        for (var column = 0; column < header.Length; column++)
        {
            parts[column] = " " + Pad(Escaped(cells.GetValueOrDefault(column, "")), header[column].Span.Length - 2) + " ";
        }

        var row = string.Join('|', parts);
        var hasLead = _text[table.Header.Span.Start] == '|';
        var hasTail = _text[table.Header.Span.End - 1] == '|';
        return (hasLead ? "|" + row : row.TrimStart()) + (hasTail ? "|" : "");
    }

    // What stands before the rows: the indentation of a list item, the marks of a quote.
    private string Prefix()
    {
        var start = table.Header.Span.Start;
        while (start > 0 && _text[start - 1] is not ('\n' or '\r'))
        {
            start--;
        }

        return _text[start..table.Header.Span.Start];
    }

    private static string Escaped(string value) => value.Replace("\\|", "|", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static string Pad(string value, int width) => value + new string(' ', Math.Max(0, width - DisplayWidth.Of(value)));
}
