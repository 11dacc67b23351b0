using System.Text;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes new tables with aligned columns.</summary>
internal static class TableText
{
    /// <summary>A table with a row for each of the rows, or one blank row; ends with a line end. Cells are Markdown; pipes outside code must be escaped.</summary>
    public static string Write(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var body = rows.Count == 0 ? [new string[headers.Count]] : rows;
        var widths = headers
            .Select((header, column) => Math.Max(DisplayWidth.Of(header), body.Max(row => DisplayWidth.Of(row[column]))))
            .ToList();
        var builder = new StringBuilder();
        Append(builder, headers, widths);
        builder.Append('|').AppendJoin("", widths.Select(static width => new string('-', width + 2) + "|")).Append('\n');
        foreach (var row in body)
        {
            Append(builder, row, widths);
        }

        return builder.ToString();
    }

    /// <summary>A text as a cell: on one line, with pipes escaped.</summary>
    public static string Cell(string text) =>
        text.ReplaceLineEndings(" ").Replace("\\|", "|", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Trim();

    private static void Append(StringBuilder builder, IReadOnlyList<string> cells, List<int> widths)
    {
        builder.Append('|');
        for (var column = 0; column < widths.Count; column++)
        {
            var cell = cells[column] ?? "";
            builder.Append(' ').Append(cell).Append(' ', Math.Max(0, widths[column] - DisplayWidth.Of(cell))).Append(" |");
        }

        builder.Append('\n');
    }
}
