using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Demands;

/// <summary>A table that a section must have and has not.</summary>
/// <param name="Table">The table.</param>
/// <param name="Section">The section it belongs into.</param>
/// <param name="Demand">How strongly it is demanded.</param>
public sealed record MissingTable(TableDefinition Table, BoundSection Section, Demand Demand);

/// <summary>Finds the sections that must hold a table and hold none (catalogue FW021).</summary>
public static class MissingTables
{
    /// <summary>The missing tables in document order.</summary>
    public static ImmutableArray<MissingTable> In(BoundDocument document)
    {
        var demands = new DocumentDemands(document);
        var missing = ImmutableArray.CreateBuilder<MissingTable>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in document.Sections)
        {
            if (seen.Add(section.Definition.Role)
                && section.Definition.Tables.FirstOrDefault(table => demands.Of(table) != Demand.None) is { } table
                && !StandsIn(document, section.Definition)
                && !IsSatisfied(document, section.Definition))
            {
                missing.Add(new MissingTable(table, section, demands.Of(table)));
            }
        }

        return missing.DrainToImmutable();
    }

    // A section that also answers for another one, which is not there, may be written like that one.
    private static bool StandsIn(BoundDocument document, SectionDefinition definition) => document.Kind.Sections.Any(other =>
        other.Alternatives.Contains(definition.Role) && !ReferenceEquals(other, definition) && document.Section(other.Role) is null);

    private static bool IsSatisfied(BoundDocument document, SectionDefinition definition) =>
        document.Sections.Where(section => ReferenceEquals(section.Definition, definition)).Any(section =>
            document.Outline.Tables.Any(table => section.Section.Span.Contains(table.Span))
            || HasItemHeadings(document, section)
            || HoldsWhatItReplaces(document, section)
            || NoneNote.StandsIn(document, section.Section)
            || PointsElsewhere(document, section));

    // A heading above the sections that its table would stand for: "Work Plan" with the phases below it.
    private static bool HoldsWhatItReplaces(BoundDocument document, BoundSection section) => document.Sections.Any(inner =>
        inner.Definition.Alternatives.Contains(section.Definition.Role)
        && !ReferenceEquals(inner.Definition, section.Definition)
        && section.Section.Span.Contains(inner.Section.Span));

    // One heading per requirement, with a description below it, says as much as a row.
    private static bool HasItemHeadings(BoundDocument document, BoundSection section)
    {
        if (section.Definition.ItemHeadingPattern is not { } pattern)
        {
            return false;
        }

        var regex = TextPattern.Get(pattern);
        var labels = section.Definition.ItemLabels.Select(HeadingKey.Normalize).ToHashSet(StringComparer.Ordinal);
        var sections = document.Outline.Sections;
        var labelled = document.Outline.Fields.Where(field => labels.Contains(field.Key)).Select(static field => field.Section)
            .Concat(sections.Where(inner => labels.Contains(inner.Key)).Select(static inner => inner.Parent));
        foreach (var start in labelled)
        {
            for (var index = start; index > section.Section.Index; index = sections[index].Parent)
            {
                if (regex.Fits(sections[index].Key) && section.Section.Span.Contains(sections[index].Span))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Text that only refers to another place, or to the file where the table is, is followed by people; no list stands beside it.
    private static bool PointsElsewhere(BoundDocument document, BoundSection section)
    {
        var body = NoneNote.Body(document, section.Section);
        return document.Outline.Links.Any(link => body.Contains(link.Span))
            && !document.Outline.ListItems.Any(item => body.Contains(item.Span.Start))
            && !document.Outline.Sections.Any(inner => inner.Parent == section.Section.Index);
    }
}
