using System.Globalization;
using System.Text;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes the section about the features of a level: what is included, what is left to higher levels and how to get there (seed Stage 3 action 9).</summary>
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
        foreach (var part in section.Subsections)
        {
            var text = part.Role switch
            {
                SectionRoles.Included => Table(definition, part, number, [.. definition.Features.Where(feature => feature.IsInMatrix && feature.MinLevel <= number)]),
                SectionRoles.Skipped => Table(definition, part, number, [.. definition.Features.Where(feature => feature.IsInMatrix && feature.MinLevel > number)]),
                SectionRoles.UpgradePath => UpgradePath(definition, number),
                _ => "",
            };
            if (text.Length > 0)
            {
                builder.Append('\n').Append('#', heading + 1).Append(' ').Append(part.Name).Append("\n\n").Append(text);
            }
        }

        return builder.ToString();
    }

    private static string Table(FrameworkDefinition definition, SectionDefinition part, int level, List<Feature> features)
    {
        if (features.Count == 0 || part.Tables.FirstOrDefault(static table => table.Role == TableRoles.Features) is not { } table)
        {
            return "";
        }

        var rows = features.OrderBy(static feature => feature.MinLevel).Select(feature => table.Columns.Select(column => Cell(definition, column, feature, level)).ToArray()).ToList();
        var columns = Enumerable.Range(0, table.Columns.Length).Where(index => table.Columns[index].Presence == Presence.Required || rows.Exists(row => row[index].Length > 0)).ToList();
        return TableText.Write([.. columns.Select(index => table.Columns[index].Name)], rows.ConvertAll(row => (IReadOnlyList<string>)columns.ConvertAll(index => row[index])));
    }

    private static string Cell(FrameworkDefinition definition, ColumnDefinition column, Feature feature, int level) => column.Role switch
    {
        ColumnRoles.Feature => TableText.Cell(feature.Name),
        ColumnRoles.AvailableAt => Display(definition, feature.MinLevel),
        ColumnRoles.Category => Title(feature.Category),
        ColumnRoles.Justification => definition.Phrases.Fill(ScaffoldPhrases.FeatureIncluded, ("level", Display(definition, feature.MinLevel))),
        ColumnRoles.Impact => Impact(definition, feature, level),
        _ => "",
    };

    // The steps between the level and the feature's own add up; the last one names the trigger.
    private static string Impact(FrameworkDefinition definition, Feature feature, int level)
    {
        var steps = definition.UpgradeSteps.Where(step => step.From >= level && step.To <= feature.MinLevel).OrderBy(static step => step.From).ToList();
        return steps.Count == 0 ? "" : definition.Phrases.Fill(
            ScaffoldPhrases.FeatureImpact,
            ("level", Display(definition, feature.MinLevel)),
            ("effort", string.Join(" + ", steps.Select(static step => step.Effort))),
            ("trigger", steps[^1].Trigger));
    }

    private static string UpgradePath(FrameworkDefinition definition, int level)
    {
        var steps = definition.UpgradeSteps.Where(step => step.From >= level).OrderBy(static step => step.From).ToList();
        if (steps.Count == 0)
        {
            return definition.Phrases[ScaffoldPhrases.Nothing] is { Length: > 0 } nothing && definition.UpgradeSteps.Length > 0 ? nothing + "\n" : "";
        }

        return string.Concat(steps.Select(step => definition.Phrases.Fill(
            ScaffoldPhrases.UpgradeStep,
            ("from", Display(definition, step.From)),
            ("to", Display(definition, step.To)),
            ("effort", step.Effort),
            ("trigger", step.Trigger),
            ("summary", definition.Level(step.To)?.Summary ?? "")) is { Length: > 0 } line ? line + "\n" : ""));
    }

    private static string Display(FrameworkDefinition definition, int level) => definition.Level(level)?.Display ?? level.ToString(CultureInfo.InvariantCulture);

    // "core-services" reads "Core services", "ci-cd" is an abbreviation.
    private static string Title(string category) => category.Length == 0 ? ""
        : Array.TrueForAll(category.Split('-'), static word => word.Length <= 2) ? category.ToUpperInvariant().Replace('-', '/')
        : char.ToUpperInvariant(category[0]) + category[1..].Replace('-', ' ');
}
