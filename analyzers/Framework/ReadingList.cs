namespace FrameworkLsp.Analyzers.Framework;

/// <summary>What is read at the stages and sub-stages of the workflow, conditional on level and modules.</summary>
public static class ReadingList
{
    /// <summary>The paths that sub-stages read, from the root of the framework, each once.</summary>
    public static IEnumerable<string> Of(FrameworkDefinition definition, IEnumerable<SubStage> subStages) =>
        subStages.SelectMany(static subStage => subStage.Reads).Select(path => Rooted(definition, path)).Distinct(StringComparer.Ordinal);

    /// <summary>A path from the root of the framework: the tables of the workflow leave the first folder out.</summary>
    public static string Rooted(FrameworkDefinition definition, string path)
    {
        var folder = definition.Navigation.PathPrefixes.FirstOrDefault("");
        return folder.Length == 0 || path.StartsWith(folder, StringComparison.Ordinal) || !path.Contains('/', StringComparison.Ordinal) ? path : folder + path;
    }
}
