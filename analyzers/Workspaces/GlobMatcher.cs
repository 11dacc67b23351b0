using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>Matches paths relative to a folder against globs (<c>*</c>, <c>**</c>); a glob without a slash matches at any depth.</summary>
public sealed class GlobMatcher
{
    private readonly Matcher? _matcher;

    /// <summary>Makes a matcher of globs; without globs it matches nothing.</summary>
    public GlobMatcher(ImmutableArray<string> globs)
    {
        if (globs.IsDefaultOrEmpty)
        {
            return;
        }

        _matcher = new Matcher(StringComparison.Ordinal);
        foreach (var glob in globs)
        {
            _matcher.AddInclude(Normalize(glob));
        }
    }

    /// <summary>Whether the path matches one of the globs.</summary>
    public bool IsMatch(string path) => _matcher is not null && _matcher.Match(path).HasMatches;

    private static string Normalize(string glob)
    {
        var trimmed = glob.StartsWith("./", StringComparison.Ordinal) ? glob[2..] : glob.TrimStart('/');
        var anywhere = trimmed.Contains('/', StringComparison.Ordinal) ? trimmed : "**/" + trimmed;
        return anywhere.EndsWith('/') ? anywhere + "**" : anywhere;
    }
}
