namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Reads Markdown: text to outline. Pure, thread-safe, and never fails on any text.</summary>
public static class MarkdownParser
{
    /// <summary>Parses a text (without byte order mark). Any text has an outline; only cancellation throws.</summary>
    public static MarkdownOutline Parse(string text, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lines = new SourceLines(text);
        var parsed = text.Replace('\0', '\uFFFD');
        return new OutlineBuilder(lines, parsed, bodyStart: 0, cancellationToken).Build([]);
    }
}
