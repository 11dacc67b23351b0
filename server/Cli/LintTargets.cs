using System.Buffers;
using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;

namespace FrameworkLsp.Server.Cli;

/// <summary>The files asked for in one workspace.</summary>
/// <param name="Root">The workspace's root.</param>
/// <param name="Files">Files, relative to the root.</param>
/// <param name="Folders">Folders, relative to the root; empty text for the root itself.</param>
/// <param name="Globs">Globs with what they are called in messages.</param>
internal sealed record LintTarget(WorkspaceRoot Root, ImmutableHashSet<string> Files, ImmutableArray<string> Folders, ImmutableArray<GlobTarget> Globs)
{
    /// <summary>Whether a file is asked for.</summary>
    public bool Includes(string path) =>
        Files.Contains(path)
        || Folders.Any(folder => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal))
        || Globs.Any(glob => glob.IsMatch(path));
}

/// <summary>A glob asked for.</summary>
/// <param name="Written">As it was written.</param>
/// <param name="Folder">The folder it starts from, relative to the root.</param>
/// <param name="Pattern">The rest.</param>
internal sealed record GlobTarget(string Written, string Folder, PathPattern Pattern)
{
    /// <summary>Whether a file matches.</summary>
    public bool IsMatch(string path) =>
        Folder.Length == 0 ? Pattern.IsMatch(path) : path.StartsWith(Folder + "/", StringComparison.Ordinal) && Pattern.IsMatch(path.AsSpan(Folder.Length + 1));
}

/// <summary>Sorts the paths of a command line into workspaces.</summary>
internal static class LintTargets
{
    private static readonly SearchValues<char> _wildcards = SearchValues.Create("*?[");

    /// <summary>The workspaces with what is asked for in each, in the order of the paths.</summary>
    /// <param name="paths">The paths as they were written.</param>
    /// <param name="currentDirectory">The folder they are relative to.</param>
    /// <param name="standardInput">The absolute path of the file that standard input stands for, which need not exist; or null.</param>
    /// <exception cref="UsageException">A path does not exist.</exception>
    public static ImmutableArray<LintTarget> Resolve(IEnumerable<string> paths, string currentDirectory, string? standardInput)
    {
        var targets = new List<LintTarget>();
        foreach (var path in paths)
        {
            // An empty path comes from an empty variable of a script, and would mean the current folder.
            if (path.Length == 0 || path.Contains('\0'))
            {
                throw new UsageException($"\"{path}\" is no path");
            }

            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(currentDirectory, path)));
            if (Directory.Exists(full))
            {
                Add(full, static (target, relative) => target with { Folders = target.Folders.Add(relative) });
            }
            else if (File.Exists(full))
            {
                Add(full, static (target, relative) => target with { Files = target.Files.Add(relative) });
            }
            else if (path.AsSpan().ContainsAny(_wildcards))
            {
                var (folder, pattern) = SplitGlob(path, currentDirectory);
                Add(folder, (target, relative) => target with { Globs = target.Globs.Add(new GlobTarget(path, relative, PathPattern.From(pattern))) });
            }
            else
            {
                throw new UsageException($"\"{path}\" does not exist");
            }
        }

        if (standardInput is not null)
        {
            Add(standardInput, static (target, relative) => target with { Files = target.Files.Add(relative) });
        }

        return [.. targets];

        void Add(string full, Func<LintTarget, string, LintTarget> add)
        {
            var root = WorkspaceRoot.For(full, currentDirectory);
            var index = targets.FindIndex(target => target.Root == root);
            if (index < 0)
            {
                (index, var target) = (targets.Count, new LintTarget(root, ImmutableHashSet.Create<string>(StringComparer.Ordinal), [], []));
                targets.Add(target);
            }

            targets[index] = add(targets[index], root.Relative(full));
        }
    }

    /// <summary>The folder before the first segment with a wildcard, and the glob from there.</summary>
    private static (string Folder, string Pattern) SplitGlob(string glob, string currentDirectory)
    {
        var segments = glob.Replace(Path.DirectorySeparatorChar, '/').Split('/');
        var first = Array.FindIndex(segments, static segment => segment.AsSpan().ContainsAny(_wildcards));
        var head = string.Concat(segments.Take(first).Select(static segment => segment + "/"));
        var folder = Path.GetFullPath(Path.Combine(currentDirectory, head));
        return Directory.Exists(folder)
            ? (Path.TrimEndingDirectorySeparator(folder), string.Join('/', segments[first..]))
            : throw new UsageException($"\"{glob}\" matches nothing: the folder \"{head}\" does not exist");
    }
}
