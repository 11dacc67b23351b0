using System.Globalization;
using System.Text;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes empty parts of documents from their definitions, so that what the tool inserts is what its rules look for. Lines end in LF.</summary>
public static class SectionSkeleton
{
    /// <summary>
    /// A section: heading, its demanded fields without values, its demanded tables with one blank row, its demanded subsections. A section of
    /// which nothing is demanded shows what it may hold. Ends with a line end.
    /// </summary>
    /// <param name="section">The definition.</param>
    /// <param name="level">The heading level, 1-6.</param>
    /// <param name="isExtended">Whether parts that only extended variants demand are written as well.</param>
    public static string Section(SectionDefinition section, int level, bool isExtended) => Section(section, section.Name, level, isExtended);

    /// <summary>A section that repeats: one for each of the phases, headed as the definition says. Ends with a line end; empty without phases.</summary>
    public static string Phases(SectionDefinition section, int level, bool isExtended, IEnumerable<Phase> phases) => string.Join(
        '\n',
        phases.Select(phase => Section(section, Heading(section, phase), level, isExtended)));

    /// <summary>The heading text of a section for a phase.</summary>
    public static string Heading(SectionDefinition section, Phase phase) => section.HeadingTemplate.Length == 0
        ? phase.Name
        : section.HeadingTemplate
            .Replace("{number}", phase.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{name}", phase.Name, StringComparison.Ordinal);

    /// <summary>A field on a line of its own, without a line end.</summary>
    public static string Field(FieldDefinition field, string value = "") => value.Length == 0 ? $"- **{field.Name}**:" : $"- **{field.Name}**: {value}";

    /// <summary>A table: header, delimiter and one blank row. Ends with a line end; empty when it has no columns.</summary>
    public static string Table(TableDefinition table, bool isExtended)
    {
        var columns = table.Columns.Where(column => IsDemanded(column.Presence, isExtended)).Select(static column => column.Name).ToList();
        if (columns.Count == 0)
        {
            columns.AddRange(table.Columns.Select(static column => column.Name));
        }

        return columns.Count == 0
            ? ""
            : $"| {string.Join(" | ", columns)} |\n"
                + $"|{string.Concat(columns.Select(static name => new string('-', Math.Max(3, name.Length + 2)) + "|"))}\n"
                + $"|{string.Concat(columns.Select(static name => new string(' ', Math.Max(3, name.Length + 2)) + "|"))}\n";
    }

    private static string Section(SectionDefinition section, string heading, int level, bool isExtended)
    {
        var fields = section.Fields.Where(field => IsDemanded(field.Presence, isExtended)).ToList();
        var tables = section.Tables.Where(table => IsDemanded(table.Presence, isExtended)).ToList();
        var subsections = section.Subsections.Where(subsection => IsDemanded(subsection.Presence, isExtended)).ToList();
        if (fields.Count + tables.Count + subsections.Count == 0)
        {
            fields.AddRange(section.Fields);
            tables.AddRange(section.Tables.Take(1));
        }

        var builder = new StringBuilder().Append('#', Math.Clamp(level, 1, 6)).Append(' ').Append(heading).Append('\n');
        if (fields.Count > 0)
        {
            builder.Append('\n');
            fields.ForEach(field => builder.Append(Field(field)).Append('\n'));
        }

        foreach (var part in tables.Select(table => Table(table, isExtended)).Concat(subsections.Select(sub => Section(sub, level + 1, isExtended))))
        {
            builder.Append('\n').Append(part);
        }

        return builder.ToString();
    }

    private static bool IsDemanded(Presence presence, bool isExtended) => presence == Presence.Required || (isExtended && presence == Presence.Extended);
}
