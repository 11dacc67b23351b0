using System.Text;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes empty parts of documents from their definitions, so that what the tool inserts is what its rules look for. Lines end in LF.</summary>
public static class SectionSkeleton
{
    /// <summary>A section: heading, its demanded fields without values and its demanded table with one blank row. Ends with a line end.</summary>
    /// <param name="section">The definition.</param>
    /// <param name="level">The heading level.</param>
    /// <param name="isExtended">Whether parts that only extended variants demand are written as well.</param>
    public static string Section(SectionDefinition section, int level, bool isExtended)
    {
        var builder = new StringBuilder().Append('#', level).Append(' ').Append(section.Name).Append('\n');
        var fields = section.Fields.Where(field => IsDemanded(field.Presence, isExtended)).ToList();
        if (fields.Count > 0)
        {
            builder.Append('\n');
            fields.ForEach(field => builder.Append(Field(field)).Append('\n'));
        }

        foreach (var table in section.Tables.Where(table => IsDemanded(table.Presence, isExtended)))
        {
            builder.Append('\n').Append(Table(table, isExtended));
        }

        foreach (var subsection in section.Subsections.Where(subsection => IsDemanded(subsection.Presence, isExtended)))
        {
            builder.Append('\n').Append(Section(subsection, level + 1, isExtended));
        }

        return builder.ToString();
    }

    /// <summary>A field on a line of its own, without a line end.</summary>
    public static string Field(FieldDefinition field, string value = "") => value.Length == 0 ? $"- **{field.Name}**:" : $"- **{field.Name}**: {value}";

    /// <summary>A table: header, delimiter and one blank row. Ends with a line end.</summary>
    public static string Table(TableDefinition table, bool isExtended)
    {
        var columns = table.Columns.Where(column => IsDemanded(column.Presence, isExtended)).Select(static column => column.Name).ToList();
        return columns.Count == 0
            ? ""
            : $"| {string.Join(" | ", columns)} |\n"
                + $"|{string.Concat(columns.Select(static name => new string('-', Math.Max(3, name.Length + 2)) + "|"))}\n"
                + $"|{string.Concat(columns.Select(static name => new string(' ', name.Length + 2) + "|"))}\n";
    }

    private static bool IsDemanded(Presence presence, bool isExtended) => presence == Presence.Required || (isExtended && presence == Presence.Extended);
}
