using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes the rows of checks into a verification: command and expectation filled in, result and evidence left for who runs them.</summary>
public static class CheckInsertion
{
    /// <summary>The edit that inserts a check's row into the table of its section, in the order of the checks; null when the section has no table with a column for the check.</summary>
    public static TextChange? Row(BoundDocument document, VerificationCheck check)
    {
        if (document.Section(check.SectionRole) is not { } section
            || document.TablesOf(TableRoles.Checks).FirstOrDefault(table => table.Owner?.Section == section.Section && table.Columns.ContainsKey(ColumnRoles.Check)) is not { } table)
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

        return new TableRowWriter(document.Outline, table.Table).Insert(after, [Cells(table.Columns, check, LevelOf(document))]);
    }

    /// <summary>The edit that inserts a missing section with the rows of checks; null when the definition has no such section or no table in it.</summary>
    public static TextChange? Section(BoundDocument document, string sectionRole, IReadOnlyList<VerificationCheck> checks) =>
        document.Kind.Section(sectionRole) is { } definition && Table(definition, checks, LevelOf(document), document.IsExtended) is { } table
            ? SectionInsertion.Insert(
                document,
                new MissingSection(definition, null, Demand.Required),
                level => $"{new string('#', level)} {definition.Name}\n\n{table}")
            : null;

    /// <summary>The table of a section with a row for each check, ending with a line end; null when the section holds no checks.</summary>
    /// <param name="section">The section.</param>
    /// <param name="checks">The checks.</param>
    /// <param name="level">The level that expectations speak of; null when it is not known.</param>
    /// <param name="isExtended">Whether columns that only extended variants demand are written as well.</param>
    public static string? Table(SectionDefinition section, IEnumerable<VerificationCheck> checks, MaturityLevel? level, bool isExtended)
    {
        if (section.Tables.FirstOrDefault(static table => table.Role == TableRoles.Checks) is not { } table
            || MarkdownParser.Parse(SectionSkeleton.Table(table, isExtended)) is not { Tables: [var blank] } skeleton)
        {
            return null;
        }

        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var position = 0; position < blank.Header.Cells.Length; position++)
        {
            if (table.Columns.FirstOrDefault(column => column.Name == blank.Header.Cells[position].Text) is { } column)
            {
                columns.TryAdd(column.Role, position);
            }
        }

        var rows = new TableRowWriter(skeleton, blank).Insert(null, checks.Select(check => Cells(columns, check, level))).NewText;
        return skeleton.Text[..blank.DelimiterSpan.End] + rows + "\n";
    }

    private static MaturityLevel? LevelOf(BoundDocument document) =>
        LevelReader.Level(document) is { } number ? document.Definition.Definition.Level(number) : null;

    private static Dictionary<int, string> Cells(IReadOnlyDictionary<string, int> columns, VerificationCheck check, MaturityLevel? level)
    {
        var expected = Expected(check, level);
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

    /// <summary>What a pass of a check looks like, in the terms of a level; empty when it depends on a level that is not known.</summary>
    internal static string Expected(VerificationCheck check, MaturityLevel? level)
    {
        if (!check.Expected.Contains('{', StringComparison.Ordinal))
        {
            return check.Expected;
        }

        return level is null
            ? ""
            : check.Expected
                .Replace("{level}", level.Display, StringComparison.Ordinal)
                .Replace("{threshold}", level.CoverageThreshold.ToString("0.##", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
