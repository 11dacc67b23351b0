using System.Collections.Immutable;

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
        var parsed = WithLineFeeds(text.Replace('\0', '\uFFFD'));
        if (FrontMatterBlock.Find(lines) is not { } block)
        {
            return ParseBody(lines, parsed, 0, [], cancellationToken);
        }

        var (frontMatter, fields) = FrontMatterReader.Read(text, block);
        return ParseBody(lines, Blanked(parsed, block.Span.End), block.BodyStart, fields, cancellationToken) with { FrontMatter = frontMatter };
    }

    private static MarkdownOutline ParseBody(SourceLines lines, string parsed, int bodyStart, ImmutableArray<Field> leadingFields, CancellationToken cancellationToken)
    {
        var recovered = parsed;
        var nested = NestedFenceRecovery.Recover(lines, lines.LineAt(bodyStart), ref recovered);
        var outline = new OutlineBuilder(lines, recovered, bodyStart, cancellationToken).Build(leadingFields) with { NestedFences = nested };

        // The recovery sees lines only. When a fence it built on stands in a comment or a quote after all, nothing is recovered.
        return nested.All(fence => IsFence(outline, fence)) ? outline : new OutlineBuilder(lines, parsed, bodyStart, cancellationToken).Build(leadingFields);
    }

    private static bool IsFence(MarkdownOutline outline, NestedFence nested) =>
        outline.FenceAt(nested.OuterOpening.Start) is { } fence && fence.OpeningSpan.Start == nested.OuterOpening.Start && fence.ClosingSpan?.Start == nested.OuterClosing.Start;

    // With other line ends Markdig reads wrapped code and definitions differently. A blank at the end of a line changes nothing.
    private static string WithLineFeeds(string text) => !text.Contains('\r') ? text : string.Create(text.Length, text, static (target, source) =>
    {
        source.CopyTo(target);
        for (var index = target.IndexOf('\r'); index >= 0; index = NextReturn(target, index))
        {
            target[index] = index + 1 < target.Length && target[index + 1] == '\n' ? ' ' : '\n';
        }
    });

    private static int NextReturn(ReadOnlySpan<char> text, int index)
    {
        var found = text[(index + 1)..].IndexOf('\r');
        return found < 0 ? -1 : index + 1 + found;
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
