using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>A document to read.</summary>
/// <param name="Path">Path or glob from the root of the framework.</param>
/// <param name="Note">Why or when: <c>mandatory</c>, a condition in words; empty when nothing is to be said.</param>
public sealed record ReadingEntry(string Path, string Note);

/// <summary>What is read at a stage, phase or sub-stage.</summary>
/// <param name="Stage">The stage or sub-stage, for example <c>4.3</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Items">What is read, in order, each once.</param>
/// <param name="Success">When it is done; may be empty.</param>
public sealed record StageReading(string Stage, string Name, ImmutableArray<ReadingEntry> Items, string Success);

/// <summary>What is read at the stages and sub-stages of the workflow, conditional on level and modules.</summary>
public static class ReadingList
{
    private const string Mandatory = "mandatory";

    /// <summary>The paths that sub-stages read, from the root of the framework, each once.</summary>
    public static IEnumerable<string> Of(FrameworkDefinition definition, IEnumerable<SubStage> subStages) =>
        subStages.SelectMany(static subStage => subStage.Reads).Select(path => Rooted(definition, path)).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// What is read at a stage, or at a sub-stage with those that refine it (<c>4.3</c> with <c>4.3b</c>). The reading list of the stage comes
    /// before the row of the navigation matrix. An unknown stage reads nothing.
    /// </summary>
    /// <param name="definition">The definition.</param>
    /// <param name="stage">The stage or sub-stage.</param>
    /// <param name="level">The number of the level; null when it is not known, so that nothing that depends on it is read.</param>
    /// <param name="modules">Ids of the declared modules.</param>
    public static StageReading For(FrameworkDefinition definition, string stage, int? level, IReadOnlyCollection<string> modules)
    {
        var own = definition.Stages.FirstOrDefault(candidate => candidate.Id == stage);
        var row = definition.Navigation.Rows.FirstOrDefault(candidate => candidate.Stage == stage);
        var exact = definition.SubStages.FirstOrDefault(candidate => candidate.Id == stage);
        var subStages = exact is null
            ? own is null || row is not null ? [] : [.. definition.SubStages.Where(sub => sub.Id.StartsWith(stage + ".", StringComparison.Ordinal))]
            : Refined(definition, stage);
        var items = new List<ReadingEntry>();
        foreach (var item in own?.Reads ?? [])
        {
            if (item.When.Holds(level, modules))
            {
                items.Add(new ReadingEntry(item.Path, item.IsMandatory ? Mandatory : item.WhenText.Length > 0 ? "when " + item.WhenText : ""));
            }
        }

        // The matrix names folders for a sub-stage whose own list names the files; a stage has no other list.
        items.AddRange(Conditional(definition, subStages, level, modules));
        if (exact is null)
        {
            items.AddRange((row?.Reads ?? []).Where(path => !items.Exists(item => item.Path == path || item.Path.EndsWith("/" + path, StringComparison.Ordinal))).Select(path => new ReadingEntry(Rooted(definition, path), "")));
        }

        return new StageReading(stage, own?.Name ?? exact?.Name ?? row?.Phase ?? "", [.. items.DistinctBy(static item => item.Path)], own?.Success ?? exact?.Success ?? row?.Success ?? "");
    }

    /// <summary>What is read for a phase of a plan.</summary>
    public static StageReading ForPhase(FrameworkDefinition definition, Phase phase, int? level, IReadOnlyCollection<string> modules) =>
        For(definition, phase.SubStage, level, modules) with { Name = phase.Name, Success = phase.Success };

    /// <summary>The sub-stages of a phase: the one it stands for and those that refine it.</summary>
    public static IEnumerable<SubStage> SubStages(FrameworkDefinition definition, Phase phase) => Refined(definition, phase.SubStage);

    /// <summary>Whether the workflow has a stage or sub-stage with this id.</summary>
    public static bool Exists(FrameworkDefinition definition, string stage) =>
        definition.Stages.Any(candidate => candidate.Id == stage) || definition.SubStages.Any(candidate => candidate.Id == stage) || definition.Navigation.Rows.Any(row => row.Stage == stage);

    /// <summary>A path from the root of the framework: the tables of the workflow leave the first folder out.</summary>
    public static string Rooted(FrameworkDefinition definition, string path)
    {
        var folder = definition.Navigation.PathPrefixes.FirstOrDefault("");
        return folder.Length == 0 || path.StartsWith(folder, StringComparison.Ordinal) || !path.Contains('/', StringComparison.Ordinal) ? path : folder + path;
    }

    private static IEnumerable<ReadingEntry> Conditional(FrameworkDefinition definition, IEnumerable<SubStage> subStages, int? level, IReadOnlyCollection<string> modules)
    {
        foreach (var subStage in subStages.Where(subStage => subStage.When.Holds(level, modules)))
        {
            foreach (var path in subStage.Reads)
            {
                yield return new ReadingEntry(Rooted(definition, path), Describe(definition, subStage.When));
            }
        }
    }

    /// <summary>A condition in words; empty when it always holds.</summary>
    public static string Describe(FrameworkDefinition definition, Condition condition)
    {
        var level = condition.MinLevel is { } number ? $"from level {number.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "";
        var module = condition.Module is { } id ? $"with {definition.Module(id)?.Name ?? id}" : "";
        return level.Length > 0 && module.Length > 0 ? $"{level}, {module}" : level + module;
    }

    // "4.3" is refined by "4.3b" and "4.3c", "4.3b" by none.
    private static IEnumerable<SubStage> Refined(FrameworkDefinition definition, string id) =>
        definition.SubStages.Where(sub => sub.Id == id || (sub.Id.Length == id.Length + 1 && char.IsAsciiDigit(id[^1]) && char.IsAsciiLetterLower(sub.Id[^1]) && sub.Id.StartsWith(id, StringComparison.Ordinal)));
}
