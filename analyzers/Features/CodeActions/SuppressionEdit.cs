using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.CodeActions;

/// <summary>
/// Writes the comment that keeps a finding away: above its line, inside its table row, or around its fence, wherever Markdown lets a
/// comment stand without changing what the document says.
/// </summary>
public static class SuppressionEdit
{
    /// <summary>The edit for a finding of a document, in source coordinates; null when no comment can keep it away.</summary>
    public static Fix? Ignore(Document document, Finding finding, CancellationToken cancellationToken)
    {
        var file = document.GetBound(cancellationToken);
        if (IsAboutSuppressions(finding.Rule) || finding.Part >= file.Parts.Length || !file.Parts[finding.Part].ToSource.IsContiguous)
        {
            return null;
        }

        var bound = file.Parts[finding.Part];
        var changes = Changes(bound, finding, out var scope);
        var lineEnd = LineEnds.Of(document.Text);
        return changes is []
            ? null
            : new Fix($"Ignore {finding.Rule.Id} {scope}", FixSafety.Unsafe, [.. changes.Select(change => new TextChange(bound.ToSource.ToSource(change.Span), change.NewText!.ReplaceLineEndings(lineEnd)))]);
    }

    private static bool IsAboutSuppressions(RuleDescriptor rule) =>
        ReferenceEquals(rule, EngineRules.UnknownSuppression) || ReferenceEquals(rule, EngineRules.UnusedSuppression);

    private static TextChange[] Changes(BoundDocument bound, Finding finding, out string scope)
    {
        var outline = bound.Outline;
        var start = Math.Min(finding.LocalSpan.Start, outline.Text.Length);
        scope = "on this line";
        if (outline.FrontMatter is { } matter && matter.Span.Contains(start))
        {
            // Nothing may stand above the block, and inside it is YAML.
            scope = "in this file";
            return bound.IsEmbedded ? [] : [Insert(matter.Span.End, "\n\n" + SuppressionComment.Write(SuppressionComment.File, finding.Rule))];
        }

        if (outline.FenceAt(start) is { } fence && start > fence.OpeningSpan.End)
        {
            scope = "in this fence";
            return Around(outline.Text, fence, finding.Rule);
        }

        if (outline.RowAt(start) is { } row && outline.Tables.All(table => !ReferenceEquals(table.Header, row)))
        {
            return InRow(outline, row, finding.Rule);
        }

        var line = LineStart(outline.Text, start);
        return Extend(bound, start, SuppressionComment.NextLine, finding.Rule) is { } change
            ? [change]
            : [Insert(line, Prefix(outline.Text, line) + SuppressionComment.Write(SuppressionComment.NextLine, finding.Rule) + "\n")];
    }

    // A comment line would end the table, so it goes into the last cell.
    private static TextChange[] InRow(MarkdownOutline outline, TableRow row, RuleDescriptor rule)
    {
        if (row.Cells.IsEmpty)
        {
            return [];
        }

        foreach (var comment in outline.Comments)
        {
            if (row.Span.Contains(comment.Span) && SuppressionComment.NamesStart(outline.Text, comment, SuppressionComment.Line) is { } names)
            {
                return [Insert(names, $" {rule.Id},")];
            }
        }

        var content = row.Cells[^1].ContentSpan;
        var text = SuppressionComment.Write(SuppressionComment.Line, rule);
        return [Insert(content.End, content.IsEmpty ? text + " " : " " + text)];
    }

    private static TextChange[] Around(string text, CodeFence fence, RuleDescriptor rule)
    {
        var line = LineStart(text, fence.Span.Start);
        var prefix = text[line..fence.Span.Start];
        return prefix.AsSpan().IndexOfAnyExcept(" \t>") >= 0
            ? []
            :
            [
                Insert(line, $"{prefix}{SuppressionComment.Write(SuppressionComment.Open, rule)}\n"),
                Insert(fence.Span.End, $"\n{prefix}{SuppressionComment.Write(SuppressionComment.Close, rule)}"),
            ];
    }

    // Of two comments above a line only the lower one would hold for it.
    private static TextChange? Extend(BoundDocument bound, int start, string verb, RuleDescriptor rule)
    {
        var line = LineStart(bound.Outline.Text, start);
        var comment = bound.Outline.Comments.LastOrDefault(candidate => candidate.Span.End <= line);
        return comment is not null
            && bound.Outline.Text.AsSpan(comment.Span.End, line - comment.Span.End).IsWhiteSpace()
            && SuppressionComment.NamesStart(bound.Outline.Text, comment, verb) is { } names
                ? Insert(names, $" {rule.Id},")
                : null;
    }

    // What a line of the same list item or quote starts with.
    private static string Prefix(string text, int lineStart)
    {
        var end = lineStart;
        while (end < text.Length && text[end] is ' ' or '\t' or '>')
        {
            end++;
        }

        return text[lineStart..end];
    }

    private static int LineStart(string text, int offset)
    {
        while (offset > 0 && text[offset - 1] is not ('\n' or '\r'))
        {
            offset--;
        }

        return offset;
    }

    private static TextChange Insert(int offset, string text) => new(new TextSpan(offset, 0), text);
}
