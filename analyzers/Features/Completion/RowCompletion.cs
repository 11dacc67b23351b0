using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers whole rows for a line on which a row is begun: what is known of the next requirement, check or feature, and stops for the rest.</summary>
internal static class RowCompletion
{
    // More rows than this are no choice any more; the cells offer all of them.
    private const int MostRows = 40;

    private static readonly ImmutableDictionary<string, string> Blank = ImmutableDictionary<string, string>.Empty;

    /// <summary>The rows; nothing when the row holds anything beside what is typed in its first cell.</summary>
    public static IEnumerable<CompletionCandidate> Rows(CompletionRequest request, CellPlace cell)
    {
        var place = request.Place;
        if (cell.Column != 0 || cell.Row.Cells.Skip(1).Any(static other => !other.ContentSpan.IsEmpty) || place.Text[cell.Row.Span.Start] != '|')
        {
            yield break;
        }

        var end = Math.Max(cell.Row.Span.End, place.Offset);
        var replaced = TextSpan.FromBounds(cell.Row.Span.Start, Math.Min(end, place.Line.End));
        foreach (var (label, cells, topic) in Known(request, cell).Take(MostRows))
        {
            var row = Write(cell, cells, snippet: false);
            yield return new CompletionCandidate(CandidateKind.Row, $"{label} (row)", place.ToSource(replaced), row)
            {
                Snippet = Write(cell, cells, snippet: true),
                Filter = "| " + label,
                Detail = cell.Table.Definition.Name,
                Topic = topic,
            };
        }
    }

    private static IEnumerable<(string Label, ImmutableDictionary<string, string> Cells, CompletionTopic? Topic)> Known(CompletionRequest request, CellPlace cell)
    {
        var framework = request.Place.Framework;
        switch (cell.Table.Definition.Role)
        {
            case TableRoles.Requirements when cell.Table.Columns.ContainsKey(ColumnRoles.RequirementId):
                return RequirementCompletion.Next(request, cell.Table).Select(static next => (next.Id, Blank.SetItem(ColumnRoles.RequirementId, next.Id), (CompletionTopic?)null));
            case TableRoles.Checks:
                return TableCompletion.OpenChecks(request, cell).Select(check => (check.Name, Cells(request, cell, check), (CompletionTopic?)new CompletionTopic(TopicKind.Check, check.Id)));
            case TableRoles.Features:
                return TableCompletion.OpenFeatures(request, cell).Select(feature => (
                    feature.Name,
                    Blank.SetItem(ColumnRoles.Feature, feature.Name).SetItem(ColumnRoles.AvailableAt, framework.Level(feature.MinLevel)?.Display ?? ""),
                    (CompletionTopic?)new CompletionTopic(TopicKind.Feature, feature.Id)));
            case TableRoles.Traceability or TableRoles.CoverageMatrix:
                return RequirementCompletion.Open(request, cell).Select(fact => (
                    fact.Id,
                    Blank.SetItem(ColumnRoles.RequirementId, fact.Id).SetItem(ColumnRoles.Feature, fact.Title)
                        .SetItem(ColumnRoles.Status, framework.Vocabulary(VocabularyIds.Requirement).Canonical(StatusClasses.Pending)),
                    (CompletionTopic?)new CompletionTopic(TopicKind.Requirement, fact.Id)));
            default:
                return [];
        }
    }

    private static ImmutableDictionary<string, string> Cells(CompletionRequest request, CellPlace cell, VerificationCheck check)
    {
        var expected = CheckInsertion.Expected(check, TableCompletion.Level(request));
        var hasExpected = cell.Table.Columns.ContainsKey(ColumnRoles.Expected);
        return Blank
            .SetItem(ColumnRoles.Check, check.Name)
            .SetItem(ColumnRoles.Command, check.Command.Length > 0 ? $"`{check.Command}`" : hasExpected ? "" : expected)
            .SetItem(ColumnRoles.Expected, expected)
            .SetItem(ColumnRoles.Result, request.Place.Framework.Vocabulary(VocabularyIds.CheckResult).Canonical(StatusClasses.Pending));
    }

    // A row of the table's own columns, whatever their order; columns of the author's own stay blank.
    private static string Write(CellPlace cell, ImmutableDictionary<string, string> known, bool snippet)
    {
        var roles = cell.Table.Columns.ToDictionary(static pair => pair.Value, static pair => pair.Key);
        var stop = 0;
        var cells = new List<string>();
        for (var column = 0; column < cell.Table.Table.Header.Cells.Length; column++)
        {
            var text = roles.TryGetValue(column, out var role) && known.TryGetValue(role, out var value) ? TableText.Cell(value) : "";
            cells.Add(!snippet ? text : text.Length > 0 ? SnippetText.Escape(text) : $"${{{++stop}}}");
        }

        return $"| {string.Join(" | ", cells)} |" + (snippet ? "$0" : "");
    }
}
