using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Where the front matter of a text is.</summary>
/// <param name="Span">The block with its delimiter lines, without the last line end; the first line only when the block is not closed.</param>
/// <param name="Content">The lines between the delimiters.</param>
/// <param name="BodyStart">Where the next line starts.</param>
/// <param name="IsClosed">Whether a closing line was found.</param>
internal sealed record FrontMatterBlock(TextSpan Span, TextSpan Content, int BodyStart, bool IsClosed)
{
    private const int MaximumLines = 200;
    private const int MaximumKey = 60;

    /// <summary>Finds the block, or null: a thematic break at the top, with no key below it, is none (catalogue FW029).</summary>
    public static FrontMatterBlock? Find(SourceLines lines)
    {
        if (!lines.Text.StartsWith("---", StringComparison.Ordinal) || !lines.Content(0).TrimEnd(" \t").SequenceEqual("---") || lines.Count < 2)
        {
            return null;
        }

        var closing = ClosingLine(lines);
        if (closing > 0 && (LooksLikeKey(FirstContent(lines, closing)) || IsBlank(lines, closing)))
        {
            var content = TextSpan.FromBounds(lines.Start(1), lines.Start(closing));
            return new FrontMatterBlock(TextSpan.FromBounds(0, lines.End(closing)), content, lines.Next(closing), IsClosed: true);
        }

        if (closing < 0 && LooksLikeKey(lines.Content(1)))
        {
            return new FrontMatterBlock(TextSpan.FromBounds(0, lines.End(0)), new TextSpan(lines.End(0), 0), lines.Next(0), IsClosed: false);
        }

        return null;
    }

    private static int ClosingLine(SourceLines lines)
    {
        var limit = Math.Min(lines.Count, MaximumLines + 1);
        for (var line = 1; line < limit; line++)
        {
            if (lines.Content(line).TrimEnd(" \t") is "---" or "...")
            {
                return line;
            }
        }

        return -1;
    }

    // The first line that is neither blank nor a YAML comment.
    private static ReadOnlySpan<char> FirstContent(SourceLines lines, int closing)
    {
        for (var line = 1; line < closing; line++)
        {
            var content = lines.Content(line);
            if (!content.IsWhiteSpace() && !content.StartsWith('#'))
            {
                return content;
            }
        }

        return [];
    }

    private static bool IsBlank(SourceLines lines, int closing)
    {
        for (var line = 1; line < closing; line++)
        {
            if (!lines.Content(line).IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    private static bool LooksLikeKey(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon is <= 0 or > MaximumKey || (colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t')))
        {
            return false;
        }

        foreach (var character in line[..colon])
        {
            if (!char.IsLetterOrDigit(character) && !" _-.\"'/".Contains(character))
            {
                return false;
            }
        }

        return char.IsLetterOrDigit(line[0]) || line[0] is '"' or '\'' or '_';
    }
}
