using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>An arrow of a diagram.</summary>
/// <param name="From">Id and label of the node it starts at.</param>
/// <param name="To">Id and label of the node it leads to.</param>
/// <param name="Label">What is written on it; empty when nothing is.</param>
/// <param name="Span">From the one node to the other.</param>
/// <param name="Section">Index of the section the diagram stands in.</param>
internal sealed record DiagramEdge(string From, string To, string Label, TextSpan Span, int Section);

/// <summary>Reads the arrows of flow charts in fences: <c>A[API] -->|HTTP| B[(PostgreSQL)]</c>.</summary>
internal static class DiagramEdges
{
    private const string Brackets = "[({>";

    /// <summary>The arrows in document order; crossed ones are none.</summary>
    public static IEnumerable<DiagramEdge> Read(BoundDocument document, ImmutableArray<string> languages)
    {
        foreach (var fence in document.Outline.Fences.Where(fence => languages.Contains(fence.Language)))
        {
            // A node is described once, wherever it stands first.
            var labels = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var edge in Lines(fence).SelectMany(line => Edges(fence.Content, line.Start, line.End)).ToList())
            {
                Describe(labels, edge.From);
                Describe(labels, edge.To);
                var span = TextSpan.FromBounds(edge.From.Span.Start, edge.To.Span.End);
                yield return new DiagramEdge(labels[edge.From.Id], labels[edge.To.Id], edge.Label, fence.ContentMap.ToSource(span), fence.Section);
            }
        }
    }

    private static void Describe(Dictionary<string, string> labels, Node node)
    {
        if (node.Label.Length > 0 || !labels.ContainsKey(node.Id))
        {
            labels[node.Id] = node.Label.Length > 0 ? node.Label : node.Id;
        }
    }

    private static IEnumerable<(int Start, int End)> Lines(CodeFence fence)
    {
        for (var start = 0; start < fence.Content.Length;)
        {
            var end = fence.Content.IndexOf('\n', start);
            end = end < 0 ? fence.Content.Length : end;
            yield return (start, end);
            start = end + 1;
        }
    }

    private static IEnumerable<(Node From, Node To, string Label)> Edges(string text, int start, int end)
    {
        var from = ReadNode(text, start, end);
        while (from is not null && ReadArrow(text, from.Span.End, end) is var (next, label, isCrossed) && next > 0)
        {
            var to = ReadNode(text, next, end);
            if (to is not null && !isCrossed)
            {
                yield return (from, to, label);
            }

            from = to;
        }
    }

    private static Node? ReadNode(string text, int start, int end)
    {
        start = TextScan.SkipBlanks(text, start, end);
        var close = start;
        while (close < end && (char.IsLetterOrDigit(text[close]) || text[close] == '_'))
        {
            close++;
        }

        if (close == start)
        {
            return null;
        }

        var id = text[start..close];
        if (close == end || !Brackets.Contains(text[close], StringComparison.Ordinal) || (text[close] == '>' && close + 1 < end && text[close + 1] is '-' or ' '))
        {
            return new Node(id, "", TextSpan.FromBounds(start, close));
        }

        var open = close;
        var depth = 0;
        for (; close < end; close++)
        {
            depth += text[close] switch { '[' or '(' or '{' => 1, ']' or ')' or '}' => -1, _ => 0 };
            if (depth == 0)
            {
                break;
            }
        }

        close = Math.Min(end, close + 1);
        return new Node(id, text[open..close].Trim('[', ']', '(', ')', '{', '}', '"', '/', '\\', ' '), TextSpan.FromBounds(start, close));
    }

    // "-->", "-.->", "==>", "-->|label|", "-- label -->"; a line without a head leads nowhere, one with a cross is forbidden.
    private static (int Next, string Label, bool IsCrossed) ReadArrow(string text, int start, int end)
    {
        start = TextScan.SkipBlanks(text, start, end);
        if (start >= end || text[start] is not ('-' or '=' or '<'))
        {
            return (0, "", false);
        }

        var head = start;
        while (head < end && text[head] != '>' && !(text[head] == 'x' && text[head - 1] == '-' && (head + 1 == end || text[head + 1] is ' ' or '|')))
        {
            head++;
        }

        if (head == end)
        {
            return (0, "", false);
        }

        var label = text[start..head].Trim('-', '=', '.', '<', ' ');
        var next = TextScan.SkipBlanks(text, head + 1, end);
        if (next < end && text[next] == '|' && text.IndexOf('|', next + 1, end - next - 1) is var bar and > 0)
        {
            label = text[(next + 1)..bar].Trim();
            next = bar + 1;
        }

        return (next, label, text[head] == 'x');
    }

    private sealed record Node(string Id, string Label, TextSpan Span);
}
