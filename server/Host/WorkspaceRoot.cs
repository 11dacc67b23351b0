using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Server.Host;

/// <summary>The root folder of a workspace, and the way between absolute paths and paths relative to it.</summary>
internal sealed record WorkspaceRoot
{
    /// <summary>Makes a root of an absolute path.</summary>
    public WorkspaceRoot(string fullPath) => FullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(fullPath));

    /// <summary>The absolute path, without a closing separator unless it is the root of a drive.</summary>
    public string FullPath { get; }

    private string Prefix => Path.EndsInDirectorySeparator(FullPath) ? FullPath : FullPath + Path.DirectorySeparatorChar;

    /// <summary>
    /// The root for a file or folder: the nearest folder at or above it with <c>.git</c>. Without one it is the current folder when that
    /// holds the path, else the path's own folder (decisions 4); or the nearest folder above that one with a configuration file, whose
    /// globs are relative to it.
    /// </summary>
    public static WorkspaceRoot For(string fullPath, string currentDirectory)
    {
        var folder = Directory.Exists(fullPath) ? fullPath : Path.GetDirectoryName(fullPath) ?? fullPath;

        // A work tree of git has a file of that name instead of a folder.
        if (NearestWith(folder, ".git") is { } repository)
        {
            return new WorkspaceRoot(repository);
        }

        var start = new WorkspaceRoot(currentDirectory).Contains(folder) ? currentDirectory : folder;
        return new WorkspaceRoot(NearestWith(start, ConfigurationReader.FileName) ?? start);
    }

    /// <summary>Whether an absolute path is the root or below it, going by its text.</summary>
    public bool Contains(string fullPath) =>
        fullPath.StartsWith(Prefix, StringComparison.Ordinal) || string.Equals(fullPath, FullPath, StringComparison.Ordinal);

    /// <summary>The path relative to the root with forward slashes; empty for the root, starting with <c>../</c> for what is outside.</summary>
    public string Relative(string fullPath)
    {
        if (string.Equals(fullPath, FullPath, StringComparison.Ordinal))
        {
            return "";
        }

        var relative = Contains(fullPath) ? fullPath[Prefix.Length..] : Path.GetRelativePath(FullPath, fullPath);
        return Path.DirectorySeparatorChar == '/' ? relative : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The absolute path of a path relative to the root.</summary>
    public string Full(string relativePath) => relativePath.Length == 0 ? FullPath : Path.GetFullPath(Path.Combine(FullPath, relativePath));

    private static string? NearestWith(string folder, string name)
    {
        for (var candidate = folder; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            if (Path.Exists(Path.Combine(candidate, name)))
            {
                return candidate;
            }
        }

        return null;
    }
}
