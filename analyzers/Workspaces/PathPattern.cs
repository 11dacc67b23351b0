namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>
/// A pattern of paths with forward slashes: segments with wildcards (<see cref="SegmentGlob"/>) and <c>**</c> for any number of folders.
/// Matching returns to the last star only, so that no pattern makes it slower than the product of the two lengths.
/// </summary>
public sealed class PathPattern
{
    private const string AnyFolders = "**";

    /// <summary>Deeper paths get their segments on the heap instead of the stack.</summary>
    private const int UsualDepth = 64;

    private readonly string[] _segments;

    private PathPattern(string[] segments) => _segments = segments;

    /// <summary>A pattern that holds from the folder on that paths are relative to.</summary>
    public static PathPattern From(string pattern) => new(pattern.Split('/'));

    /// <summary>A pattern of names that holds in every folder.</summary>
    public static PathPattern Anywhere(string name) => new([AnyFolders, name]);

    /// <summary>Whether a relative path matches. A closing <c>**</c> stands for at least one segment.</summary>
    public bool IsMatch(ReadOnlySpan<char> path)
    {
        var count = path.Count('/') + 1;
        var segments = count <= UsualDepth ? stackalloc Range[UsualDepth] : new Range[count];
        return IsMatch(path, segments[..path.Split(segments, '/')]);
    }

    private bool IsMatch(ReadOnlySpan<char> path, ReadOnlySpan<Range> segments)
    {
        var (at, index) = (0, 0);
        var (star, starIndex) = (-1, 0);
        while (index < segments.Length)
        {
            if (at < _segments.Length && _segments[at] == AnyFolders)
            {
                if (at == _segments.Length - 1)
                {
                    return true;
                }

                (star, starIndex) = (at++, index);
            }
            else if (at < _segments.Length && SegmentGlob.IsMatch(_segments[at], path[segments[index]]))
            {
                (at, index) = (at + 1, index + 1);
            }
            else if (star >= 0)
            {
                (at, index) = (star + 1, ++starIndex);
            }
            else
            {
                return false;
            }
        }

        return at == _segments.Length;
    }
}
