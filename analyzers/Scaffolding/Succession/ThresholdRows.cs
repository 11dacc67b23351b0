using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>Changes what verifications ask for when the level changes, in whatever words people wrote it. Results and evidence stay.</summary>
internal static class ThresholdRows
{
    /// <summary>The edits, in the coordinates of the outline.</summary>
    public static IEnumerable<TextChange> Changes(BoundDocument document, MaturityLevel before, MaturityLevel after)
    {
        foreach (var row in CheckReader.Rows(document).Where(static row => row.Check?.Slot == SlotIds.CoverageThreshold))
        {
            foreach (var role in new[] { ColumnRoles.Command, ColumnRoles.Expected })
            {
                if (row.Table.Cell(row.Row, role) is { } cell && Changed(cell.Raw, before, after) is var text && text != cell.Raw)
                {
                    yield return new TextChange(cell.ContentSpan, text);
                }
            }
        }
    }

    private static string Changed(string text, MaturityLevel before, MaturityLevel after)
    {
        var (old, now) = (Number(before.Number), Number(after.Number));
        text = text.Replace(before.Display, after.Display, StringComparison.OrdinalIgnoreCase);
        foreach (var alias in before.Aliases.Where(alias => alias.EndsWith(old, StringComparison.Ordinal)))
        {
            text = text.Replace(alias, alias[..^old.Length] + now, StringComparison.OrdinalIgnoreCase);
        }

        return text.Replace(Number(before.CoverageThreshold), Number(after.CoverageThreshold), StringComparison.Ordinal);
    }

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
