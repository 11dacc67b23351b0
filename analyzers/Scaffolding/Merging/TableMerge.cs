using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Scaffolding.Merging;

/// <summary>Merges tables by the keys of their rows and the roles of their columns.</summary>
internal static class TableMerge
{
    public static void Run(ThreeWay versions)
    {
        foreach (var (key, after) in versions.After.Tables)
        {
            if (versions.Mine.Tables.TryGetValue(key, out var mine) && !versions.IsRemoved(mine.Table.Span.Start))
            {
                Merge(versions, versions.Before.Tables.GetValueOrDefault(key), after, mine);
            }
        }
    }

    private static void Merge(ThreeWay versions, BoundTable? before, BoundTable after, BoundTable mine)
    {
        var (old, now, there) = (Rows(before), Rows(after), Rows(mine));
        TableRow? last = null;
        var inserted = new List<(TableRow? After, Dictionary<int, string> Cells)>();
        foreach (var (key, row) in now)
        {
            if (there.TryGetValue(key, out var present))
            {
                last = present;
                if (old.TryGetValue(key, out var was))
                {
                    FillCells(versions, (before!, was), (after, row), (mine, present));
                }
            }
            else if (!old.ContainsKey(key))
            {
                inserted.Add((last, Cells(versions, after, row, mine)));
            }
        }

        // Rows that only stand for what is to be written make room.
        if (inserted.Count > 0)
        {
            foreach (var blank in mine.Table.Rows.Where(row => IsBlank(mine, row)))
            {
                versions.Changes.Add(TableRowWriter.Remove(versions.Document.Outline.Text, blank));
            }
        }

        var writer = new TableRowWriter(versions.Document.Outline, mine.Table);
        foreach (var group in inserted.GroupBy(static entry => entry.After))
        {
            versions.Changes.Add(writer.Insert(group.Key ?? (there.Count == 0 || IsSorted(now, there) ? null : mine.Table.Rows[^1]), group.Select(static entry => entry.Cells)));
        }

        foreach (var (key, row) in old.Where(entry => !now.ContainsKey(entry.Key)))
        {
            if (there.TryGetValue(key, out var present) && (after.Definition.Role == TableRoles.Features || IsUntouched((before!, row), (mine, present))))
            {
                versions.Changes.Add(TableRowWriter.Remove(versions.Document.Outline.Text, present));
            }
        }
    }

    private static Dictionary<string, TableRow> Rows(BoundTable? table)
    {
        var rows = new Dictionary<string, TableRow>(StringComparer.Ordinal);
        foreach (var row in table?.Table.Rows ?? [])
        {
            if (MergeParts.Key(table!, row) is { Length: > 0 } key)
            {
                rows.TryAdd(key, row);
            }
        }

        return rows;
    }

    // Whether what comes first in the new table comes first in the old one as well.
    private static bool IsSorted(Dictionary<string, TableRow> now, Dictionary<string, TableRow> there) => now.Keys.FirstOrDefault(there.ContainsKey) is { } first && there.Keys.First() == first;

    private static void FillCells(ThreeWay versions, (BoundTable Table, TableRow Row) before, (BoundTable Table, TableRow Row) after, (BoundTable Table, TableRow Row) mine)
    {
        // The numbers of tasks are those of the phases they stand in.
        var isMoved = Raw(before, ColumnRoles.Phase) != Raw(after, ColumnRoles.Phase);
        foreach (var role in after.Table.Columns.Keys.Where(role => isMoved || role != ColumnRoles.Tasks))
        {
            var (old, now) = (Raw(before, role), Raw(after, role));
            now = role == ColumnRoles.Tasks ? versions.Labels.GetValueOrDefault(now, now) : now;
            if (old != now && now.Length > 0 && mine.Table.Cell(mine.Row, role) is { } cell && (cell.Raw.Trim() == old || cell.Raw.Trim().Length == 0))
            {
                versions.Changes.Add(TableRowWriter.Fill(cell, now));
            }
        }
    }

    private static Dictionary<int, string> Cells(ThreeWay versions, BoundTable after, TableRow row, BoundTable mine)
    {
        var cells = new Dictionary<int, string>();
        foreach (var (role, column) in mine.Columns)
        {
            var text = Raw((after, row), role);
            cells[column] = role == ColumnRoles.Tasks ? versions.Labels.GetValueOrDefault(text, text) : text;
        }

        return cells;
    }

    private static bool IsUntouched((BoundTable Table, TableRow Row) before, (BoundTable Table, TableRow Row) mine) =>
        before.Table.Columns.Keys.Where(mine.Table.Columns.ContainsKey).All(role => Raw(before, role) == Raw(mine, role));

    private static bool IsBlank(BoundTable table, TableRow row)
    {
        var key = MergeParts.KeyColumn(table.Definition);
        var words = table.Columns.Where(column => column.Key != key && column.Key != ColumnRoles.Status).All(column => row.Cell(column.Value)?.Text.Trim().Length is null or 0);
        return words && (table.Definition.Role == TableRoles.Requirements || table.Text(row, key).Length == 0);
    }

    private static string Raw((BoundTable Table, TableRow Row) place, string role) => place.Table.Cell(place.Row, role)?.Raw.Trim() ?? "";
}
