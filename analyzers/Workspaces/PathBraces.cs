namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>Expands braces in paths (catalogue 1.12): <c>src/{api,worker}/main.py</c> names two files.</summary>
internal static class PathBraces
{
    private const int MostAlternatives = 16;

    /// <summary>The paths that a written one names; itself when it has no braces. A placeholder in braces (<c>{name}</c>) is a wildcard.</summary>
    public static IReadOnlyList<string> Expand(string path)
    {
        var paths = new List<string> { path };
        while (paths.Count <= MostAlternatives && paths.FindIndex(static candidate => candidate.Contains('{', StringComparison.Ordinal)) is var index and >= 0)
        {
            var current = paths[index];
            var open = current.IndexOf('{', StringComparison.Ordinal);
            var close = current.IndexOf('}', open);
            if (close < 0)
            {
                return [current.Replace("{", "*", StringComparison.Ordinal)];
            }

            var choices = current[(open + 1)..close].Split(',');
            paths.RemoveAt(index);
            paths.InsertRange(index, choices.Length == 1 ? [current[..open] + "*" + current[(close + 1)..]] : choices.Select(choice => current[..open] + choice.Trim() + current[(close + 1)..]));
        }

        return paths;
    }
}
