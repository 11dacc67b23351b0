using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers what may stand in a cell.</summary>
internal static class TableCompletion
{
    /// <summary>The candidates for a cell; the header has none.</summary>
    public static IEnumerable<CompletionCandidate> Cell(DocumentPlace place, CellPlace cell, WorkspaceAnalysis analysis, DateOnly today)
    {
        if (cell.IsHeader || cell.Definition is not { } column)
        {
            return [];
        }

        var value = Value(place, cell);
        return column.Role switch
        {
            ColumnRoles.RequirementId => RequirementCompletion.InTable(place, cell, value, analysis),
            ColumnRoles.Check => Names(place, cell, value, place.Framework.Checks.Select(static check => (check.Name, check.Expected))),
            ColumnRoles.Feature when cell.Table.Definition.Role == TableRoles.Features => Names(place, cell, value, Features(place, cell, analysis)),
            ColumnRoles.Phase => Names(place, cell, value, place.Framework.Phases.Select(static phase => ($"Phase {phase.Number}", phase.Name)), mayRepeat: true),
            _ => ValueCompletion.Values(place, column.ValueKind, value, today),
        };
    }

    // The content of the cell; in an empty or missing one the place of the cursor.
    private static TextSpan Value(DocumentPlace place, CellPlace cell) =>
        cell.Cell is { } found && found.ContentSpan.IntersectsWith(place.Offset) ? found.ContentSpan : new TextSpan(place.Offset, 0);

    private static IEnumerable<CompletionCandidate> Names(DocumentPlace place, CellPlace cell, TextSpan value, IEnumerable<(string Name, string Detail)> names, bool mayRepeat = false)
    {
        var used = mayRepeat
            ? []
            : cell.Table.Table.Rows.Where(row => !ReferenceEquals(row, cell.Row)).Select(row => row.Cell(cell.Column)?.Text ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Where(entry => !used.Contains(entry.Name)).Select(entry => ValueCompletion.Candidate(place, value, entry.Name) with { Detail = entry.Detail });
    }

    // What the document's level includes, or in the other table what it leaves out.
    private static IEnumerable<(string Name, string Detail)> Features(DocumentPlace place, CellPlace cell, WorkspaceAnalysis analysis)
    {
        var level = analysis.PartsOf(place.Document.Path).FirstOrDefault(part => part.Facts.Part == place.Document.Part)?.Facts.Level;
        var section = place.Document.Outline.Sections[cell.Table.Table.Section];
        var role = place.Document.Sections.FirstOrDefault(bound => bound.Section.Index == section.Index)?.Definition.Role;
        return place.Framework.Features
            .Where(feature => level is null || role switch
            {
                SectionRoles.Included => feature.MinLevel <= level,
                SectionRoles.Skipped => feature.MinLevel > level,
                _ => true,
            })
            .Select(static feature => (feature.Name, $"from level {feature.MinLevel}"));
    }
}
