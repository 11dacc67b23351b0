using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A row of a table of checks.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">The row.</param>
/// <param name="Name">The check's name as written, without markup.</param>
/// <param name="Check">The check of the model, or null.</param>
/// <param name="Result">The result cell; null when the table has none.</param>
public sealed record CheckRow(BoundTable Table, TableRow Row, string Name, VerificationCheck? Check, TableCell? Result);

/// <summary>Reads the rows of tables of checks.</summary>
public static class CheckReader
{
    /// <summary>Every row of every table of checks in a document.</summary>
    public static IEnumerable<CheckRow> Rows(BoundDocument document)
    {
        foreach (var table in document.TablesOf(TableRoles.Checks))
        {
            foreach (var row in table.Table.Rows)
            {
                var name = table.Text(row, ColumnRoles.Check);
                if (name.Length > 0)
                {
                    var check = document.Definition.Checks.Find(name, table.Text(row, ColumnRoles.Command));
                    yield return new CheckRow(table, row, name, check, table.Cell(row, ColumnRoles.Result));
                }
            }
        }
    }

    internal static IEnumerable<(CheckFact Fact, TextSpan Span)> Read(BoundDocument document)
    {
        var results = document.Definition.Status(VocabularyIds.CheckResult);
        foreach (var row in Rows(document))
        {
            yield return (new CheckFact(row.Check?.Id ?? "", row.Name, results.Classify(row.Result?.Raw ?? "")), row.Result?.ContentSpan ?? row.Row.Span);
        }
    }
}
