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

    /// <summary>Whether an offset stands inside code or a comment that was collected; both come in document order.</summary>
    public bool Covers(int offset) => Covers(_codes, static code => code.Span, offset) || Covers(_comments, static comment => comment.Span, offset);

    private static bool Covers<T>(List<T> items, Func<T, TextSpan> span, int offset)
    {
        var low = 0;
        var high = items.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = span(items[middle]);
            if (found.Start < offset && offset < found.End)
            {
                return true;
            }

            (low, high) = found.Start >= offset ? (low, middle - 1) : (middle + 1, high);
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
