using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers what may stand in a cell.</summary>
internal static class TableCompletion
{
    /// <summary>The candidates for a cell; the header has none.</summary>
    public static IEnumerable<CompletionCandidate> Cell(CompletionRequest request, CellPlace cell)
    {
        if (cell.IsHeader || cell.Definition is not { } column)
        {
            return [];
        }

        var value = Value(request.Place, cell);
        var candidates = column switch
        {
            { Role: ColumnRoles.RequirementId } => RequirementCompletion.InTable(request, cell, value),
            { Role: ColumnRoles.Check } => Names(request, cell, value, Checks(request, cell)),
            { Role: ColumnRoles.Command } when cell.Table.Definition.Role == TableRoles.Checks => OfCheck(request, cell, value, static check => check.Command.Length > 0 ? $"`{check.Command}`" : ""),
            { Role: ColumnRoles.Expected } when cell.Table.Definition.Role == TableRoles.Checks => OfCheck(request, cell, value, check => CheckInsertion.Expected(check, Level(request))),
            { Role: ColumnRoles.Feature } when cell.Table.Definition.Role == TableRoles.Features => Names(request, cell, value, Features(request, cell)),
            { Role: ColumnRoles.Feature } when cell.Table.Columns.ContainsKey(ColumnRoles.RequirementId) => Titles(request, cell, value),
            { Role: ColumnRoles.Phase } => PhaseCompletion.Labels(request, value),
            { ValueKind: ValueKinds.Evidence or ValueKinds.Paths } => ReadingCompletion.Files(request, value) ?? (column.ValueKind == ValueKinds.Paths ? ReadingCompletion.Paths(request, value) : []),
            _ => ValueCompletion.Values(request, column.ValueKind, value),
        };
        return candidates.Concat(RowCompletion.Rows(request, cell));
    }

    /// <summary>The content of the cell; in an empty or missing one the place of the cursor.</summary>
    private static TextSpan Value(DocumentPlace place, CellPlace cell) =>
        cell.Cell is { } found && found.ContentSpan.IntersectsWith(place.Offset) ? found.ContentSpan : new TextSpan(place.Offset, 0);

    /// <summary>The checks that belong into a table and no other row of it is about: those of its section, else all.</summary>
    public static IEnumerable<VerificationCheck> OpenChecks(CompletionRequest request, CellPlace cell)
    {
        var place = request.Place;
        var matcher = place.Document.Definition.Checks;
        var used = cell.Table.Table.Rows.Where(row => !ReferenceEquals(row, cell.Row)).Select(row => matcher.Find(cell.Table.Text(row, ColumnRoles.Check), "")?.Id).ToHashSet(StringComparer.Ordinal);
        var own = place.Framework.Checks.Where(check => check.SectionRole == cell.Table.Owner?.Definition.Role).ToList();
        return (own.Count > 0 ? own : [.. place.Framework.Checks]).Where(check => !used.Contains(check.Id) && check.When.Holds(request.Level, request.Modules));
    }

    /// <summary>The level of the document; null when none is known.</summary>
    public static MaturityLevel? Level(CompletionRequest request) => request.Level is { } number ? request.Place.Framework.Level(number) : null;

    /// <summary>The features of a table that no other row is about: what the level includes, or in the other table what it leaves out.</summary>
    public static IEnumerable<Feature> OpenFeatures(CompletionRequest request, CellPlace cell)
    {
        var section = request.Place.Document.Outline.Sections[cell.Table.Table.Section];
        var role = request.Place.Document.Sections.FirstOrDefault(bound => bound.Section.Index == section.Index)?.Definition.Role;
        var used = cell.Table.Table.Rows.Where(row => !ReferenceEquals(row, cell.Row)).Select(row => cell.Table.Text(row, ColumnRoles.Feature)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return request.Place.Framework.Features
            .Where(feature => !used.Contains(feature.Name) && (request.Level is not { } level || role switch
            {
                SectionRoles.Included => feature.MinLevel <= level,
                SectionRoles.Skipped => feature.MinLevel > level,
                _ => true,
            }));
    }

    private static IEnumerable<(string Name, string Detail, CompletionTopic Topic)> Checks(CompletionRequest request, CellPlace cell) =>
        OpenChecks(request, cell).Select(static check => (check.Name, check.Expected, new CompletionTopic(TopicKind.Check, check.Id)));

    private static IEnumerable<(string Name, string Detail, CompletionTopic Topic)> Features(CompletionRequest request, CellPlace cell) =>
        OpenFeatures(request, cell).Select(static feature => (feature.Name, $"from level {feature.MinLevel}", new CompletionTopic(TopicKind.Feature, feature.Id)));

    private static IEnumerable<CompletionCandidate> Names(CompletionRequest request, CellPlace cell, TextSpan value, IEnumerable<(string Name, string Detail, CompletionTopic Topic)> names)
    {
        var used = cell.Table.Table.Rows.Where(row => !ReferenceEquals(row, cell.Row)).Select(row => row.Cell(cell.Column)?.Text ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names
            .Where(entry => !used.Contains(entry.Name))
            .Select(entry => ValueCompletion.Candidate(request.Place, value, TableText.Cell(entry.Name)) with { Detail = entry.Detail, Topic = entry.Topic });
    }

    // What the model says of the row's check; of every check when the row is not about one yet.
    private static IEnumerable<CompletionCandidate> OfCheck(CompletionRequest request, CellPlace cell, TextSpan value, Func<VerificationCheck, string> text)
    {
        var own = request.Place.Document.Definition.Checks.Find(cell.Table.Text(cell.Row, ColumnRoles.Check), "");
        return (own is null ? request.Place.Framework.Checks : [own])
            .Select(check => (check, Text: text(check)))
            .Where(static entry => entry.Text.Length > 0)
            .DistinctBy(static entry => entry.Text)
            .Select(entry => ValueCompletion.Candidate(request.Place, value, TableText.Cell(entry.Text)) with { Detail = entry.check.Name, Topic = new CompletionTopic(TopicKind.Check, entry.check.Id) });
    }

    // In a row about a requirement, what it is called where it is defined.
    private static IEnumerable<CompletionCandidate> Titles(CompletionRequest request, CellPlace cell, TextSpan value)
    {
        var ids = request.Place.Document.Definition.RequirementIds.References(cell.Table.Text(cell.Row, ColumnRoles.RequirementId)).Select(static token => token.Id).ToHashSet(StringComparer.Ordinal);
        return request.Delivery
            .Where(facts => facts.Path != request.Place.Document.Path)
            .SelectMany(static facts => facts.Requirements)
            .Where(fact => ids.Contains(fact.Id) && fact.Title.Length > 0)
            .DistinctBy(static fact => fact.Title)
            .Select(fact => ValueCompletion.Candidate(request.Place, value, TableText.Cell(fact.Title)) with { Detail = fact.Id, Topic = new CompletionTopic(TopicKind.Requirement, fact.Id) });
    }
}
