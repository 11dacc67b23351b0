using Microsoft.CodeAnalysis.Text;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>A value that the definition knows: of a field, of an item in a field's list, or of a table cell.</summary>
/// <param name="Name">The name of the field or column as the document writes it.</param>
/// <param name="Role">Its role.</param>
/// <param name="ValueKind">Its type.</param>
/// <param name="Raw">The value as written; may be empty.</param>
/// <param name="Span">Where it stands.</param>
public sealed record RecognisedValue(string Name, string Role, string ValueKind, string Raw, TextSpan Span)
{
    /// <summary>The field, when it is one's value.</summary>
    public BoundField? Field { get; init; }

    /// <summary>The table and the row, when it is a cell.</summary>
    public (BoundTable Table, TableRow Row)? Cell { get; init; }
}

/// <summary>Every value in a document that the definition knows the meaning of.</summary>
public static class RecognisedValues
{
    /// <summary>The values that a condition on their text selects; each place once, fields before cells.</summary>
    public static IEnumerable<RecognisedValue> In(BoundDocument document, Func<string, bool> condition)
    {
        var seen = new HashSet<TextSpan>();
        foreach (var field in document.Fields)
        {
            foreach (var value in OfField(field, condition))
            {
                if (seen.Add(value.Span))
                {
                    yield return value;
                }
            }
        }

        foreach (var table in document.Tables)
        {
            // Nearly no cell is wanted, so nothing is made of one before that is known.
            var header = table.Table.Header.Cells;
            var columns = table.Definition.Columns.Where(column => table.Columns.ContainsKey(column.Role)).Select(column => (column, table.Columns[column.Role])).ToArray();
            foreach (var row in table.Table.Rows)
            {
                foreach (var (column, position) in columns)
                {
                    if (row.Cell(position) is { } cell && condition(cell.Raw) && seen.Add(cell.ContentSpan))
                    {
                        yield return new RecognisedValue(header[position].Text, column.Role, column.ValueKind, cell.Raw, cell.ContentSpan) { Cell = (table, row) };
                    }
                }
            }
        }
    }

    private static IEnumerable<RecognisedValue> OfField(BoundField bound, Func<string, bool> condition)
    {
        var (definition, field) = (bound.Definition, bound.Field);

        // A list in brackets in the front matter is a list, not a placeholder in brackets.
        if (field.Value.Length > 0 && condition(field.Value) && (field.Items.IsDefaultOrEmpty || field.Notation != FieldNotation.FrontMatter))
        {
            yield return new RecognisedValue(field.Name, definition.Role, definition.ValueKind, field.Value, field.ValueSpan) { Field = bound };
        }

        foreach (var item in field.Items.IsDefaultOrEmpty ? [] : field.Items)
        {
            if (condition(item.Raw))
            {
                yield return new RecognisedValue(field.Name, definition.Role, definition.ValueKind, item.Raw, item.ContentSpan) { Field = bound };
            }
        }
    }
}
