using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A requirement where it is defined.</summary>
/// <param name="Fact">What it says.</param>
/// <param name="Span">The id.</param>
/// <param name="Table">The table it stands in, or null for a heading or label.</param>
/// <param name="Row">The row, or null for a heading or label.</param>
/// <param name="Section">Index of the section it stands in; for a heading its own section.</param>
public sealed record RequirementDefinition(RequirementFact Fact, TextSpan Span, BoundTable? Table, TableRow? Row, int Section);

/// <summary>Reads requirement definitions and the rows that refer to them (decisions 28).</summary>
public static class RequirementReader
{
    // What a row says of a requirement that has no words yet.
    private static readonly string[] NoContent = [ColumnRoles.RequirementId, ColumnRoles.Priority, ColumnRoles.Status];

    /// <summary>Every definition: rows of requirement tables, requirement headings and labels, and rows of a matrix that stands alone.</summary>
    public static IEnumerable<RequirementDefinition> Definitions(BoundDocument document)
    {
        if (!document.Kind.HasRole(KindRoles.DefinesRequirements))
        {
            return [];
        }

        return FromTables(document).Concat(FromSections(document)).OrderBy(static definition => definition.Span.Start);
    }

    /// <summary>Every row of a mapping, coverage or descoping table, with its id; a row about several ids or a range comes once for each.</summary>
    public static IEnumerable<(TraceFact Fact, TextSpan Span, BoundTable Table, TableRow Row)> Traces(BoundDocument document)
    {
        if (document.Kind.HasRole(KindRoles.DefinesRequirements) && !document.Kind.HasRole(KindRoles.MapsRequirements))
        {
            yield break;
        }

        var statuses = document.Definition.Status(VocabularyIds.Requirement);
        foreach (var table in document.Tables.Where(static table => table.Definition.Role is TableRoles.Traceability or TableRoles.CoverageMatrix or TableRoles.Descoped))
        {
            var scope = document.Kind.HasRole(KindRoles.DefinesRequirements) ? Scope(document, table.Table.Section) : "";
            foreach (var row in table.Table.Rows)
            {
                if (table.Cell(row, ColumnRoles.RequirementId) is not { } cell)
                {
                    continue;
                }

                foreach (var id in document.Definition.RequirementIds.References(cell.Raw))
                {
                    // "F002/FR-009" is another feature's.
                    if (id.Start > 0 && cell.Raw[id.Start - 1] == '/')
                    {
                        continue;
                    }

                    var status = table.Cell(row, ColumnRoles.Status)?.Raw ?? "";
                    var fact = new TraceFact(
                        id.Id,
                        table.Definition.Role,
                        Filled(document, table, row, ColumnRoles.Phase),
                        Filled(document, table, row, ColumnRoles.Tasks),
                        statuses.Classify(status),
                        scope)
                    {
                        HasEvidence = table.Columns.ContainsKey(ColumnRoles.Evidence) ? EvidenceReader.IsFilled(document, table.Cell(row, ColumnRoles.Evidence)) : null,
                    };
                    if (fact.Status == StatusClasses.Descoped || fact.Table == TableRoles.Descoped)
                    {
                        fact = fact with { Descope = PlainText.Of(status).Trim(), IsApproved = document.Definition.Approvals.IsApproved(table, row) };
                    }

                    yield return (fact, new TextSpan(cell.ContentSpan.Start + id.Start, id.Length), table, row);
                }
            }
        }
    }

    /// <summary>The id of the feature or project heading that an outline section belongs to; empty when there is none (FW503).</summary>
    public static string Scope(BoundDocument document, int section)
    {
        var outline = document.Outline;
        for (var index = section; index > 0; index = outline.Sections[index].Parent)
        {
            foreach (var word in outline.Sections[index].Title.Split(' ', ':', '(', ')', ',', '[', ']'))
            {
                if (document.Definition.RequirementIds.IsFeatureId(word))
                {
                    return word.ToUpperInvariant();
                }
            }
        }

        return "";
    }

    /// <summary>The id that a requirement heading starts with, or null.</summary>
    public static RequirementIdToken? HeadingId(BoundDocument document, Section section)
    {
        foreach (var token in document.Definition.RequirementIds.FindAll(section.Title))
        {
            return section.Title.AsSpan(0, token.Start).ContainsAnyInRange('0', 'z') ? null : token;
        }

        return null;
    }

    private static IEnumerable<RequirementDefinition> FromTables(BoundDocument document)
    {
        var ids = document.Definition.RequirementIds;
        foreach (var table in document.Tables.Where(static table => table.Definition.Role is TableRoles.Requirements or TableRoles.Traceability))
        {
            var scope = Scope(document, table.Table.Section);
            foreach (var row in table.Table.Rows)
            {
                if (table.Cell(row, ColumnRoles.RequirementId) is not { } cell)
                {
                    continue;
                }

                if (ids.Leading(cell.Raw) is { } token)
                {
                    yield return new RequirementDefinition(Fact(document, table, row, token.Id, scope), new TextSpan(cell.ContentSpan.Start + token.Start, token.Length), table, row, table.Table.Section);
                }
                else if (ids.Parse(cell.Raw) is { } id)
                {
                    yield return new RequirementDefinition(Fact(document, table, row, id, scope), cell.ContentSpan, table, row, table.Table.Section);
                }
            }
        }
    }

    private static RequirementFact Fact(BoundDocument document, BoundTable table, TableRow row, string id, string scope)
    {
        var priority = table.Cell(row, ColumnRoles.Priority) is { } cell
            ? cell.Raw
            : document.Outline.Sections[table.Table.Section].Title;
        return new RequirementFact(
            id,
            table.Text(row, ColumnRoles.Feature) is { Length: > 0 } feature ? feature : table.Text(row, ColumnRoles.Description),
            document.Definition.Status(VocabularyIds.Priority).Classify(priority),
            document.Definition.Status(VocabularyIds.Requirement).Classify(table.Cell(row, ColumnRoles.Status)?.Raw ?? ""),
            scope)
        {
            IsBlank = IsBlank(table, row),
        };
    }

    private static bool IsBlank(BoundTable table, TableRow row)
    {
        var hasMore = false;
        for (var column = 0; column < row.Cells.Length; column++)
        {
            if (NoContent.Any(role => table.Columns.TryGetValue(role, out var other) && other == column))
            {
                continue;
            }

            hasMore = true;
            if (!row.Cells[column].ContentSpan.IsEmpty)
            {
                return false;
            }
        }

        return hasMore;
    }

    // "### FR-001: Import" with labelled values below it, or an id among the labels of a section or key/value table.
    private static IEnumerable<RequirementDefinition> FromSections(BoundDocument document)
    {
        var labels = new RequirementLabels(document);
        foreach (var section in document.Outline.Sections)
        {
            var heading = section.Level < 3 ? null : HeadingId(document, section);
            if (heading is null && !labels.MayDefine(section))
            {
                continue;
            }

            foreach (var record in labels.Records(section, heading?.Id))
            {
                var isHeading = heading is not null;
                var span = heading is { } token ? new TextSpan(section.TitleSpan.Start + token.Start, token.Length) : record.IdSpan;
                var title = isHeading ? section.Title[heading!.Value.End..].Trim(' ', ':', '-', '–', '—', '.', '*') : record.Feature.Length > 0 ? record.Feature : section.Title;
                var priority = record.Priority.Length > 0 || section.Parent < 0 ? record.Priority : document.Outline.Sections[section.Parent].Title;
                var fact = new RequirementFact(
                    record.Id,
                    PlainText.Of(title),
                    document.Definition.Status(VocabularyIds.Priority).Classify(priority),
                    document.Definition.Status(VocabularyIds.Requirement).Classify(record.Status),
                    Scope(document, isHeading ? section.Parent : section.Index));
                yield return new RequirementDefinition(fact, span, null, null, section.Index);
            }
        }
    }

    private static string? Filled(BoundDocument document, BoundTable table, TableRow row, string role)
    {
        if (!table.Columns.ContainsKey(role))
        {
            return null;
        }

        var text = table.Text(row, role).Trim();
        return document.Definition.Values.IsDash(text) ? "" : text;
    }
}
