using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Markdig.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Reads a fenced code block from the true text, guided by the lines Markdig assigned to it.</summary>
internal sealed class FenceReader(SourceLines lines, string parsedText)
{
    private static readonly SearchValues<char> LanguageEnds = SearchValues.Create(" \t,{}:");

    private readonly string _text = lines.Text;

    public CodeFence Read(FencedCodeBlock block, int index, int section)
    {
        var openingLine = block.Line;
        var start = block.Span.Start;
        var opening = TextSpan.FromBounds(start, lines.End(openingLine));
        var length = TextScan.RunLength(_text, start, opening.End);
        var infoSpan = TextScan.Trimmed(_text, start + length, opening.End);
        var info = _text.Substring(infoSpan.Start, infoSpan.Length);

        var closingLine = lines.LineAt(Math.Clamp(block.Span.End, 0, _text.Length));
        var isClosed = block.ClosingFencedCharCount > 0 && closingLine > openingLine;
        var last = isClosed ? closingLine - 1 : LastLine(block, openingLine);
        TextSpan? closing = isClosed ? ClosingSpan(closingLine, block.FencedChar) : null;
        var contentStart = lines.Next(openingLine);
        var contentEnd = last == openingLine ? contentStart : isClosed ? lines.Start(closingLine) : lines.Next(last);
        var contentSpan = TextSpan.FromBounds(contentStart, contentEnd);
        var (content, map) = ReadContent(block, contentSpan);
        var end = closing?.End ?? lines.End(last);
        return new CodeFence(
            index,
            section,
            TextSpan.FromBounds(start, Math.Max(end, opening.End)),
            opening,
            closing,
            block.FencedChar,
            length,
            info,
            LanguageOf(info),
            contentSpan,
            content,
            map);
    }

    // A fence without a closing line runs to the end of its container.
    private int LastLine(FencedCodeBlock block, int openingLine)
    {
        var last = block.Lines.Count == 0 ? openingLine : Math.Max(openingLine, block.Lines.Lines[block.Lines.Count - 1].Line);
        last = Math.Min(last, lines.Count - 1);
        return last > openingLine && lines.Start(last) == _text.Length ? last - 1 : last;
    }

    private TextSpan ClosingSpan(int line, char marker)
    {
        var start = lines.Start(line) + Math.Max(0, lines.Content(line).IndexOf(marker));
        return TextSpan.FromBounds(start, lines.End(line));
    }

    private (string Content, TextMap Map) ReadContent(FencedCodeBlock block, TextSpan span)
    {
        if (span.IsEmpty || IsContiguous(block))
        {
            return (_text.Substring(span.Start, span.Length), TextMap.Offset(span.Start));
        }

        var content = new StringBuilder(span.Length);
        var segments = ImmutableArray.CreateBuilder<TextMap.Segment>();
        for (var index = 0; index < block.Lines.Count; index++)
        {
            var line = block.Lines.Lines[index].Line;
            if (line >= lines.Count || lines.Start(line) >= span.End)
            {
                break;
            }

            AddLine(block.Lines.Lines[index].Slice.AsSpan(), line, span.End, content, segments);
        }

        return (content.ToString(), TextMap.Create(segments.DrainToImmutable()));
    }

    // Without container or indentation the content is a slice of the text.
    private static bool IsContiguous(FencedCodeBlock block) => block.Parent is MarkdownDocument && block.Column == 0;

    // Markdig gives the line without its prefix. A tab that is cut by the prefix has become blanks, which stand for that tab.
    private void AddLine(ReadOnlySpan<char> slice, int line, int limit, StringBuilder content, ImmutableArray<TextMap.Segment>.Builder segments)
    {
        var source = parsedText.AsSpan(lines.Start(line), lines.End(line) - lines.Start(line));
        if (lines.Next(line) - lines.End(line) == 2 && slice is [.., ' '])
        {
            // The carriage return, which Markdig saw as a blank.
            slice = slice[..^1];
        }

        var kept = CommonSuffixLength(source, slice);
        var start = lines.End(line) - kept;
        var blanks = slice.Length - kept;
        if (blanks > 0 && start > lines.Start(line))
        {
            segments.Add(new TextMap.Segment(content.Length, start - 1, blanks, 1));
            content.Append(' ', blanks);
        }

        var length = Math.Min(lines.Next(line), limit) - start;
        if (length > 0)
        {
            segments.Add(new TextMap.Segment(content.Length, start, length, length));
            content.Append(_text, start, length);
        }
    }

    private static string LanguageOf(string info)
    {
        var word = info.AsSpan().TrimStart("{.");
        var end = word.IndexOfAny(LanguageEnds);
        return (end < 0 ? word : word[..end]).ToString().ToLowerInvariant();
    }

    private static int CommonSuffixLength(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var length = 0;
        while (length < left.Length && length < right.Length && left[^(length + 1)] == right[^(length + 1)])
        {
            length++;
        }

        return length;
    }
}
