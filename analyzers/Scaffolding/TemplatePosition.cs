using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Finds where a missing part belongs in a document, by the order of the template.</summary>
public static class TemplatePosition
{
    /// <summary>
    /// The offset at which a missing top-level section is inserted: behind the last section that the template has before it, else before the
    /// first one it has behind it, else at the end. Always at the start of a line or the end of the text.
    /// </summary>
    public static int ForSection(BoundDocument document, SectionDefinition missing)
    {
        var order = document.Kind.Sections;
        var place = order.IndexOf(missing);
        BoundSection? before = null;
        BoundSection? after = null;
        foreach (var section in document.Sections)
        {
            var index = order.IndexOf(section.Definition);
            if (index >= 0 && index < place)
            {
                before = section;
            }
            else if (index > place)
            {
                after ??= section;
            }
        }

        return before?.Section.Span.End ?? after?.Section.Span.Start ?? document.Outline.Text.Length;
    }

    /// <summary>
    /// A section as it is inserted at an offset: with the blank lines around it that Markdown needs there.
    /// </summary>
    public static string WithBlankLines(MarkdownOutline outline, int offset, string section)
    {
        var text = outline.Text;
        var before = offset == 0 || EndsWithBlankLine(text, offset) ? "" : text[offset - 1] is '\n' or '\r' ? "\n" : "\n\n";
        var after = offset >= text.Length ? "" : text[offset] is '\n' or '\r' ? "" : "\n";
        return before + section + after;
    }

    /// <summary>
    /// The offset at which a missing field of a section (or, without one, of the header) is inserted and the line that is inserted there.
    /// Behind the last field of the section, else below its heading. The line ends with the value.
    /// </summary>
    public static (int Offset, string Text) ForField(BoundDocument document, FieldDefinition missing, BoundSection? section, string value = "")
    {
        var outline = document.Outline;
        var host = section?.Section ?? outline.Title ?? outline.Sections[0];
        var last = document.Fields
            .Where(field => field.Field.Section == host.Index && field.Field.Notation is FieldNotation.BoldItem or FieldNotation.BoldLine or FieldNotation.PlainItem)
            .OrderBy(static field => field.Field.Span.Start)
            .LastOrDefault(field => IsBefore(document, field.Definition, missing, section))?.Field
            ?? document.Fields.Where(field => field.Field.Section == host.Index && field.Field.Notation is FieldNotation.BoldItem or FieldNotation.BoldLine or FieldNotation.PlainItem)
                .OrderBy(static field => field.Field.Span.Start).LastOrDefault()?.Field;
        if (last is null)
        {
            return host.Level == 0
                ? (host.BodySpan.Start, Line(missing, FieldNotation.BoldLine) + value + "\n\n")
                : (host.HeadingSpan.End, "\n\n" + Line(missing, section is null ? FieldNotation.BoldLine : FieldNotation.BoldItem) + value);
        }

        return (End(outline, last), "\n" + Indent(outline, last) + Line(missing, last.Notation) + value);
    }

    // Further lines of the item and a list as the value belong to the field.
    private static int End(MarkdownOutline outline, Field field)
    {
        var end = outline.ListItems.FirstOrDefault(item => item.Span.Start == field.Span.Start)?.Span.End ?? field.Span.End;
        return field.Items.IsDefaultOrEmpty ? end : Math.Max(end, field.Items.Max(static item => item.Span.End));
    }

    private static bool IsBefore(BoundDocument document, FieldDefinition present, FieldDefinition missing, BoundSection? section)
    {
        var order = section?.Definition.Fields ?? document.Kind.HeaderFields;
        var place = order.IndexOf(present);
        return place >= 0 && place < order.IndexOf(missing);
    }

    private static string Line(FieldDefinition field, FieldNotation notation) => notation switch
    {
        FieldNotation.BoldLine => $"**{field.Name}**: ",
        FieldNotation.PlainItem => $"- {field.Name}: ",
        _ => SectionSkeleton.Field(field) + " ",
    };

    private static string Indent(MarkdownOutline outline, Field field)
    {
        var start = field.Span.Start;
        while (start > 0 && outline.Text[start - 1] is not ('\n' or '\r'))
        {
            start--;
        }

        return outline.Text[start..field.Span.Start];
    }

    private static bool EndsWithBlankLine(string text, int offset)
    {
        var lineEnds = 0;
        for (var index = offset - 1; index >= 0 && char.IsWhiteSpace(text[index]); index--)
        {
            lineEnds += text[index] == '\n' ? 1 : 0;
        }

        return lineEnds > 1;
    }
}
