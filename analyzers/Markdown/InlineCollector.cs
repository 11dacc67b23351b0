using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Collects links, comments and inline code.</summary>
internal sealed class InlineCollector(string text)
{
    private readonly List<Link> _links = [];
    private readonly List<HtmlComment> _comments = [];
    private readonly List<InlineCode> _codes = [];

    public void Add(Link link) => _links.Add(link);

    public void Add(InlineCode code) => _codes.Add(code);

    /// <summary>Adds the comments of a stretch of HTML; one that is not closed is none.</summary>
    public void AddComments(int start, int end)
    {
        const string Open = "<!--";
        const string Close = "-->";
        while (text.AsSpan(start, end - start).IndexOf(Open, StringComparison.Ordinal) is >= 0 and var found)
        {
            var open = start + found;
            var inner = open + Open.Length;
            var length = text.AsSpan(inner, end - inner).IndexOf(Close, StringComparison.Ordinal);
            if (length < 0)
            {
                return;
            }

            start = inner + length + Close.Length;
            _comments.Add(new HtmlComment(TextSpan.FromBounds(open, start), new TextSpan(inner, length), text.Substring(inner, length).Trim()));
        }
    }

    /// <summary>Whether an offset stands inside code or a comment of the leaf that starts at the second offset and was read last.</summary>
    public bool Covers(int offset, int leafStart)
    {
        for (var index = _codes.Count - 1; index >= 0 && _codes[index].Span.Start >= leafStart; index--)
        {
            if (_codes[index].Span.Start < offset && offset < _codes[index].Span.End)
            {
                return true;
            }
        }

        for (var index = _comments.Count - 1; index >= 0 && _comments[index].Span.Start >= leafStart; index--)
        {
            if (_comments[index].Span.Start < offset && offset < _comments[index].Span.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The outline with what was collected, in document order.</summary>
    public MarkdownOutline AddTo(MarkdownOutline outline) => outline with
    {
        Links = Ordered(_links, static link => link.Span),
        Comments = Ordered(_comments, static comment => comment.Span),
        InlineCodes = Ordered(_codes, static code => code.Span),
    };

    // Reference definitions come at the end and the text of a link after the link; everything else is in order already.
    private static ImmutableArray<T> Ordered<T>(List<T> items, Func<T, TextSpan> span)
    {
        for (var index = 1; index < items.Count; index++)
        {
            if (span(items[index]).Start < span(items[index - 1]).Start)
            {
                return [.. items.OrderBy(item => span(item).Start)];
            }
        }

        return [.. items];
    }
}
