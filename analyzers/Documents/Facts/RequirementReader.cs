using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A requirement where it is defined.</summary>
/// <param name="Fact">What it says.</param>
/// <param name="Span">The id.</param>
/// <param name="Table">The table it stands in, or null for a heading.</param>
/// <param name="Row">The row, or null for a heading.</param>
public sealed record RequirementDefinition(RequirementFact Fact, TextSpan Span, BoundTable? Table, TableRow? Row);

/// <summary>Reads requirement definitions and the rows that refer to them (decisions 28).</summary>
public static class RequirementReader
{
    /// <summary>Every definition: rows of requirement tables, requirement headings, and rows of a matrix that stands alone.</summary>
    public static IEnumerable<RequirementDefinition> Definitions(BoundDocument document)
    {
        if (!document.Kind.HasRole(KindRoles.DefinesRequirements))
        {
            return [];
        }

        return FromTables(document).Concat(FromHeadings(document)).OrderBy(static definition => definition.Span.Start);
    }

    /// <summary>Every row of a mapping, coverage or descoping table, with its id.</summary>
    public static IEnumerable<(TraceFact Fact, TextSpan Span, BoundTable Table, TableRow Row)> Traces(BoundDocument document)
    {
        if (document.Kind.HasRole(KindRoles.DefinesRequirements))
        {
            yield break;
        }

        var statuses = document.Definition.Status(VocabularyIds.Requirement);
        foreach (var table in document.Tables.Where(static table => table.Definition.Role is TableRoles.Traceability or TableRoles.CoverageMatrix or TableRoles.Descoped))
        {
            foreach (var row in table.Table.Rows)
            {
                if (table.Cell(row, ColumnRoles.RequirementId) is not { } cell)
                {
                    continue;
                }

                foreach (var id in document.Definition.RequirementIds.FindAll(cell.Raw))
                {
                    var fact = new TraceFact(
                        id.Id,
                        table.Definition.Role,
                        Filled(document, table, row, ColumnRoles.Phase),
                        Filled(document, table, row, ColumnRoles.Tasks),
                        statuses.Classify(table.Cell(row, ColumnRoles.Status)?.Raw ?? ""));
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

    private static IEnumerable<RequirementDefinition> FromTables(BoundDocument document)
    {
        var ids = document.Definition.RequirementIds;
        foreach (var table in document.Tables.Where(static table => table.Definition.Role is TableRoles.Requirements or TableRoles.Traceability))
        {
            var scope = Scope(document, table.Table.Section);
            foreach (var row in table.Table.Rows)
            {
                if (table.Cell(row, ColumnRoles.RequirementId) is { } cell && ids.Parse(cell.Raw) is { } id)
                {
                    yield return new RequirementDefinition(Fact(document, table, row, id, scope), cell.ContentSpan, table, row);
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
            scope);
    }

    private static IEnumerable<RequirementDefinition> FromHeadings(BoundDocument document)
    {
        foreach (var section in document.Outline.Sections)
        {
            if (section.Level < 3 || HeadingId(document, section) is not { } token)
            {
                continue;
            }

            var title = section.Title[(token.Start + token.Length)..].Trim(' ', ':', '-', '–', '—', '.', '*');
            var priority = Label(document, section, ColumnRoles.Priority);
            var fact = new RequirementFact(
                token.Id,
                PlainText.Of(title),
                document.Definition.Status(VocabularyIds.Priority).Classify(priority),
                document.Definition.Status(VocabularyIds.Requirement).Classify(Label(document, section, ColumnRoles.Status)),
                Scope(document, section.Parent));
            yield return new RequirementDefinition(fact, new TextSpan(section.TitleSpan.Start + token.Start, token.Length), null, null);
        }
    }

    /// <summary>The id that a requirement heading starts with, or null.</summary>
    public static Values.RequirementIdToken? HeadingId(BoundDocument document, Section section)
    {
        foreach (var token in document.Definition.RequirementIds.FindAll(section.Title))
        {
            return section.Title.AsSpan(0, token.Start).ContainsAnyInRange('0', 'z') ? null : token;
        }

        return null;
    }

    // A labelled value below a requirement heading; the labels are those of the requirement table's column.
    private static string Label(BoundDocument document, Section section, string columnRole)
    {
        var columns = document.Kind.AllSections()
            .SelectMany(static definition => definition.Tables)
            .Where(static table => table.Role == TableRoles.Requirements)
            .SelectMany(static table => table.Columns)
            .Where(column => column.Role == columnRole);
        var index = document.Definition.Kind(document.Kind);
        foreach (var field in document.Outline.Fields)
        {
            if (field.Section == section.Index && columns.Any(column => index.IsColumn(column, field.Key)))
            {
                return field.Value;
            }
        }

        return "";
    }

    private static string Filled(BoundDocument document, BoundTable table, TableRow row, string role)
    {
        var text = table.Text(row, role).Trim();
        return document.Definition.Values.IsDash(text) || document.Definition.Values.Placeholder(text) is not null ? "" : text;
    }
}
