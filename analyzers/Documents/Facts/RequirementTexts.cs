using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A piece of what a document requires.</summary>
/// <param name="Raw">The text as written.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="Whole">The item, row, label or heading it belongs to, with remarks about it.</param>
internal readonly record struct RequirementText(string Raw, int Offset, TextSpan Whole);

/// <summary>
/// Reads what a document requires, in whichever notation: rows of requirements, headings with an id and the labels below them, and the items,
/// labels and tables of the sections about constraints. What is descoped or put off for good is left out.
/// </summary>
internal sealed class RequirementTexts
{
    private readonly BoundDocument _document;
    private readonly ImmutableArray<string> _sections;
    private readonly List<RequirementDefinition> _headings;
    private readonly HashSet<int> _leftOut;

    private RequirementTexts(BoundDocument document, ImmutableArray<string> sections)
    {
        _document = document;
        _sections = sections;
        _headings = [.. RequirementReader.Definitions(document).Where(static definition => definition.Table is null)];
        _leftOut = [.. _headings.Where(static definition => definition.Fact is { Priority: StatusClasses.Wont } or { Status: StatusClasses.Descoped }).Select(static definition => definition.Section)];
    }

    /// <summary>The texts; those of one notation in document order.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sections">The roles of the sections about constraints.</param>
    public static IEnumerable<RequirementText> Read(BoundDocument document, ImmutableArray<string> sections)
    {
        var reader = new RequirementTexts(document, sections);
        return reader.FromItems().Concat(reader.FromLabels()).Concat(reader.FromTables()).Concat(reader.FromHeadings());
    }

    private IEnumerable<RequirementText> FromItems() => _document.Outline.ListItems
        .Where(item => IsAboutConstraints(item.Section))
        .Select(static item => new RequirementText(item.Raw, item.ContentSpan.Start, item.ContentSpan));

    // "**Security**: RBAC" as a line of its own; items and rows are read as such.
    private IEnumerable<RequirementText> FromLabels() => _document.Outline.Fields
        .Where(field => field.Notation == FieldNotation.BoldLine && IsAboutConstraints(field.Section))
        .Select(static field => new RequirementText(field.Value, field.ValueSpan.Start, field.Span));

    private IEnumerable<RequirementText> FromTables()
    {
        var bound = _document.Tables.ToLookup(static table => table.Table.Span.Start);
        foreach (var table in _document.Outline.Tables)
        {
            var known = bound[table.Span.Start].FirstOrDefault();
            if (known?.Definition.Role != TableRoles.Requirements && !IsAboutConstraints(table.Section))
            {
                continue;
            }

            foreach (var row in table.Rows.Where(row => !IsLeftOut(known, row)))
            {
                foreach (var cell in row.Cells)
                {
                    yield return new RequirementText(cell.Raw, cell.ContentSpan.Start, row.Span);
                }
            }
        }
    }

    private IEnumerable<RequirementText> FromHeadings()
    {
        foreach (var index in _headings.Select(static definition => definition.Section).Where(index => !_leftOut.Contains(index)).Distinct())
        {
            var section = _document.Outline.Sections[index];
            if (_document.Owners[index] is not { } owner || RequirementReader.HeadingId(_document, section) is null || _document.Definition.NegativeScope.IsNegative(_document.Outline, index))
            {
                continue;
            }

            yield return new RequirementText(section.Title, section.TitleSpan.Start, section.TitleSpan);
            var labels = owner.Definition.ItemLabels.Select(HeadingKey.Normalize).ToHashSet(StringComparer.Ordinal);
            foreach (var field in _document.Outline.Fields.Where(field => field.Section == index && labels.Contains(field.Key)))
            {
                yield return new RequirementText(field.Value, field.ValueSpan.Start, field.Span);
            }
        }
    }

    private bool IsAboutConstraints(int section) =>
        _document.Owners[section] is { } owner && _sections.Contains(owner.Definition.Role) && !_leftOut.Contains(section)
        && !_document.Definition.NegativeScope.IsNegative(_document.Outline, section);

    // A table that the definition does not know may say so in any column.
    private bool IsLeftOut(BoundTable? table, TableRow row)
    {
        var (priorities, statuses) = (_document.Definition.Status(VocabularyIds.Priority), _document.Definition.Status(VocabularyIds.Requirement));
        return row.Cells.Any(cell => _document.Definition.NegativeScope.IsVerdict(cell.Text)) || (table is null
            ? row.Cells.Any(cell => priorities.Classify(cell.Text) == StatusClasses.Wont || statuses.Classify(cell.Text) == StatusClasses.Descoped)
            : priorities.Classify(table.Text(row, ColumnRoles.Priority)) == StatusClasses.Wont || statuses.Classify(table.Text(row, ColumnRoles.Status)) == StatusClasses.Descoped);
    }
}
