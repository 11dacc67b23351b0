using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Analyzers.Features.Hover;

/// <summary>What the definition says of kinds, sections, fields and columns, and what the pages say of rules.</summary>
internal static class StructureHovers
{
    /// <summary>A kind of document with its stage.</summary>
    public static string Kind(FrameworkDefinition framework, DocumentKind kind)
    {
        var stage = framework.Stages.FirstOrDefault(candidate => candidate.Id == kind.Stage);
        return new HoverWriter()
            .Title(kind.Name, stage is null ? "document" : $"stage {stage.Id}, {stage.Name}")
            .Line("Starts when", stage?.Entry ?? "")
            .Line("Ends when", stage?.Exit ?? "")
            .Line("Succeeds when", stage?.Success ?? "")
            .Line("Comes after", kind.Predecessor is { } before ? framework.Kind(before)?.Name ?? before : "")
            .Line("Usual place", kind.CanonicalPath.Length == 0 ? "" : $"`{kind.CanonicalPath}`")
            .ToString();
    }

    /// <summary>A section with its parts.</summary>
    public static string Section(SectionDefinition section) => new HoverWriter()
        .Title(section.Name, $"section, {Demand(section.Presence)}")
        .Paragraph(section.Purpose)
        .Line("Fields", section.Fields.Select(static field => field.Name + Mark(field.Presence)))
        .Line("Tables", section.Tables.Select(static table => $"{table.Name}{Mark(table.Presence)} ({string.Join(", ", table.Columns.Select(static column => column.Name))})"))
        .Line("Subsections", section.Subsections.Select(static subsection => subsection.Name + Mark(subsection.Presence)))
        .Line("Other headings", section.Aliases)
        .ToString();

    /// <summary>A field with its values.</summary>
    public static string Field(FrameworkDefinition framework, FieldDefinition field) =>
        Value(framework, field.Name, "field", field.Presence, field.ValueKind, field.Aliases);

    /// <summary>A column with its values.</summary>
    public static string Column(FrameworkDefinition framework, ColumnDefinition column) =>
        Value(framework, column.Name, "column", column.Presence, column.ValueKind, column.Aliases);

    /// <summary>A key of the front matter, with the field of the document that it stands for.</summary>
    public static string FrontMatter(FrameworkDefinition framework, DocumentKind kind, FrontMatterKey key)
    {
        var field = kind.HeaderFields.Concat(kind.AllSections().SelectMany(static section => section.Fields)).FirstOrDefault(candidate => candidate.Role == key.FieldRole);
        var values = key.Values.IsEmpty ? ValueVocabulary.Classes(framework, key.ValueKind).Select(static entry => entry.Canonical) : key.Values;
        return new HoverWriter()
            .Title(key.Key, "key of the front matter")
            .Line("Stands for", field?.Name ?? "")
            .Line("Type", key.ValueKind)
            .Line("Values", (key.ValueKind == ValueKinds.DocumentType ? kind.FrontMatterTypes : values).Select(static value => $"`{value}`"))
            .ToString();
    }

    /// <summary>A rule, from its page.</summary>
    public static string Rule(RuleDescriptor rule, Severity severity)
    {
        var page = RulePage.Of(rule);
        return new HoverWriter()
            .Title($"{rule.Id} {rule.Name}", severity.ToString().ToLowerInvariant())
            .Paragraph(page.Summary)
            .Paragraph(page.Why)
            .Paragraph(page.HowToFix.Length == 0 ? "" : $"*How to fix*: {page.HowToFix}")
            .ToString();
    }

    private static string Value(FrameworkDefinition framework, string name, string kind, Presence presence, string valueKind, IEnumerable<string> aliases) => new HoverWriter()
        .Title(name, $"{kind}, {Demand(presence)}")
        .Line("Values", ValueVocabulary.Classes(framework, valueKind).Select(static entry => $"`{entry.Canonical}`"))
        .Line("Type", valueKind == ValueKinds.Text ? "" : valueKind)
        .Line("Other names", aliases)
        .ToString();

    private static string Demand(Presence presence) => presence switch
    {
        Presence.Required => "required",
        Presence.Extended => "required in the extended form",
        Presence.Conditional => "required under a condition",
        _ => "optional",
    };

    private static string Mark(Presence presence) => presence == Presence.Required ? "" : " (optional)";
}
