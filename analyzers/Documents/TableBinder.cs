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
            var owner = owners[table.Section];
            if (Best(index, table, owner) is { } match)
            {
                bound.Add(match);
            }
        }

        return bound.ToImmutable();
    }

    private static BoundTable? Best(KindIndex index, MarkdownTable table, BoundSection? owner)
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
            var columns = Columns(index, definition, table.HeaderKeys);
            if (columns is not null && columns.Count >= least && columns.Count > bestScore)
            {
                bestScore = columns.Count;
                best = new BoundTable(definition, table, tableOwner, columns);
            }
        }
    }

    // Null when no header is a column, as for most definitions.
    private static Dictionary<string, int>? Columns(KindIndex index, TableDefinition definition, ImmutableArray<string> keys)
    {
        Dictionary<string, int>? columns = null;
        var taken = 0UL;
        foreach (var column in definition.Columns)
        {
            for (var position = 0; position < keys.Length && position < 64; position++)
            {
                if ((taken & (1UL << position)) == 0 && index.IsColumn(column, keys[position]))
                {
                    taken |= 1UL << position;
                    columns ??= new Dictionary<string, int>(StringComparer.Ordinal);
                    columns.TryAdd(column.Role, position);
                    break;
                }
            }
        }

        return columns;
    }
}
