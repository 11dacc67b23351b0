using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>FW911: a code fence that is never closed.</summary>
public sealed class UnclosedFenceRule() : DocumentRule(new RuleDescriptor("FW911", "unclosed-fence", Severity.Error, FixSafety.Safe, "0.1") { AppliesToReferenceMaterial = true })
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        foreach (var fence in context.Document.Outline.Fences)
        {
            if (fence.ClosingSpan is null)
            {
                var line = context.Document.LineOf(fence.OpeningSpan.Start);
                context.Report(fence.OpeningSpan, $"The code fence opened at line {line} is never closed, so everything below it is code. Close it with {Markers(fence)}.", data: fence.Index);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var outline = context.Bound.Outline;
        if (outline.Fences.FirstOrDefault(fence => fence.OpeningSpan == context.Finding.LocalSpan) is not { } open)
        {
            return [];
        }

        var indent = Indent(outline.Text, open.OpeningSpan.Start);
        var place = ClosingPlace(outline.Text, open);
        var text = outline.Text;
        var lead = place > 0 && text[place - 1] is '\n' or '\r' ? "" : "\n";
        var tail = place < text.Length && text[place] is not ('\n' or '\r') ? "\n\n" : "\n";
        return [new Fix("Close the code fence", FixSafety.Safe, [new TextChange(new TextSpan(place, 0), lead + indent + Markers(open) + tail)]) { IsPreferred = true }];
    }

    private static string Markers(CodeFence fence) => new(fence.Marker, fence.MarkerLength);

    // The code ends where the document visibly goes on: at a heading or thematic break behind a blank line. A single hash is a comment in
    // most languages, so only deeper headings count.
    private static int ClosingPlace(string text, CodeFence fence)
    {
        var isBlank = false;
        var start = fence.ContentSpan.Start;
        while (start < fence.ContentSpan.End)
        {
            var end = text.IndexOf('\n', start, fence.ContentSpan.End - start);
            end = end < 0 ? fence.ContentSpan.End : end + 1;
            var line = text.AsSpan(start, end - start).TrimEnd();
            if (isBlank && (line.StartsWith("## ") || line.StartsWith("### ") || line.StartsWith("#### ") || line is "---"))
            {
                return BehindCode(text, fence.ContentSpan.Start, start);
            }

            isBlank = line.IsEmpty;
            start = end;
        }

        return BehindCode(text, fence.ContentSpan.Start, fence.ContentSpan.End);
    }

    // The blank lines in front of the place are part of the document, not of the code.
    private static int BehindCode(string text, int from, int place)
    {
        var end = place;
        while (end > from && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var next = end < place ? text.IndexOf('\n', end, place - end) : -1;
        return next < 0 ? place : next + 1;
    }

    private static string Indent(string text, int offset)
    {
        var start = offset;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || text[start - 1] is '\n' or '\r' ? text[start..offset] : new string(' ', offset - text.LastIndexOf('\n', offset) - 1);
    }
}
