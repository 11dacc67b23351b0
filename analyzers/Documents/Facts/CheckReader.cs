using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
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
/// <param name="IsNamed">Whether the name is one of the check itself, not of a part of it.</param>
public sealed record CheckRow(BoundTable Table, TableRow Row, string Name, VerificationCheck? Check, TableCell? Result, bool IsNamed)
{
    /// <summary>The number slot the row carries (<see cref="SlotIds"/>), when it is about the check itself; null otherwise.</summary>
    public string? Slot => IsNamed ? Check?.Slot : null;
}

/// <summary>Reads the rows of tables of checks.</summary>
public static class CheckReader
{
    // The facts and many rules ask for the rows of the same document.
    private static readonly DocumentMemo<ImmutableArray<CheckRow>> Known = new(static document => [.. Find(document)]);

    /// <summary>Every row of every table of checks in a document.</summary>
    public static IReadOnlyList<CheckRow> Rows(BoundDocument document) => Known.Of(document);

    private static IEnumerable<CheckRow> Find(BoundDocument document)
    {
        foreach (var table in document.TablesOf(TableRoles.Checks))
        {
            var hasResults = HasResults(table);
            foreach (var row in table.Table.Rows)
            {
                var name = table.Text(row, ColumnRoles.Check).Trim();
                if (name.Length > 0)
                {
                    var checks = document.Definition.Checks;
                    var check = checks.Find(name, table.Text(row, ColumnRoles.Command));
                    yield return new CheckRow(
                        table,
                        row,
                        name,
                        check,
                        hasResults ? table.Cell(row, ColumnRoles.Result) : null,
                        check is not null && checks.IsNamed(check, name));
                }
            }
        }
    }

    internal static IEnumerable<(CheckFact Fact, TextSpan Span)> Read(BoundDocument document)
    {
        var results = document.Definition.Status(VocabularyIds.CheckResult);
        foreach (var row in Rows(document))
        {
            var fact = new CheckFact(row.Check?.Id ?? "", row.Name, results.Classify(row.Result?.Raw ?? ""), row.IsNamed) { IsOptional = IsOptional(document, row) };
            yield return (fact, row.Result?.ContentSpan ?? row.Row.Span);
        }
    }

    // Nobody can waive a check of the workflow by calling it optional.
    private static bool IsOptional(BoundDocument document, CheckRow row)
    {
        if (row is { IsNamed: true, Check.IsMandatory: true })
        {
            return false;
        }

        var optional = document.Definition.Definition.OptionalChecks;
        var words = PhraseSet.Of(optional.Words);
        var header = row.Table.Table.Header;
        return row.Row.Cells.Select((cell, column) => (cell.Text, Header: header.Cell(column)?.Text ?? "")).Any(cell =>
            words.OccursIn(cell.Text)
            || (optional.Columns.Contains(cell.Header.Trim(), StringComparer.OrdinalIgnoreCase) && PhraseSet.Of(optional.Answers).OccursIn(cell.Text)));
    }

    // The answers to a question ("Required?") are no results (decisions 38).
    private static bool HasResults(BoundTable table) =>
        table.Columns.TryGetValue(ColumnRoles.Result, out var column) && table.Table.Header.Cell(column) is { } header && !header.Text.TrimEnd().EndsWith('?');
}
