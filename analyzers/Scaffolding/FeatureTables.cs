using System.Globalization;
using System.Text;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes the section about the features of a level: what is included and what is left to higher levels (seed Stage 3 action 9).</summary>
public static class FeatureTables
{
    /// <summary>The section with its tables; the empty skeleton when the level is not known. Ends with a line end.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="section">The section about features.</param>
    /// <param name="heading">Its heading level, 1-6.</param>
    /// <param name="level">The number of the level; null when it is not known.</param>
    /// <param name="isExtended">Whether parts that only extended variants demand are written as well.</param>
    public static string Write(FrameworkDefinition definition, SectionDefinition section, int heading, int? level, bool isExtended)
    {
        if (level is not { } number)
        {
            return SectionSkeleton.Section(section, heading, isExtended);
        }

        var builder = new StringBuilder().Append('#', heading).Append(' ').Append(section.Name).Append('\n');
        foreach (var part in section.Subsections.Where(static part => part.Role is SectionRoles.Included or SectionRoles.Skipped))
        {
            var isIncluded = part.Role == SectionRoles.Included;
            var features = definition.Features.Where(feature => feature.IsInMatrix && feature.MinLevel <= number == isIncluded).OrderBy(static feature => feature.MinLevel).ToList();
            if (features.Count > 0 && part.Tables.FirstOrDefault(static table => table.Role == TableRoles.Features) is { } table)
            {
                builder.Append('\n').Append('#', heading + 1).Append(' ').Append(part.Name).Append("\n\n").Append(Table(definition, table, features));
            }
        }

        return builder.ToString();
    }

    private static string Table(FrameworkDefinition definition, TableDefinition table, List<Feature> features)
    {
        var columns = table.Columns.Where(static column => column.Presence == Presence.Required || column.Role == ColumnRoles.Category).ToList();
        var rows = features.ConvertAll(feature => columns.ConvertAll(column => Cell(definition, column, feature)));
        var widths = columns.Select((column, index) => rows.Select(row => row[index].Length).Append(column.Name.Length).Max()).ToList();
        var builder = new StringBuilder();
        Append(builder, columns.ConvertAll(static column => column.Name), widths);
        builder.Append('|').AppendJoin("", widths.Select(static width => new string('-', width + 2) + "|")).Append('\n');
        rows.ForEach(row => Append(builder, row, widths));
        return builder.ToString();
    }

    private static void Append(StringBuilder builder, List<string> cells, List<int> widths) =>
        builder.Append("| ").AppendJoin(" | ", cells.Select((cell, index) => cell.PadRight(widths[index]))).Append(" |\n");

    private static string Cell(FrameworkDefinition definition, ColumnDefinition column, Feature feature) => column.Role switch
    {
        ColumnRoles.Feature => feature.Name.Replace("|", "\\|", StringComparison.Ordinal),
        ColumnRoles.AvailableAt => definition.Level(feature.MinLevel)?.Display ?? feature.MinLevel.ToString(CultureInfo.InvariantCulture),
        ColumnRoles.Category => Title(feature.Category),
        _ => "",
    };

    // "core-services" reads "Core services", "ci-cd" is an abbreviation.
    private static string Title(string category) => category.Length == 0 ? ""
        : Array.TrueForAll(category.Split('-'), static word => word.Length <= 2) ? category.ToUpperInvariant().Replace('-', '/')
        : char.ToUpperInvariant(category[0]) + category[1..].Replace('-', ' ');
}
