using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Inserts missing tables and columns.</summary>
public static class TableInsertion
{
    private const char LastLatin = '\u024F';

    /// <summary>The edit that inserts a table with one blank row behind the text of its section; null where that would be inside a fence.</summary>
    public static TextChange? Insert(BoundDocument document, MissingTable missing)
    {
        var section = missing.Section.Section;
        var text = document.Outline.Text;
        var offset = Math.Max(section.HeadingSpan.End, InsertionPoint.ContentEnd(text, section.BodySpan));
        if (InsertionPoint.IsInOpenFence(document.Outline, offset))
        {
            return null;
        }

        var table = SectionSkeleton.Table(missing.Table, document.IsExtended);
        return table.Length == 0 ? null : new TextChange(new TextSpan(offset, 0), InsertionPoint.Separated(text, offset, table));
    }

    /// <summary>The edits that insert columns with blank cells where the template has them.</summary>
    public static ImmutableArray<TextChange> InsertColumns(BoundDocument document, BoundTable table, IEnumerable<ColumnDefinition> columns)
    {
        var order = table.Definition.Columns;
        return InsertColumns(document.Outline, table.Table, columns.Select(column => (Position(column), NameIn(table, column))));

        int Position(ColumnDefinition column)
        {
            var place = order.IndexOf(column);
            var before = order.Take(place).LastOrDefault(other => table.Columns.ContainsKey(other.Role));
            var after = order.Skip(place + 1).FirstOrDefault(other => table.Columns.ContainsKey(other.Role));
            return before is not null ? table.Columns[before.Role] + 1
                : after is not null ? table.Columns[after.Role]
                : table.Table.Header.Cells.Length;
        }
    }

    /// <summary>How a column is called in the language of a table: by the first of its names whose letters are of the same script as the header's.</summary>
    public static string NameIn(BoundTable table, ColumnDefinition column)
    {
        var isLatin = IsLatin(string.Concat(table.Table.Header.Cells.Select(static cell => cell.Text)));
        return column.Aliases.Prepend(column.Name).FirstOrDefault(name => IsLatin(name) == isLatin) ?? column.Name;
    }

    /// <summary>
    /// The edits that insert columns before the given columns (the number of columns stands for the end), in the order given where they meet.
    /// Rows that end before a place are left as they are.
    /// </summary>
    public static ImmutableArray<TextChange> InsertColumns(MarkdownOutline outline, MarkdownTable table, IEnumerable<(int Position, string Name)> columns)
    {
        var delimiter = TableReader.ReadRow(outline.Text, table.DelimiterSpan);
        var hasOuterPipe = outline.Text[table.Header.Span.Start] == '|';
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var group in columns.GroupBy(static column => column.Position))
        {
            var names = group.Select(static column => column.Name).ToList();
            Add(table.Header, [.. names.Select(static name => $" {name} ")]);
            Add(delimiter, [.. names.Select(static name => new string('-', Width(name)))]);
            foreach (var row in table.Rows)
            {
                Add(row, [.. names.Select(static name => new string(' ', Width(name)))]);
            }

            void Add(TableRow row, IReadOnlyList<string> cells)
            {
                if (Edit(outline.Text, row, group.Key, hasOuterPipe, cells) is { } change)
                {
                    changes.Add(change);
                }
            }
        }

        changes.Sort(static (left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return changes.DrainToImmutable();
    }

    // Ids and abbreviations stay Latin in every language, so the majority of the letters decides.
    private static bool IsLatin(string text) => text.Count(static character => char.IsLetter(character) && character > LastLatin) * 2 <= text.Count(char.IsLetter);

    private static int Width(string name) => Math.Max(3, new StringInfo(name).LengthInTextElements + 2);

    private static TextChange? Edit(string text, TableRow row, int position, bool hasOuterPipe, IReadOnlyList<string> cells)
    {
        if (position == 0 && row.Cells.Length > 0)
        {
            var first = row.Cells[0].Span.Start;
            var lead = hasOuterPipe ? "" : "|";
            var gap = hasOuterPipe || text[first] == ' ' ? "" : " ";
            return new TextChange(new TextSpan(first, 0), lead + string.Join('|', cells) + "|" + gap);
        }

        if (position > row.Cells.Length || position == 0)
        {
            return null;
        }

        // In front of the pipe that ends the cell before, or behind that cell when no pipe does.
        var end = row.Cells[position - 1].Span.End;
        var isOpen = position == row.Cells.Length && end == row.Span.End;
        return new TextChange(new TextSpan(end, 0), (isOpen ? " |" : "|") + string.Join('|', cells) + (isOpen ? "|" : ""));
    }
}
