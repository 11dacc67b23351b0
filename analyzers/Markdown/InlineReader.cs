using System.Buffers;
using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Reads links, code and comments from leaves, and asks Markdig only for leaves that can hold any.</summary>
internal sealed class InlineReader(MarkdownDocument document, string parsedText, string text, InlineCollector collector)
{
    // Markdig walks over all open brackets at each step and gives up (throws) at some depth, and it takes quadratic time for bare
    // addresses. A person never writes so many in one paragraph.
    private const int MaximumBrackets = 400;
    private const int MaximumAddresses = 200;

    private static readonly SearchValues<char> Markers = SearchValues.Create("[<`");

    private static readonly SearchValues<string> Addresses = SearchValues.Create(["://", "www.", "mailto:", "tel:"], StringComparison.OrdinalIgnoreCase);

    private readonly InlineProcessor _processor = MarkdigParsers.CreateInlineProcessor(document);

    /// <summary>Reads a leaf that spans the given stretch of text, container prefixes included.</summary>
    public void Read(LeafBlock leaf, TextSpan span, int section)
    {
        if (!MayHoldInlines(span))
        {
            return;
        }

        if (IsTooRich(span))
        {
            collector.AddComments(span.Start, span.End);
            return;
        }

        _processor.ProcessInlineLeaf(leaf);
        Collect(leaf.Inline!, QuoteDepth(leaf), section);
    }

    /// <summary>Reads a part of a line on its own, for example a table cell.</summary>
    public void ReadPart(TextSpan span, int section)
    {
        if (!MayHoldInlines(span))
        {
            return;
        }

        var leaf = new ParagraphBlock { Lines = new StringLineGroup(1) };
        var slice = new StringSlice(parsedText, span.Start, span.End - 1);
        var line = new StringLine(slice, 0, 0, span.Start, NewLine.None);
        leaf.Lines.Add(ref line);
        Read(leaf, span, section);
    }

    /// <summary>Reads <c>[label]: target</c>. The spans are found in the text: Markdig's are off when the definition wraps.</summary>
    public void ReadDefinition(LinkReferenceDefinition definition, SectionCollector sections)
    {
        var start = Math.Clamp(definition.Span.Start, 0, parsedText.Length);
        var end = Math.Clamp(definition.Span.End + 1, start, parsedText.Length);
        var close = parsedText.AsSpan(start, end - start).IndexOf("]:", StringComparison.Ordinal);
        if (close < 0)
        {
            return;
        }

        var at = start + close + 2;
        while (at < parsedText.Length && (parsedText[at] <= ' ' || (parsedText[at] == '>' && IsLinePrefix(at))))
        {
            at++;
        }

        var target = definition.Url ?? string.Empty;
        var targetSpan = at < parsedText.Length && parsedText[at] == '<'
            ? Until(at + 1, static character => character is '>' or '\r' or '\n')
            : Until(at, static character => character is <= ' ' or '\x7F');
        collector.Add(new Link(LinkKind.Definition, target, targetSpan, TextSpan.FromBounds(start, Math.Max(end, targetSpan.End)), definition.Label ?? string.Empty, sections.IndexAt(start)));
    }

    private bool IsLinePrefix(int at)
    {
        while (at > 0 && parsedText[at - 1] is ' ' or '>' or '\t')
        {
            at--;
        }

        return at == 0 || parsedText[at - 1] is '\r' or '\n';
    }

    private TextSpan Until(int start, Func<char, bool> stop)
    {
        var end = start;
        while (end < parsedText.Length && !stop(parsedText[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(Math.Min(start, end), end);
    }

    private bool MayHoldInlines(TextSpan span)
    {
        var content = text.AsSpan(span.Start, span.Length);
        return content.ContainsAny(Markers) || (MayHoldAddress(content) && content.ContainsAny(Addresses));
    }

    // Every address has one of these signs, and few texts do.
    private static bool MayHoldAddress(ReadOnlySpan<char> content) => content.Contains(':') || content.Contains("w.", StringComparison.Ordinal) || content.Contains("W.", StringComparison.Ordinal);

    private bool IsTooRich(TextSpan span)
    {
        var content = text.AsSpan(span.Start, span.Length);
        if (content.Count('[') > MaximumBrackets)
        {
            return true;
        }

        if (content.Length < MaximumAddresses)
        {
            return false;
        }

        for (var count = 0; content.IndexOfAny(Addresses) is >= 0 and var found; count++)
        {
            if (count == MaximumAddresses)
            {
                return true;
            }

            content = content[(found + 1)..];
        }

        return false;
    }

    private void Collect(ContainerInline container, int quoteDepth, int section)
    {
        foreach (var inline in container.Descendants())
        {
            var start = Math.Clamp(inline.Span.Start, 0, text.Length);
            var span = TextSpan.FromBounds(start, Math.Clamp(inline.Span.End + 1, start, text.Length));
            switch (inline)
            {
                case CodeInline code when span.Length >= 2 * code.DelimiterCount:
                    var content = TextSpan.FromBounds(span.Start + code.DelimiterCount, span.End - code.DelimiterCount);
                    collector.Add(new InlineCode(span, CodeContent(content, quoteDepth), content, section));
                    break;
                case HtmlInline:
                    collector.AddComments(span.Start, span.End);
                    break;
                case AutolinkInline autolink when span.Length > 2:
                    collector.Add(new Link(LinkKind.Autolink, autolink.Url, TextSpan.FromBounds(span.Start + 1, span.End - 1), span, autolink.Url, section));
                    break;
                case LinkInline link:
                    collector.Add(LinkOf(link, span, section));
                    break;
            }
        }
    }

    // As CommonMark reads it. Done here because Markdig keeps the blanks of wrapped code when lines end in CRLF.
    private string CodeContent(TextSpan span, int quoteDepth)
    {
        var content = text.AsSpan(span.Start, span.Length);
        if (content.ContainsAny('\r', '\n'))
        {
            content = Unwrapped(content, quoteDepth);
        }

        return (content is [' ', _, .., ' '] && content.ContainsAnyExcept(' ') ? content[1..^1] : content).ToString();
    }

    private static string Unwrapped(ReadOnlySpan<char> code, int quoteDepth)
    {
        var builder = new StringBuilder(code.Length);
        while (code.IndexOfAny('\r', '\n') is >= 0 and var end)
        {
            builder.Append(code[..end]).Append(' ');
            code = code[(code[end..].StartsWith("\r\n", StringComparison.Ordinal) ? end + 2 : end + 1)..].TrimStart(" \t");
            for (var depth = 0; depth < quoteDepth && code is ['>', ..]; depth++)
            {
                code = code[1..].TrimStart(" \t");
            }
        }

        return builder.Append(code).ToString();
    }

    private static int QuoteDepth(Block leaf)
    {
        var depth = 0;
        for (var parent = leaf.Parent; parent is not null; parent = parent.Parent)
        {
            depth += parent is QuoteBlock ? 1 : 0;
        }

        return depth;
    }

    private Link LinkOf(LinkInline link, TextSpan span, int section)
    {
        if (link.IsAutoLink)
        {
            var written = text.Substring(span.Start, span.Length);
            return new Link(LinkKind.Autolink, written, span, span, written, section);
        }

        var kind = link.IsImage ? LinkKind.Image : LinkKind.Link;
        var label = link.FirstChild is null || link.LastChild is null
            ? string.Empty
            : PlainText.Of(text[Math.Clamp(link.FirstChild.Span.Start, 0, text.Length)..Math.Clamp(link.LastChild.Span.End + 1, 0, text.Length)]);
        var target = link.Url ?? string.Empty;
        var isReference = link.Reference is not null || link.UrlSpan.Start < span.Start || link.UrlSpan.End >= span.End;
        if (isReference)
        {
            return new Link(kind, target, new TextSpan(span.End, 0), span, label, section);
        }

        var start = link.UrlSpan.Start;
        var end = link.UrlSpan.End + 1;
        if (end - start >= 2 && text[start] == '<' && text[end - 1] == '>')
        {
            start++;
            end--;
        }

        return new Link(kind, target, TextSpan.FromBounds(start, Math.Max(start, end)), span, label, section);
    }
}
