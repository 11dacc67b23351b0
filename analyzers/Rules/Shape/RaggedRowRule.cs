using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>FW024: a table row with more or fewer cells than the header.</summary>
public sealed class RaggedRowRule() : DocumentRule(new RuleDescriptor("FW024", "ragged-row", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        foreach (var table in context.Document.Outline.Tables)
        {
            var ragged = table.Rows.Where(row => Excess(table, row) != 0).ToList();
            if (ragged.Count > 1 && ragged.Count == table.Rows.Length && ragged.TrueForAll(row => row.Cells.Length == ragged[0].Cells.Length))
            {
                // All rows agree with each other: it is the header that differs, which is one mistake and not as many as there are rows.
                Report(context, table, ragged[0], $"All {ragged.Count} rows have");
                continue;
            }

            ragged.ForEach(row => Report(context, table, row, "The row has"));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var outline = context.Bound.Outline;
        foreach (var table in outline.Tables.Where(table => table.Span.Contains(context.Finding.LocalSpan)))
        {
            var row = table.Rows.First(row => row.Span.Contains(context.Finding.LocalSpan));
            var excess = Excess(table, row);
            var pipes = TableReader.PipesInCode(outline.Text, row.Span);
            if (excess > 0 && pipes.Length == excess)
            {
                return [new Fix("Escape the pipe inside the code", FixSafety.Unsafe, [.. pipes.Select(static pipe => new TextChange(new TextSpan(pipe, 0), "\\"))]) { IsPreferred = true }];
            }

            if (excess > 0)
            {
                return table.Rows.All(other => Excess(table, other) == excess) ? [AddColumns(outline.Text, table, excess)] : [];
            }

            return [IsText(outline.Text, row) ? EndTable(row) : AddCells(table, row, -excess)];
        }

        return [];
    }

    // One blank cell behind the last column is a matter of taste.
    private static int Excess(MarkdownTable table, TableRow row)
    {
        var excess = row.Cells.Length - table.Header.Cells.Length;
        return excess == 1 && row.Cells[^1].ContentSpan.IsEmpty ? 0 : excess < 0 && IsGroupTitle(row) ? 0 : excess;
    }

    // A row of one bold cell is a title for the rows below it; nothing can stand under a wrong column there.
    private static bool IsGroupTitle(TableRow row) =>
        row.Cells is [{ Raw: { Length: > 4 } raw }] && (raw.StartsWith("**", StringComparison.Ordinal) || raw.StartsWith("__", StringComparison.Ordinal)) && raw.EndsWith(raw[..2], StringComparison.Ordinal);

    private static void Report(DocumentRuleContext context, MarkdownTable table, TableRow row, string subject)
    {
        var text = context.Document.Outline.Text;
        var header = table.Header.Cells.Length;
        var counts = $"{subject} {Cells(row.Cells.Length)}, the header has {header}";
        if (row.Cells.Length < header)
        {
            context.Report(row.Span, IsText(text, row)
                ? "The line belongs to the table above it, because no blank line stands between them, and is shown as its last row. Insert a blank line."
                : $"{counts}, so what follows may stand under the wrong column. Add the empty cells.");
            return;
        }

        var lost = TextSpan.FromBounds(row.Cells[header].ContentSpan.Start, row.Cells[^1].ContentSpan.End);
        var advice = TableReader.PipesInCode(text, row.Span).IsEmpty
            ? "Give it a column of its own, or write \\| for a pipe that belongs to the text."
            : "A pipe splits cells inside code as well: write \\| there.";
        context.Report(lost.IsEmpty ? row.Span : lost, $"{counts}; \"{text.Substring(lost.Start, lost.Length)}\" is not shown. {advice}");
    }

    private static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";

    private static bool IsText(string text, TableRow row) => row.Cells.Length == 1 && !text.AsSpan(row.Span.Start, row.Span.Length).Contains('|');

    private static Fix AddCells(MarkdownTable table, TableRow row, int count)
    {
        var isClosed = row.Cells.Length == 0 || row.Cells[^1].Span.End < row.Span.End;
        var cells = table.Header.Cells.TakeLast(count).Select(static cell => new string(' ', Math.Max(2, cell.Span.Length)) + "|");
        return new Fix("Add the empty cells", FixSafety.Unsafe, [new TextChange(new TextSpan(row.Span.End, 0), (isClosed ? "" : " |") + string.Concat(cells))]) { IsPreferred = true };
    }

    private static Fix EndTable(TableRow row) => new("Insert a blank line", FixSafety.Unsafe, [new TextChange(new TextSpan(row.Span.Start, 0), "\n")]) { IsPreferred = true };

    private static Fix AddColumns(string text, MarkdownTable table, int count)
    {
        TextChange Append(TextSpan row, string cell) => new(new TextSpan(row.End, 0), (text[row.End - 1] == '|' ? "" : "|") + string.Concat(Enumerable.Repeat(cell + "|", count)));
        return new Fix("Add a column without a header", FixSafety.Unsafe, [Append(table.Header.Span, "   "), Append(table.DelimiterSpan, "---")]) { IsPreferred = true };
    }
}
