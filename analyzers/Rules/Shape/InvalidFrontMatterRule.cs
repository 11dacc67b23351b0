using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>FW029: a front matter that is no YAML mapping.</summary>
public sealed class InvalidFrontMatterRule() : DocumentRule(new RuleDescriptor("FW029", "invalid-front-matter", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || document.Outline.FrontMatter is not { } frontMatter)
        {
            return;
        }

        if (frontMatter.Error is { } error)
        {
            context.Report(frontMatter.ErrorSpan, $"The front matter is not valid YAML: {error}. Tools that read it stop here{Advice(document.Outline, frontMatter)}.");
        }
        else if (!frontMatter.IsMapping)
        {
            var text = document.Outline.Text;
            var content = TextScan.Trimmed(text, frontMatter.ContentSpan.Start, frontMatter.ContentSpan.End);
            var end = text.AsSpan(content.Start, content.Length).IndexOfAny('\r', '\n');
            context.Report(new TextSpan(content.Start, end < 0 ? content.Length : end), "The front matter is no mapping, so no tool finds a key in it. Write lines of the form \"key: value\".");
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var outline = context.Bound.Outline;
        return outline.FrontMatter is { Error: not null } frontMatter && Quoted(outline, frontMatter) is { } change
            ? [new Fix("Put the value in quotes", FixSafety.Unsafe, [change]) { IsPreferred = true }]
            : [];
    }

    private static string Advice(MarkdownOutline outline, FrontMatter frontMatter) =>
        Quoted(outline, frontMatter) is null ? "" : "; put the value in quotes";

    // A colon, a hash or a sign at the start has a meaning in YAML that the writer did not have in mind. Quotes help when they move the error away.
    private static TextChange? Quoted(MarkdownOutline outline, FrontMatter frontMatter)
    {
        var text = outline.Text;
        if (Value(text, frontMatter) is not { IsEmpty: false } value || text[value.Start] is '"' or '\'' or '|' or '>')
        {
            return null;
        }

        var quoted = "\"" + text.Substring(value.Start, value.Length).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
        var mended = MarkdownParser.Parse(string.Concat(text.AsSpan(0, value.Start), quoted, text.AsSpan(value.End, frontMatter.Span.End - value.End))).FrontMatter;
        return mended is { Error: null } || mended?.ErrorSpan.Start > value.Start + quoted.Length ? new TextChange(value, quoted) : null;
    }

    // What the quotes go around: the value of the line with the error, or the one that was taken for an alias.
    private static TextSpan? Value(string text, FrontMatter frontMatter)
    {
        var start = frontMatter.ErrorSpan.Start;
        if (start < text.Length && text[start] == '*')
        {
            return frontMatter.ErrorSpan;
        }

        while (start > frontMatter.ContentSpan.Start && text[start - 1] is not ('\n' or '\r'))
        {
            start--;
        }

        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        var end = TextScan.TrimEnd(text, start, length < 0 ? text.Length : start + length);
        var colon = text.AsSpan(start, end - start).IndexOf(": ");
        return colon <= 0 ? null : TextScan.Trimmed(text, start + colon + 2, end);
    }
}
