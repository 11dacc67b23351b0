using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>Finds the tables of a definition in an outline by their header rows (catalogue 1.5).</summary>
internal static class TableBinder
{
    public static ImmutableArray<BoundTable> Bind(KindIndex index, MarkdownOutline outline, ImmutableArray<BoundSection?> owners)
    {
        var bound = ImmutableArray.CreateBuilder<BoundTable>();
        foreach (var table in outline.Tables)
        {
            var keys = table.Header.Cells.Select(static cell => HeadingKey.Normalize(cell.Text)).ToArray();
            var owner = owners[table.Section];
            if (Best(index, table, keys, owner) is { } match)
            {
                bound.Add(match);
            }
        }

        return bound.ToImmutable();
    }

    private static BoundTable? Best(KindIndex index, MarkdownTable table, string[] keys, BoundSection? owner)
    {
        BoundTable? best = null;
        var bestScore = 0;
        foreach (var definition in owner?.Definition.Tables ?? [])
        {
            Consider(definition, owner, least: 1);
        }

        foreach (var definition in index.Kind.Tables)
        {
            Consider(definition, null, least: 2);
        }

        return best;

        void Consider(TableDefinition definition, BoundSection? tableOwner, int least)
        {
            var columns = Columns(index, definition, keys);
            if (columns.Count >= least && columns.Count > bestScore)
            {
                bestScore = columns.Count;
                best = new BoundTable(definition, table, tableOwner, columns);
            }
        }
    }

    private static ImmutableDictionary<string, int> Columns(KindIndex index, TableDefinition definition, string[] keys)
    {
        var columns = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        var taken = 0UL;
        foreach (var column in definition.Columns)
        {
            for (var position = 0; position < keys.Length && position < 64; position++)
            {
                if ((taken & (1UL << position)) == 0 && index.IsColumn(column, keys[position]))
                {
                    taken |= 1UL << position;
                    columns.TryAdd(column.Role, position);
                    break;
                }
            }
        }

        return columns.ToImmutable();
    }
}
