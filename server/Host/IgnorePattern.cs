using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Server.Host;

/// <summary>A line of a <c>.gitignore</c> file.</summary>
/// <param name="Pattern">The pattern, for paths relative to the folder of the file.</param>
/// <param name="IsFolderOnly">Whether it holds for folders only.</param>
/// <param name="IsNegated">Whether a match takes the path back in.</param>
internal sealed record IgnorePattern(PathPattern Pattern, bool IsFolderOnly, bool IsNegated)
{
    /// <summary>Reads a line; null for blank lines and comments.</summary>
    public static IgnorePattern? Parse(string line)
    {
        var text = TrimTrailingBlanks(line.AsSpan().TrimEnd('\r'));
        if (text.IsEmpty || text[0] == '#')
        {
            return null;
        }

        var isNegated = text[0] == '!';
        text = isNegated ? text[1..] : text;
        var isFolderOnly = text.EndsWith('/');
        text = isFolderOnly ? text[..^1] : text;
        if (text.IsEmpty)
        {
            return null;
        }

        // A slash at the start or in the middle ties the pattern to the folder of the file; without one it holds at any depth.
        var pattern = text.Contains('/') ? PathPattern.From(text.TrimStart('/').ToString()) : PathPattern.Anywhere(text.ToString());
        return new IgnorePattern(pattern, isFolderOnly, isNegated);
    }

    /// <summary>Whether a path, relative to the folder of the ignore file, matches.</summary>
    public bool IsMatch(ReadOnlySpan<char> path, bool isFolder) => (isFolder || !IsFolderOnly) && Pattern.IsMatch(path);

    private static ReadOnlySpan<char> TrimTrailingBlanks(ReadOnlySpan<char> text)
    {
        while (text.EndsWith(' ') && !(text.Length > 1 && text[^2] == '\\'))
        {
            text = text[..^1];
        }

        return text;
    }
}
