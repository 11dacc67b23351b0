using System.Collections.Immutable;

namespace FrameworkLsp.Server.Host;

/// <summary>
/// The ignore files that hold for a folder: its own <c>.gitignore</c> and, through <see cref="_outer"/>, those of the folders above it up
/// to the root, whose <c>.git/info/exclude</c> comes last. The innermost file that says anything about a path decides.
/// </summary>
internal sealed class IgnoreScope
{
    private readonly IgnoreScope? _outer;
    private readonly int _start;
    private readonly ImmutableArray<IgnorePattern> _patterns;

    private IgnoreScope(IgnoreScope? outer, string folder, ImmutableArray<IgnorePattern> patterns)
    {
        _outer = outer;
        _start = folder.Length == 0 ? 0 : folder.Length + 1;
        _patterns = patterns;
    }

    /// <summary>The scope in which nothing is ignored.</summary>
    public static IgnoreScope Nothing { get; } = new(null, "", []);

    /// <summary>The scope of a workspace root.</summary>
    public static IgnoreScope OfRoot(string root)
    {
        var exclude = Path.Combine(root, ".git", "info", "exclude");
        return (File.Exists(exclude) ? Nothing.With(exclude, "") : Nothing).Enter(root, "");
    }

    /// <summary>The scope of a folder inside this scope's folder.</summary>
    /// <param name="fullPath">The absolute path.</param>
    /// <param name="folder">The path relative to the root; empty for the root.</param>
    public IgnoreScope Enter(string fullPath, string folder)
    {
        var file = Path.Combine(fullPath, ".gitignore");
        return File.Exists(file) ? With(file, folder) : this;
    }

    /// <summary>Whether a path is ignored, its folders being none.</summary>
    /// <param name="path">The path relative to the root, inside this scope's folder.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool IsIgnored(ReadOnlySpan<char> path, bool isFolder)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            var relative = path[scope._start..];
            for (var index = scope._patterns.Length - 1; index >= 0; index--)
            {
                if (scope._patterns[index].IsMatch(relative, isFolder))
                {
                    return !scope._patterns[index].IsNegated;
                }
            }
        }

        return false;
    }

    private IgnoreScope With(string file, string folder)
    {
        try
        {
            // Reading as UTF-8 drops a byte order mark, as git does.
            ImmutableArray<IgnorePattern> patterns = [.. File.ReadLines(file).Select(IgnorePattern.Parse).OfType<IgnorePattern>()];
            return patterns.IsEmpty ? this : new IgnoreScope(this, folder, patterns);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file that cannot be read ignores nothing: looking at too much is better than at nothing.
            return this;
        }
    }
}
