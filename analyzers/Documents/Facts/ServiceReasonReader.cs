using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads which reasons a document gives for longer service names (catalogue FW306): beside the name, or in a decision about it.</summary>
internal static class ServiceReasonReader
{
    public static IEnumerable<ServiceReason> Read(BoundDocument document, IReadOnlyList<ServiceMention> mentions)
    {
        var citations = document.Definition.ServiceNames.Citations(document.Outline.Text);
        if (citations.Count == 0)
        {
            yield break;
        }

        // A decision about a name gives its reasons anywhere; the name is its result.
        var decided = document.Kind.HasRole(KindRoles.DecidesNames)
            ? mentions.Where(mention => document.Fields.Any(field => field.Definition.ValueKind == ValueKinds.ServiceName && field.Field.ValueSpan.Contains(mention.Span))).Select(static mention => mention.Name).ToList()
            : [];
        foreach (var (number, start) in citations)
        {
            if (document.Outline.FenceAt(start) is not null || IsUnticked(document, start))
            {
                continue;
            }

            foreach (var name in decided.Concat(Blocks(document, start).SelectMany(span => NamesIn(document, span))))
            {
                yield return new ServiceReason(name, number);
            }
        }
    }

    private static bool IsUnticked(BoundDocument document, int offset) => document.Outline.ItemAt(offset) is { IsChecked: false };

    // The row, or the item with the first lines of the items around it, or the paragraph.
    private static IEnumerable<TextSpan> Blocks(BoundDocument document, int offset)
    {
        var outline = document.Outline;
        if (outline.RowAt(offset) is { } row)
        {
            yield return row.Span;
        }
        else if (outline.ItemAt(offset) is { } item)
        {
            yield return item.Span;
            for (var parent = item.Parent; parent >= 0; parent = outline.ListItems[parent].Parent)
            {
                yield return outline.ListItems[parent].ContentSpan;
            }
        }
        else
        {
            yield return Paragraph(outline.Text, offset);
        }
    }

    private static TextSpan Paragraph(string text, int offset)
    {
        var start = offset;
        while (start > 0 && !IsBlankLineAt(text, start))
        {
            start--;
        }

        var end = offset;
        while (end < text.Length && !IsBlankLineAt(text, end))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    // Whether an empty line starts here.
    private static bool IsBlankLineAt(string text, int index)
    {
        if (index == 0 || text[index - 1] != '\n')
        {
            return false;
        }

        while (index < text.Length && text[index] is ' ' or '\t' or '\r')
        {
            index++;
        }

        return index >= text.Length || text[index] == '\n';
    }

    private static IEnumerable<string> NamesIn(BoundDocument document, TextSpan span)
    {
        var names = document.Definition.ServiceNames;
        var text = document.Outline.Text;
        for (var index = span.Start; index < span.End; index++)
        {
            if (!ServiceToken.IsNameCharacter(text[index]))
            {
                continue;
            }

            var start = index;
            while (index < span.End && ServiceToken.IsNameCharacter(text[index]))
            {
                index++;
            }

            var parsed = names.Parse(text[start..index]);
            if (parsed.Type is not null && parsed.Parts.Length > names.Convention.DefaultParts)
            {
                yield return parsed.Name;
            }
        }
    }
}
