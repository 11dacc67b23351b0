using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Rules;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>A comment that keeps findings away.</summary>
/// <param name="Span">The comment, in source coordinates.</param>
/// <param name="Rules">The rules named; empty means all.</param>
/// <param name="Unknown">Names that are no rule, with their spans.</param>
/// <param name="Range">The source text it holds for: findings that start there are kept away.</param>
public sealed record Suppression(TextSpan Span, ImmutableArray<RuleDescriptor> Rules, ImmutableArray<(string Name, TextSpan Span)> Unknown, TextSpan Range)
{
    /// <summary>Whether it keeps a finding away.</summary>
    public bool Covers(Finding finding) =>
        Range.Start <= finding.Span.Start && finding.Span.Start <= Range.End && (Rules.IsEmpty ? Unknown.IsEmpty : Rules.Contains(finding.Rule));
}

/// <summary>Reads suppression comments: <c>framework-lsp-disable-next-line FW301: reason</c>, <c>-disable</c>, <c>-enable</c>, <c>-disable-file</c>.</summary>
internal static class SuppressionReader
{
    public static ImmutableArray<Suppression> Read(BoundFile file)
    {
        var suppressions = ImmutableArray.CreateBuilder<Suppression>();
        foreach (var part in file.Parts)
        {
            Read(part, file.Text, suppressions);
        }

        return suppressions.DrainToImmutable();
    }

    private static void Read(BoundDocument document, SourceText text, ImmutableArray<Suppression>.Builder suppressions)
    {
        var open = new List<int>();
        foreach (var comment in document.Outline.Comments)
        {
            if (!comment.Content.StartsWith(SuppressionComment.Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var verbEnd = comment.Content.AsSpan().IndexOfAny(" \t\r\n:");
            var verb = comment.Content[SuppressionComment.Prefix.Length..(verbEnd < 0 ? comment.Content.Length : verbEnd)];
            var span = document.ToSource.ToSource(comment.Span);
            var (rules, unknown) = Names(document, comment);
            if (verb == SuppressionComment.Close)
            {
                Close(open, rules, suppressions, span.Start);
            }
            else if (Range(verb, span, text) is { } range)
            {
                if (verb == SuppressionComment.Open)
                {
                    open.Add(suppressions.Count);
                }

                suppressions.Add(new Suppression(span, rules, unknown, range));
            }
            else
            {
                suppressions.Add(new Suppression(span, [], [(SuppressionComment.Prefix + verb, span)], new TextSpan(0, 0)));
            }
        }
    }

    private static TextSpan? Range(string verb, TextSpan comment, SourceText text)
    {
        switch (verb)
        {
            case SuppressionComment.File:
                return new TextSpan(0, text.Length);
            case SuppressionComment.Open:
                return TextSpan.FromBounds(comment.Start, text.Length);
            case SuppressionComment.Line:
                return text.Lines.GetLineFromPosition(comment.Start).Span;
            case SuppressionComment.NextLine:
                // Blank lines between the comment and what it speaks of are Markdown's way of ending a block.
                var line = text.Lines.GetLineFromPosition(comment.End).LineNumber + 1;
                while (line < text.Lines.Count && string.IsNullOrWhiteSpace(text.ToString(text.Lines[line].Span)))
                {
                    line++;
                }

                return line < text.Lines.Count ? text.Lines[line].Span : new TextSpan(text.Length, 0);
            default:
                return null;
        }
    }

    private static void Close(List<int> open, ImmutableArray<RuleDescriptor> rules, ImmutableArray<Suppression>.Builder suppressions, int end)
    {
        for (var index = open.Count - 1; index >= 0; index--)
        {
            var suppression = suppressions[open[index]];
            if (rules.IsEmpty || suppression.Rules.SequenceEqual(rules))
            {
                suppressions[open[index]] = suppression with { Range = TextSpan.FromBounds(suppression.Range.Start, Math.Max(end, suppression.Range.Start)) };
                open.RemoveAt(index);
            }
        }
    }

    private static (ImmutableArray<RuleDescriptor> Rules, ImmutableArray<(string Name, TextSpan Span)> Unknown) Names(BoundDocument document, Markdown.HtmlComment comment)
    {
        var rules = ImmutableArray.CreateBuilder<RuleDescriptor>();
        var unknown = ImmutableArray.CreateBuilder<(string Name, TextSpan Span)>();
        var text = document.Outline.Text.Substring(comment.ContentSpan.Start, comment.ContentSpan.Length);
        var position = text.IndexOf(SuppressionComment.Prefix, StringComparison.Ordinal);
        position = Skip(text, position, static character => !char.IsWhiteSpace(character) && character != ':');
        while (position < text.Length && text[position] != ':')
        {
            var start = Skip(text, position, static character => char.IsWhiteSpace(character) || character == ',');
            var end = Skip(text, start, static character => char.IsAsciiLetterOrDigit(character) || character == '-');
            if (end == start)
            {
                break;
            }

            var name = text[start..end];
            if (RuleCatalog.Find(name) is { } rule)
            {
                rules.Add(rule);
            }
            else
            {
                unknown.Add((name, document.ToSource.ToSource(new TextSpan(comment.ContentSpan.Start + start, name.Length))));
            }

            position = end;
        }

        return (rules.DrainToImmutable(), unknown.DrainToImmutable());
    }

    private static int Skip(string text, int position, Func<char, bool> predicate)
    {
        while (position < text.Length && predicate(text[position]))
        {
            position++;
        }

        return position;
    }
}
