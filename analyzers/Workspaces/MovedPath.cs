namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>A file or folder that gets another path.</summary>
/// <param name="From">The old path, relative to the root, without a closing slash.</param>
/// <param name="To">The new one.</param>
public sealed record MovedPath(string From, string To)
{
    /// <summary>Where a path is afterwards; null when it does not move.</summary>
    public string? Moved(string path) => Follow(path, From, To);

    /// <summary>Where a path was before; null when it did not move.</summary>
    public string? Origin(string path) => Follow(path, To, From);

    private static string? Follow(string path, string from, string to) =>
        path == from ? to
        : path.Length > from.Length && path[from.Length] == '/' && path.StartsWith(from, StringComparison.Ordinal) ? to + path[from.Length..]
        : null;
}
