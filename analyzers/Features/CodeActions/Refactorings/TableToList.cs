using System.Text;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;

/// <summary>Turns a table that nobody demands into a list: an item for each row, with the other columns as labelled items below it.</summary>
internal static class TableToList
{
    public const string Id = "tableToList";

    /// <summary>Offered in any table; not for one that the workflow reads as a table.</summary>
    public static RefactoringOffer? Offer(RefactoringContext context)
    {
        if (Table(context) is not { } table)
        {
            return null;
        }

        var bound = context.Document.Tables.FirstOrDefault(candidate => ReferenceEquals(candidate.Table, table));
        var obstacle = bound is { Definition.Presence: Presence.Required or Presence.Extended }
            ? $"The workflow reads {bound.Definition.Name} as a table."
            : table.Rows.IsEmpty || table.Rows.Any(static row => row.Cells.IsEmpty) ? "The table has no rows." : null;
        return new RefactoringOffer(Id, "Turn the table into a list", RefactoringKind.Rewrite, obstacle);
    }

    /// <summary>Makes the edit.</summary>
    public static RefactoringResult Make(RefactoringContext context)
    {
        var table = Table(context)!;
        var prefix = Prefix(context.Place.Text, table.Header.Span.Start);
        var list = new StringBuilder();
        foreach (var row in table.Rows)
        {
            var indent = "- ";
            for (var column = 0; column < row.Cells.Length; column++)
            {
                var header = column < table.Header.Cells.Length ? table.Header.Cells[column].Raw : "";
                var value = row.Cells[column].Raw.Replace("\\|", "|", StringComparison.Ordinal);
                if (value.Length > 0 || column == 0)
                {
                    list.Append(list.Length == 0 ? "" : "\n" + prefix).Append(indent).Append(header.Length == 0 ? value : $"**{header.Trim('*')}**: {value}".TrimEnd());
                }

                indent = "  - ";
            }
        }

        return context.Change([new TextChange(table.Span, list.ToString())]);
    }

    private static MarkdownTable? Table(RefactoringContext context) =>
        context.Document.Outline.Tables.FirstOrDefault(table => table.Span.IntersectsWith(context.Place.Offset));

    // The indentation or quote marks before the rows.
    private static string Prefix(string text, int start)
    {
        var line = start;
        while (line > 0 && text[line - 1] is not ('\n' or '\r'))
        {
            line--;
        }

        return text[line..start];
    }
}
