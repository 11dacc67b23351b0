using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Demands;

/// <summary>A section that a document must have and has not.</summary>
/// <param name="Section">The section.</param>
/// <param name="Parent">The section of the document it belongs into, for a subsection; null for a section of its own.</param>
/// <param name="Demand">How strongly it is demanded.</param>
public sealed record MissingSection(SectionDefinition Section, BoundSection? Parent, Demand Demand);

/// <summary>Finds the sections that a document must have and has not (catalogue FW007).</summary>
public static class MissingSections
{
    /// <summary>The missing sections in template order.</summary>
    public static ImmutableArray<MissingSection> In(BoundDocument document)
    {
        var demands = new DocumentDemands(document);
        var missing = ImmutableArray.CreateBuilder<MissingSection>();
        foreach (var section in document.Kind.Sections)
        {
            var bound = document.Section(section.Role);
            if (bound is null)
            {
                Add(section, parent: null);
                continue;
            }

            foreach (var subsection in section.Subsections)
            {
                Add(subsection, bound);
            }
        }

        return missing.DrainToImmutable();

        void Add(SectionDefinition section, BoundSection? parent)
        {
            if (demands.Of(section) is not Demand.None and var demand && !IsPresent(document, section, parent, demands))
            {
                missing.Add(new MissingSection(section, parent, demand));
            }
        }
    }

    private static bool IsPresent(BoundDocument document, SectionDefinition section, BoundSection? parent, DocumentDemands demands) =>
        document.Section(section.Role) is not null
        || section.Alternatives.Any(role => document.Section(role) is not null)
        || HasLabel(document, section, parent)
        || IsToldElsewhere(document, section, demands);

    // A bold label with a list below it stands for the heading (decisions 16); inside its section also one with the list on its line.
    private static bool HasLabel(BoundDocument document, SectionDefinition section, BoundSection? parent)
    {
        var index = document.Definition.Kind(document.Kind);
        return document.Outline.Fields.Any(field =>
            (!field.Items.IsDefaultOrEmpty || (parent is not null && field.Value.Length > 0 && parent.Section.Span.Contains(field.Span)))
            && field.Notation != Markdown.FieldNotation.FrontMatter
            && ReferenceEquals(parent is null ? index.Section(field.Key) : index.Subsection(field.Key, parent.Definition), section));
    }

    // A section of fields only is not needed where all of them stand in the header or the front matter.
    private static bool IsToldElsewhere(BoundDocument document, SectionDefinition section, DocumentDemands demands)
    {
        var demanded = section.Fields.Where(field => demands.Of(field) != Demand.None).ToList();
        if (demanded.Count == 0 || section.HeadingPattern is not null || section.Tables.Any(table => demands.Of(table) != Demand.None))
        {
            return false;
        }

        var parts = NamedParts.Of(document);
        return demanded.TrueForAll(parts.IsNamed);
    }
}
