using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Demands;

/// <summary>A table that lacks columns.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">The columns it must have and has not, in template order, with how strongly each is demanded.</param>
public sealed record TableLack(BoundTable Table, ImmutableArray<(ColumnDefinition Column, Demand Demand)> Columns);

/// <summary>Finds the columns that the tables of a document must have and have not (catalogue FW022).</summary>
public static class MissingColumns
{
    /// <summary>The tables that lack columns, in document order.</summary>
    public static ImmutableArray<TableLack> In(BoundDocument document)
    {
        var demands = new DocumentDemands(document);
        var lacks = ImmutableArray.CreateBuilder<TableLack>();
        var labels = Labels(document);
        foreach (var group in document.Tables.GroupBy(static table => (table.Owner?.Section.Index ?? -1, table.Definition.Role)))
        {
            var tables = group.Where(table => !IsKeyValue(document, table)).ToList();
            var most = tables.Select(table => Found(table, demands)).DefaultIfEmpty().Max();
            foreach (var table in tables.Where(table => Answers(table, demands, most)))
            {
                var absent = table.Definition.Columns
                    .Where(column => demands.Of(column) != Demand.None && !table.Columns.ContainsKey(column.Role) && !IsInHeading(document, labels, table, column))
                    .Select(column => (column, demands.Of(column)))
                    .ToImmutableArray();
                if (!absent.IsEmpty)
                {
                    lacks.Add(new TableLack(table, absent));
                }
            }
        }

        return [.. lacks.OrderBy(static lack => lack.Table.Table.Index)];
    }

    private static int Found(BoundTable table, DocumentDemands demands) =>
        table.Definition.Columns.Count(column => demands.Of(column) != Demand.None && table.Columns.ContainsKey(column.Role));

    // A section may hold other tables beside the one it is about: that is the one with the most columns, or with all that identify a row.
    // Outside its section a table is taken for what it looks like only when it is distinctive.
    private static bool Answers(BoundTable table, DocumentDemands demands, int most)
    {
        var hasKeys = table.Definition.Columns
            .Where(column => column.IsKey && demands.Of(column) != Demand.None)
            .All(column => table.Columns.ContainsKey(column.Role));
        return table.Owner is null ? table.Definition.IsDistinctive && hasKeys : hasKeys || Found(table, demands) == most;
    }

    // Two columns whose rows name what would be columns: one table per requirement.
    private static bool IsKeyValue(BoundDocument document, BoundTable table)
    {
        var index = document.Definition.Kind(document.Kind);
        return table.Table.Header.Cells.Length == 2
            && table.Table.Rows.Any(row => row.Cell(0) is { } cell
                && table.Definition.Columns.Any(column => index.IsColumn(column, HeadingKey.Normalize(cell.Text))));
    }

    // "Core Features (Must Have)" above the table says the priority of all its rows.
    private static bool IsInHeading(BoundDocument document, Dictionary<int, string> labels, BoundTable table, ColumnDefinition column)
    {
        if (column.HeadingValues.IsDefaultOrEmpty)
        {
            return false;
        }

        var sections = document.Outline.Sections;
        for (var index = table.Table.Section; index > 0 && sections[index].Level > 1; index = sections[index].Parent)
        {
            if (Names(sections[index].Title, column))
            {
                return true;
            }
        }

        return labels.TryGetValue(table.Table.Span.Start, out var label) && Names(label, column);
    }

    // The names of fields by where the block below them starts.
    private static Dictionary<int, string> Labels(BoundDocument document)
    {
        var labels = new Dictionary<int, string>();
        foreach (var field in document.Outline.Fields.Where(static field => !field.ContinuationSpan.IsEmpty))
        {
            labels[field.ContinuationSpan.Start] = field.Name;
        }

        return labels;
    }

    private static bool Names(string heading, ColumnDefinition column)
    {
        var folded = Words.Fold(PlainText.Of(heading));
        return column.HeadingValues.Any(value => Words.IndexOfPhrase(folded, Words.Fold(value)) >= 0);
    }
}
