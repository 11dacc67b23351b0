namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>What a line does to fences.</summary>
internal enum FenceLineKind
{
    /// <summary>It opens or closes one.</summary>
    Fence,

    /// <summary>A heading at the first column, if it is outside.</summary>
    Heading,

    /// <summary>It ends the list item that an indented fence stands in, and the fence with it.</summary>
    Dedent,
}

/// <summary>A line that matters for the reading of fences, found in the raw text.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Line">Its zero-based number.</param>
/// <param name="Start">The offset of its marker.</param>
/// <param name="Length">The marker's length.</param>
/// <param name="Marker">The fence character.</param>
/// <param name="HasInfo">Whether text follows the marker.</param>
/// <param name="Indent">The blanks before the marker.</param>
/// <param name="IsInList">Whether it is indented inside a list.</param>
internal readonly record struct FenceLine(FenceLineKind Kind, int Line, int Start, int Length, char Marker, bool HasInfo, int Indent, bool IsInList)
{
    private const int CodeIndent = 4;

    /// <summary>Whether this line ends the fence that another line opened.</summary>
    public bool Closes(FenceLine opening) => Kind switch
    {
        FenceLineKind.Fence => !HasInfo && Marker == opening.Marker && Length >= opening.Length && Indent < opening.Indent + CodeIndent,
        FenceLineKind.Dedent => opening.IsInList,
        _ => false,
    };

    /// <summary>Whether this line looks like the opening of a fence inside the one that another line opened.</summary>
    public bool MayNestIn(FenceLine opening) => Kind == FenceLineKind.Fence && HasInfo && Marker == opening.Marker && Length >= opening.Length;

    /// <summary>Finds the lines from a line on; fences of block quotes are left out.</summary>
    public static List<FenceLine> Scan(SourceLines lines, int firstLine)
    {
        var found = new List<FenceLine>();
        var inList = false;
        var afterBlank = true;
        var mayDedent = false;
        for (var line = firstLine; line < lines.Count; line++)
        {
            var content = lines.Content(line);
            var indent = content.IndexOfAnyExcept(' ', '\t');
            if (indent < 0)
            {
                afterBlank = true;
                continue;
            }

            var rest = content[indent..];
            if (rest[0] is '`' or '~' && rest.Length > 2 && rest[1] == rest[0] && rest[2] == rest[0])
            {
                if (ReadFence(lines, line, indent, rest, inList) is { } fence && (indent < CodeIndent || inList))
                {
                    mayDedent = mayDedent || fence.IsInList;
                    found.Add(fence);
                }
            }
            else if (indent == 0 && IsHeading(rest))
            {
                found.Add(new FenceLine(FenceLineKind.Heading, line, lines.Start(line), 0, '#', HasInfo: false, 0, IsInList: false));
            }

            if (IsListItem(rest))
            {
                inList = true;
            }
            else if (indent == 0 && afterBlank)
            {
                inList = false;
            }

            if (indent < 2 && mayDedent)
            {
                mayDedent = false;
                InsertDedent(found, lines, line);
            }

            afterBlank = false;
        }

        return found;
    }

    // The dedent comes before what the same line opens.
    private static void InsertDedent(List<FenceLine> found, SourceLines lines, int line)
    {
        var dedent = new FenceLine(FenceLineKind.Dedent, line, lines.Start(line), 0, ' ', HasInfo: false, 0, IsInList: false);
        found.Insert(found.Count > 0 && found[^1].Line == line ? found.Count - 1 : found.Count, dedent);
    }

    private static FenceLine? ReadFence(SourceLines lines, int line, int indent, ReadOnlySpan<char> rest, bool inList)
    {
        var length = rest.IndexOfAnyExcept(rest[0]);
        length = length < 0 ? rest.Length : length;
        var info = rest[length..];

        // Backticks behind a backtick marker make it inline code.
        return rest[0] == '`' && info.Contains('`')
            ? null
            : new FenceLine(FenceLineKind.Fence, line, lines.Start(line) + indent, length, rest[0], !info.IsWhiteSpace(), indent, inList && indent >= 2);
    }

    private static bool IsHeading(ReadOnlySpan<char> rest)
    {
        var level = rest.IndexOfAnyExcept('#');
        return level is > 0 and <= 6 && rest[level] == ' ';
    }

    private static bool IsListItem(ReadOnlySpan<char> rest)
    {
        if (rest[0] is '-' or '*' or '+')
        {
            return rest.Length > 1 && rest[1] is ' ' or '\t';
        }

        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 10 && digits + 1 < rest.Length && rest[digits] is '.' or ')' && rest[digits + 1] is ' ' or '\t';
    }
}
