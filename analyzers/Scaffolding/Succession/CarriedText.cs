using System.Text;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>Takes Markdown out of a document so that it means the same in another one.</summary>
internal static class CarriedText
{
    /// <summary>The whole value of a field: the lines of its paragraph as one, or the items of its list one a line; empty when there is none.</summary>
    public static string Value(BoundDocument document, Field field)
    {
        var text = document.Outline.Text;
        if (field.Value.Length == 0)
        {
            return field.Items.IsDefaultOrEmpty
                ? field.ContinuationSpan.IsEmpty || field.Notation == FieldNotation.TableRow ? "" : Paragraph(text, field.ContinuationSpan.Start, field.ContinuationSpan.End)
                : string.Join('\n', field.Items.Where(item => field.Items[0].Parent == item.Parent).Select(static item => item.Raw.Trim()));
        }

        return field.Notation is FieldNotation.TableRow or FieldNotation.FrontMatter ? field.Value : Paragraph(text, field.ValueSpan.Start, text.Length);
    }

    /// <summary>A text with its relative links seen from another document.</summary>
    public static string Rebased(string text, string from, string to)
    {
        if (!text.Contains("](", StringComparison.Ordinal) || PathResolver.Folder(from) == PathResolver.Folder(to))
        {
            return text;
        }

        var builder = new StringBuilder();
        var start = 0;
        for (var open = text.IndexOf("](", StringComparison.Ordinal); open >= 0; open = text.IndexOf("](", open + 2, StringComparison.Ordinal))
        {
            var end = text.IndexOfAny([')', ' ', '#'], open + 2);
            if (end < 0)
            {
                break;
            }

            var target = text[(open + 2)..end];
            var isRelative = target.Length > 0 && target[0] is not ('/' or '#' or '<') && !target.Contains(':', StringComparison.Ordinal);
            if (isRelative && PathResolver.Normalize(PathResolver.Folder(from) + target) is { } path)
            {
                builder.Append(text, start, open + 2 - start).Append(RelativePath.From(PathResolver.Folder(to), path)).Append(target.EndsWith('/') ? "/" : "");
                start = end;
            }
        }

        return builder.Append(text, start, text.Length - start).ToString();
    }

    /// <summary>What stands in a section besides its fields and tables; empty when those are all that it holds.</summary>
    public static string Body(BoundDocument document, Section section)
    {
        var body = section.BodySpan;
        var holdsParts = document.Tables.Any(table => body.Contains(table.Table.Span)) || document.Fields.Any(field => body.Contains(field.Field.Span.Start));
        return holdsParts ? "" : document.Outline.Text.Substring(body.Start, body.Length).ReplaceLineEndings("\n").Trim();
    }

    // The lines of a paragraph up to a blank line or what starts another block.
    private static string Paragraph(string text, int start, int end)
    {
        var lines = new List<string>();
        while (start < end)
        {
            var lineEnd = InsertionPoint.LineEnd(text, start);
            var line = text.AsSpan(start, Math.Min(lineEnd, end) - start).Trim();
            if (line.IsEmpty || (lines.Count > 0 && StartsBlock(line)))
            {
                break;
            }

            lines.Add(line.ToString());
            start = lineEnd + (lineEnd + 1 < text.Length && text[lineEnd] == '\r' && text[lineEnd + 1] == '\n' ? 2 : 1);
        }

        return string.Join(' ', lines);
    }

    private static bool StartsBlock(ReadOnlySpan<char> line) =>
        line[0] is '#' or '|' or '>' or '`' || line.StartsWith("- ") || line.StartsWith("* ") || line.StartsWith("+ ") || line.StartsWith("**") || (char.IsAsciiDigit(line[0]) && line.Length > 1 && line[1] is '.' or ')');
}
