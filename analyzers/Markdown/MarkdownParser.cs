namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Reads Markdown: text to outline. Pure, thread-safe, and never fails on any text.</summary>
public static class MarkdownParser
{
    /// <summary>Parses a text (without byte order mark). Any text has an outline; only cancellation throws.</summary>
    public static MarkdownOutline Parse(string text, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lines = new SourceLines(text);

        // Markdig reads a text of the same length in which what it must not see is painted over, so that all offsets stay true.
        var parsed = text.Replace('\0', '\uFFFD');
        var block = FrontMatterBlock.Find(lines);
        if (block is null)
        {
            var found = NestedFenceRecovery.Recover(lines, 0, ref parsed);
            return new OutlineBuilder(lines, parsed, bodyStart: 0, cancellationToken).Build([]) with { NestedFences = found };
        }

        parsed = Blanked(parsed, block.Span.End);
        var (frontMatter, fields) = FrontMatterReader.Read(text, block);
        var nested = NestedFenceRecovery.Recover(lines, lines.LineAt(block.BodyStart), ref parsed);
        return new OutlineBuilder(lines, parsed, block.BodyStart, cancellationToken).Build(fields) with { FrontMatter = frontMatter, NestedFences = nested };
    }

    private static string Blanked(string text, int end) => string.Create(text.Length, (text, end), static (target, state) =>
    {
        state.text.CopyTo(target);
        foreach (ref var character in target[..state.end])
        {
            character = character is '\r' or '\n' ? character : ' ';
        }
    });
}
