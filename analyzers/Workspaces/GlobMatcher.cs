using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>
/// Matches paths relative to a folder against globs (<c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>**</c>); a glob without a slash matches at any
/// depth, one that ends in a slash matches everything in the folder.
/// </summary>
public sealed class GlobMatcher
{
    private readonly ImmutableArray<PathPattern> _patterns;

    /// <summary>Makes a matcher of globs; without globs it matches nothing.</summary>
    public GlobMatcher(ImmutableArray<string> globs) =>
        _patterns = globs.IsDefaultOrEmpty ? [] : [.. globs.Select(Parse)];

    /// <summary>Whether the path matches one of the globs.</summary>
    public bool IsMatch(string path)
    {
        foreach (var pattern in _patterns)
        {
            if (pattern.IsMatch(path))
            {
                return true;
            }
        }

        return false;
    }

    private static PathPattern Parse(string glob)
    {
        var trimmed = glob.StartsWith("./", StringComparison.Ordinal) ? glob[2..] : glob.TrimStart('/');
        return trimmed.EndsWith('/') ? PathPattern.From(trimmed + "**")
            : trimmed.Contains('/') ? PathPattern.From(trimmed)
            : PathPattern.Anywhere(trimmed);
    }
}
