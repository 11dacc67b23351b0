using FrameworkLsp.Analyzers.Documents.Values;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Finds the shares ("7/8") that a document states outside code.</summary>
internal static class ShareLines
{
    /// <summary>The shares in order, each with the offset of the line that its places count from.</summary>
    public static IEnumerable<(ShareToken Share, int Start)> In(BoundDocument document)
    {
        var text = document.Outline.Text;
        for (var slash = text.IndexOf('/', StringComparison.Ordinal); slash >= 0;)
        {
            var start = text.LastIndexOfAny(['\n', '\r'], slash) + 1;
            var end = text.AsSpan(slash).IndexOfAny('\n', '\r') is var rest and >= 0 ? slash + rest : text.Length;
            if (HasShare(text, slash, end) && document.Outline.FenceAt(slash) is null)
            {
                foreach (var share in ShareReader.FindAll(text[start..end]))
                {
                    yield return (share, start);
                }
            }

            slash = end < text.Length ? text.IndexOf('/', end) : -1;
        }
    }

    // Nearly all slashes stand in paths and addresses; those lines are not copied.
    private static bool HasShare(string text, int slash, int end)
    {
        for (; slash >= 0 && slash < end; slash = text.IndexOf('/', slash + 1, end - slash - 1))
        {
            if (slash > 0 && slash + 1 < end && (char.IsAsciiDigit(text[slash - 1]) || text[slash - 1] == ' ') && (char.IsAsciiDigit(text[slash + 1]) || text[slash + 1] == ' '))
            {
                return true;
            }
        }

        return false;
    }
}
