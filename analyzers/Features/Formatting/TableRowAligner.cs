using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Formatting;

/// <summary>To which side the cells of a column lean.</summary>
internal enum CellAlignment
{
    /// <summary>To the left; also when nothing is said.</summary>
    Left,

    /// <summary>To the right.</summary>
    Right,

    /// <summary>To neither.</summary>
    Center,
}

/// <summary>Makes the edits that bring the rows of one table to the widths of its columns: of the blanks around what is in the cells only.</summary>
internal sealed class TableRowAligner(string text, List<int> widths, CellAlignment[] alignments, ImmutableArray<TextChange>.Builder changes)
{
    /// <summary>Aligns a row.</summary>
    public void Align(TableRow row)
    {
        for (var column = 0; column < row.Cells.Length; column++)
        {
            var cell = row.Cells[column];
            var blanks = Math.Max(0, widths[column] - DisplayWidth.Of(cell.Raw));
            var before = (column < alignments.Length ? alignments[column] : CellAlignment.Left) switch
            {
                CellAlignment.Right => blanks,
                CellAlignment.Center => blanks / 2,
                _ => 0,
            };
            var lead = (HasPipeBefore(row, cell) ? "" : "|") + Blanks(before + 1);
            var trail = Blanks(blanks - before + 1) + (HasPipeBehind(row, cell) ? "" : "|");
            if (cell.ContentSpan.IsEmpty)
            {
                Replace(cell.Span, lead + trail);
            }
            else
            {
                Replace(TextSpan.FromBounds(cell.Span.Start, cell.ContentSpan.Start), lead);
                Replace(TextSpan.FromBounds(cell.ContentSpan.End, cell.Span.End), trail);
            }
        }
    }

    /// <summary>Writes the row below the header anew; its colons stay, and it keeps to its style of blanks beside the pipes.</summary>
    public void AlignDelimiter(TableRow row)
    {
        var blank = row.Cells.Any(static cell => cell.Raw.Length < cell.Span.Length) ? " " : "";
        for (var column = 0; column < row.Cells.Length; column++)
        {
            var cell = row.Cells[column];
            var start = cell.Raw.StartsWith(':') ? ":" : "-";
            var end = cell.Raw.EndsWith(':') ? ":" : "-";
            var dashes = new string('-', widths[column] - (2 * blank.Length));
            Replace(cell.Span, (HasPipeBefore(row, cell) ? "" : "|") + blank + start + dashes + end + blank + (HasPipeBehind(row, cell) ? "" : "|"));
        }
    }

    private bool HasPipeBefore(TableRow row, TableCell cell) => cell.Span.Start > row.Span.Start && text[cell.Span.Start - 1] == '|';

    private bool HasPipeBehind(TableRow row, TableCell cell) => cell.Span.End < row.Span.End && text[cell.Span.End] == '|';

    private void Replace(TextSpan span, string replacement)
    {
        if (!text.AsSpan(span.Start, span.Length).SequenceEqual(replacement))
        {
            changes.Add(new TextChange(span, replacement));
        }
    }

    private static string Blanks(int count) => new(' ', count);
}
