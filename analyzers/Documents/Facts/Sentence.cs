using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A sentence of running text, an item of a list or a row of a table.</summary>
/// <param name="Text">The text with a blank for every line end, so that offsets stay.</param>
/// <param name="Start">Where it starts in the outline's text.</param>
internal sealed record Sentence(string Text, int Start)
{
    private const int Longest = 600;

    /// <summary>The sentences that hold one of some phrases as whole words, in document order; each once. Headings are none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="phrases">A list that is kept, such as one of the pack.</param>
    public static IEnumerable<Sentence> Holding(BoundDocument document, ImmutableArray<string> phrases) => Around(document.Outline, DocumentWords.Of(document).Find(phrases));

    /// <summary>The sentences around places in document order, each once.</summary>
    public static IEnumerable<Sentence> Around(MarkdownOutline outline, IReadOnlyList<PhraseOccurrence> places)
    {
        var offset = 0;
        foreach (var place in places)
        {
            if (place.Start >= offset && At(outline, place.Start) is { } sentence)
            {
                yield return sentence;
                offset = sentence.Start + sentence.Text.Length;
            }
        }
    }

    /// <summary>The sentence at an offset; null in a heading and in a fence.</summary>
    public static Sentence? At(MarkdownOutline outline, int offset)
    {
        if (outline.FenceAt(offset) is not null || outline.SectionAt(offset).HeadingSpan.Contains(offset))
        {
            return null;
        }

        if (outline.RowAt(offset) is { } row)
        {
            return new Sentence(outline.Text.Substring(row.Span.Start, row.Span.Length), row.Span.Start);
        }

        var (start, end) = (Back(outline.Text, offset), Forward(outline.Text, offset));
        while (start < offset && char.IsWhiteSpace(outline.Text[start]))
        {
            start++;
        }

        return new Sentence(outline.Text[start..end].Replace('\n', ' ').Replace('\r', ' '), start);
    }

    private static int Back(string text, int offset)
    {
        var limit = Math.Max(0, offset - Longest);
        for (var index = offset; index > limit; index--)
        {
            if ((text[index - 1] == '\n' && StartsBlock(text, index)) || EndsSentence(text, index - 1))
            {
                return index;
            }
        }

        return limit;
    }

    private static int Forward(string text, int offset)
    {
        var limit = Math.Min(text.Length, offset + Longest);
        for (var index = offset; index < limit; index++)
        {
            if (EndsSentence(text, index))
            {
                return index + 1;
            }

            if (text[index] == '\n' && StartsBlock(text, index + 1))
            {
                return index > 0 && text[index - 1] == '\r' ? index - 1 : index;
            }
        }

        return limit;
    }

    private static bool EndsSentence(string text, int index) =>
        text[index] is '.' or '!' or '?' && index + 1 < text.Length && char.IsWhiteSpace(text[index + 1]) && !EndsAbbreviation(text, index);

    // "e.g. ", "i.e. ", "1. "
    private static bool EndsAbbreviation(string text, int index) => index < 2 || !char.IsLetterOrDigit(text[index - 2]);

    // A blank line, an item, a row, a heading or a quote starts something else.
    private static bool StartsBlock(string text, int line)
    {
        var start = line;
        while (start < text.Length && text[start] is ' ' or '\t')
        {
            start++;
        }

        if (start >= text.Length || text[start] is '\r' or '\n' or '|' or '#' or '>' || text.AsSpan(start).StartsWith("```"))
        {
            return true;
        }

        if (text[start] is '-' or '*' or '+')
        {
            return start + 1 < text.Length && text[start + 1] is ' ' or '\t' || text.AsSpan(start).StartsWith("**");
        }

        var digits = start;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits > start && digits < text.Length && text[digits] is '.' or ')';
    }
}
