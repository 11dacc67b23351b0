using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Features.Hover;

/// <summary>What the workflow says of levels and modules.</summary>
internal static class WorkflowHovers
{
    /// <summary>A level with its features and threshold.</summary>
    public static string Level(FrameworkDefinition framework, MaturityLevel level)
    {
        var writer = new HoverWriter()
            .Title(level.Display, "maturity level")
            .Paragraph(Sentence(level.Goal))
            .Paragraph(Sentence(level.Summary))
            .Line("Lowest test coverage", $"{level.CoverageThreshold:0.##}%")
            .Line("Generation time without modules", Minutes(level))
            .Line("Typical use", level.Uses)
            .Line("Next level", framework.UpgradeSteps.Where(step => step.From == level.Number).Select(step => $"{step.To} ({step.Effort}; when {step.Trigger})"))
            .Gap();
        Features(writer, level.Number == LowestLevel(framework) ? "Features" : "Adds", framework.Features.Where(feature => feature.MinLevel == level.Number));
        Features(writer, "Has from lower levels", framework.Features.Where(feature => feature.MinLevel < level.Number));
        return writer.ToString();
    }

    /// <summary>The levels, for a field without a level.</summary>
    public static string Levels(FrameworkDefinition framework, FieldDefinition field)
    {
        var writer = new HoverWriter().Title(field.Name, "one of these levels");
        foreach (var level in framework.Levels)
        {
            writer.Line($"`{level.Display}`", $"{level.Summary} (coverage at least {level.CoverageThreshold:0.##}%)");
        }

        return writer.ToString();
    }

    /// <summary>A module with what it needs and brings.</summary>
    public static string Module(FrameworkDefinition framework, OptionalModule module) => new HoverWriter()
        .Title(module.Name, "optional module")
        .Line("Built with", module.Technology)
        .Line("Requires", Names(framework, module.Requires))
        .Line("Adds automatically", Names(framework, module.AutoIncludes))
        .Line("Goes well with", Names(framework, module.Recommends))
        .Line("Comes with", Names(framework, module.ImpliedBy))
        .Line("Phase", module.Phase is { } number ? PhaseName(framework, number) : "")
        .Line("Sub-stages", module.SubStages.Select(id => framework.SubStages.FirstOrDefault(stage => stage.Id == id) is { } stage ? $"{id} {stage.Name}" : id))
        .ToString();

    /// <summary>The modules, for a field without one under the cursor.</summary>
    public static string Modules(FrameworkDefinition framework, FieldDefinition field)
    {
        var writer = new HoverWriter().Title(field.Name, "any of these modules, or none");
        foreach (var module in framework.Modules.Items)
        {
            var requires = module.Requires.IsEmpty ? "" : $"; requires {string.Join(", ", Names(framework, module.Requires))}";
            writer.Line($"`{module.Name}`", module.Technology + requires);
        }

        return writer.ToString();
    }

    /// <summary>A feature with the level that brings it.</summary>
    public static string Feature(FrameworkDefinition framework, Feature feature) => new HoverWriter()
        .Title(feature.Name, $"feature, from level {feature.MinLevel}")
        .Line("Level", framework.Level(feature.MinLevel)?.Display ?? "")
        .Line("Category", feature.Category)
        .Line("Must be built", feature.IsMandatory ? $"from level {feature.RequiredFrom}" : "")
        .Line("Sources disagree", feature.IsContested ? (feature.ContestedNote.Length > 0 ? feature.ContestedNote : "on the level") : "")
        .Line("Seen by", feature.Artefacts.Select(static path => $"`{path}`"))
        .Line("Also called", feature.Aliases)
        .ToString();

    /// <summary>A check of a verification.</summary>
    public static string Check(FrameworkDefinition framework, VerificationCheck check) => new HoverWriter()
        .Title(check.Name, check.Presence == Presence.Required ? "check" : "check of the extended form")
        .Line("Command", check.Command.Length == 0 ? "" : $"`{check.Command}`")
        .Line("Passes with", Expected(framework, check))
        .Line("Needed", ReadingList.Describe(framework, check.When))
        .Line("Retries", check.MaxRetries is { } retries ? $"at most {retries}, then it is escalated" : "")
        .Line("May be skipped", check.IsMandatory ? "no" : "yes")
        .Line("Also called", check.Aliases)
        .ToString();

    /// <summary>A measured coverage beside the threshold of the level.</summary>
    public static string Coverage(FrameworkDefinition framework, double value, MaturityLevel? level)
    {
        var writer = new HoverWriter().Title($"{value:0.##}%", "test coverage");
        if (level is null)
        {
            writer.Line("Thresholds", framework.Levels.Select(static entry => $"{entry.Display} {entry.CoverageThreshold:0.##}%"));
            return writer.ToString();
        }

        var missing = level.CoverageThreshold - value;
        return writer
            .Line("Threshold", $"{level.CoverageThreshold:0.##}% at level {level.Display}")
            .Line("Verdict", missing <= 0 ? $"met, {-missing:0.##} points above" : $"not met, {missing:0.##} points below")
            .Line("Would be enough for", missing <= 0 ? "" : framework.Levels.LastOrDefault(other => other.CoverageThreshold <= value)?.Display ?? "no level")
            .ToString();
    }

    /// <summary>The number and name of a phase.</summary>
    public static string PhaseName(FrameworkDefinition framework, int number) =>
        framework.Phases.FirstOrDefault(phase => phase.Number == number) is { } phase ? $"{number} {phase.Name}" : $"{number}";

    // An expectation in the terms of each level where it depends on it.
    private static string Expected(FrameworkDefinition framework, VerificationCheck check) => check.Expected.Contains('{', StringComparison.Ordinal)
        ? string.Join("; ", framework.Levels.Select(level => CheckInsertion.Expected(check, level)))
        : check.Expected;

    private static void Features(HoverWriter writer, string title, IEnumerable<Feature> features)
    {
        var groups = features.GroupBy(static feature => feature.Category, StringComparer.Ordinal).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        writer.Paragraph($"*{title}*");
        foreach (var group in groups)
        {
            writer.Line(group.Key.Length == 0 ? "Other" : group.Key, group.Select(static feature => feature.Name + (feature.IsContested ? " (sources disagree on the level)" : "")));
        }

        writer.Gap();
    }

    private static IEnumerable<string> Names(FrameworkDefinition framework, IEnumerable<string> ids) => ids.Select(id => framework.Module(id)?.Name ?? id);

    private static int LowestLevel(FrameworkDefinition framework) => framework.Levels.Min(static level => level.Number);

    private static string Minutes(MaturityLevel level) =>
        level.UpperBaseMinutes <= 0 ? "" : level.BaseMinutes == level.UpperBaseMinutes ? $"{level.BaseMinutes:0.##} min" : $"{level.BaseMinutes:0.##}-{level.UpperBaseMinutes:0.##} min";

    private static string Sentence(string text) =>
        text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..] + (char.IsPunctuation(text[^1]) ? "" : ".");
}
