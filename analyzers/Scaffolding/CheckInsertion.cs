using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Inserts the rows of checks into a verification: command and expectation filled in, result and evidence left for who runs them.</summary>
public static class CheckInsertion
{
    /// <summary>The edit that inserts a check's row into the table of its section, in the order of the checks; null when the section has no table.</summary>
    public static TextChange? Row(BoundDocument document, VerificationCheck check)
    {
        if (document.Section(check.SectionRole) is not { } section
            || document.TablesOf(TableRoles.Checks).FirstOrDefault(table => table.Owner?.Section == section.Section) is not { } table)
        {
            return null;
        }

        var order = document.Definition.Definition.Checks;
        var place = order.IndexOf(check);
        TableRow? after = null;
        foreach (var row in CheckReader.Rows(document).Where(row => row.Table == table))
        {
            if (row.Check is null || order.IndexOf(row.Check) < place)
            {
                after = row.Row;
            }
        }

        return new TableRowWriter(document.Outline, table.Table).Insert(after, [Cells(document, table.Columns, check)]);
    }

    /// <summary>The edit that inserts a missing section with the rows of checks; null when the definition has no such section or no table in it.</summary>
    public static TextChange? Section(BoundDocument document, string sectionRole, IReadOnlyList<VerificationCheck> checks)
    {
        if (document.Kind.Section(sectionRole) is not { } definition || definition.Tables.FirstOrDefault(static table => table.Role == TableRoles.Checks) is not { } table)
        {
            return null;
        }

        var skeleton = MarkdownParser.Parse(SectionSkeleton.Table(table, document.IsExtended));
        if (skeleton.Tables is not [var blank])
        {
            return null;
        }

        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in table.Columns)
        {
            var position = blank.Header.Cells.ToList().FindIndex(cell => cell.Text == column.Name);
            if (position >= 0)
            {
                columns[column.Role] = position;
            }
        }

        var rows = new TableRowWriter(skeleton, blank).Insert(null, checks.Select(check => Cells(document, columns, check))).NewText;
        return SectionInsertion.Insert(
            document,
            new MissingSection(definition, null, Demand.Required),
            level => $"{new string('#', level)} {definition.Name}\n\n{skeleton.Text[..blank.DelimiterSpan.End]}{rows}\n");
    }

    private static Dictionary<int, string> Cells(BoundDocument document, IReadOnlyDictionary<string, int> columns, VerificationCheck check)
    {
        var expected = Expected(document, check);
        var hasExpected = columns.ContainsKey(ColumnRoles.Expected);
        var cells = new Dictionary<int, string>();
        foreach (var (role, column) in columns)
        {
            cells[column] = role switch
            {
                ColumnRoles.Check => check.Name,
                ColumnRoles.Command => check.Command.Length > 0 ? $"`{check.Command}`" : hasExpected ? "" : expected,
                ColumnRoles.Expected => expected,
                _ => "",
            };
        }

        return cells;
    }

    // "{level} requires >= {threshold} %" in the terms of the document's level.
    private static string Expected(BoundDocument document, VerificationCheck check)
    {
        if (!check.Expected.Contains('{', StringComparison.Ordinal))
        {
            return check.Expected;
        }

        return LevelReader.Level(document) is { } number && document.Definition.Definition.Level(number) is { } level
            ? check.Expected
                .Replace("{level}", level.Display, StringComparison.Ordinal)
                .Replace("{threshold}", level.CoverageThreshold.ToString("0.##", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            : "";
    }
}
