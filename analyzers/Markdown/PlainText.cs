using System.Buffers;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Reads a piece of inline Markdown as a reader sees it.</summary>
public static class PlainText
{
    private const int MaximumReused = 2048;

    private static readonly SearchValues<char> Special = SearchValues.Create("*_~`[<\\&");

    // One scan a thread is enough, and its buffers are most of the cost.
    [ThreadStatic]
    private static PlainTextScan? _reused;

    /// <summary>
    /// The text without emphasis marks, code ticks, link targets and comments; entities and backslash escapes are resolved
    /// (so <c>\|</c> is a pipe) and <c>&lt;br&gt;</c> is a line feed. Other tags stay: they may be placeholders.
    /// </summary>
    public static string Of(string raw)
    {
        if (!raw.AsSpan().ContainsAny(Special))
        {
            return raw;
        }

        if (raw.Length > MaximumReused)
        {
            return new PlainTextScan().Run(raw);
        }

        _reused ??= new PlainTextScan();
        return _reused.Run(raw);
    }
}
