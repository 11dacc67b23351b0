using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A service name in a naming position.</summary>
/// <param name="Name">The name as written, hyphens as underscores.</param>
/// <param name="Written">The name as written.</param>
/// <param name="Span">Where.</param>
/// <param name="Context">The line, item or row it stands in, for cited reasons.</param>
public sealed record ServiceMention(string Name, string Written, TextSpan Span, string Context);

/// <summary>Collects service names from naming positions only (catalogue 1.11, decisions 24): never from running text.</summary>
public static class ServiceNameCollector
{
    /// <summary>Every mention in document order; infrastructure is left out.</summary>
    public static IReadOnlyList<ServiceMention> Collect(BoundDocument document)
    {
        var convention = document.Definition.Definition.Naming;
        var mentions = new List<ServiceMention>();
        if (convention.Types.IsEmpty)
        {
            return mentions;
        }

        var headings = convention.ServiceHeadings.Select(HeadingKey.Normalize).ToHashSet(StringComparer.Ordinal);
        FromItems(document, headings, mentions);
        FromTables(document, headings, mentions);
        FromPaths(document, convention.ServicesFolder, mentions);
        FromCompose(document, convention.ServicesFolder, mentions);
        return
        [
            .. mentions
                .Where(mention => !document.Definition.ServiceNames.IsInfrastructure(mention.Name))
                .DistinctBy(static mention => mention.Span.Start)
                .OrderBy(static mention => mention.Span.Start),
        ];
    }

    private static void FromItems(BoundDocument document, HashSet<string> headings, List<ServiceMention> mentions)
    {
        var inLists = new HashSet<int>();
        foreach (var field in document.Outline.Fields)
        {
            if (headings.Contains(field.Key))
            {
                inLists.UnionWith(field.Items.IsDefaultOrEmpty ? [] : field.Items.Select(static item => item.Index));
                if (field.Notation == FieldNotation.FrontMatter)
                {
                    foreach (var item in field.Items.IsDefaultOrEmpty ? [] : field.Items)
                    {
                        AddLeading(document, item.Raw, item.ContentSpan.Start, item.Raw, isQuoted: true, mentions);
                    }
                }
            }
        }

        foreach (var item in document.Outline.ListItems)
        {
            if (inLists.Contains(item.Index) || (item.Parent < 0 && IsServiceSection(document, item.Section, headings) && !IsUnderOtherLabel(document, item, headings)))
            {
                AddLeading(document, item.Raw, item.ContentSpan.Start, item.Raw, isQuoted: false, mentions);
            }
        }
    }

    private static bool IsServiceSection(BoundDocument document, int section, HashSet<string> headings) =>
        section >= 0 && headings.Contains(document.Outline.Sections[section].Key);

    // "**Infrastructure**:" below a service heading starts another list.
    private static bool IsUnderOtherLabel(BoundDocument document, ListItem item, HashSet<string> headings) =>
        document.Outline.Fields.Any(field => field.Section == item.Section && !headings.Contains(field.Key) && !field.Items.IsDefaultOrEmpty && field.Items.Any(child => child.Index == item.Index));

    private static void FromTables(BoundDocument document, HashSet<string> headings, List<ServiceMention> mentions)
    {
        var columns = document.Definition.Definition.Naming.ServiceColumns.Select(HeadingKey.Normalize).ToHashSet(StringComparer.Ordinal);
        foreach (var table in document.Outline.Tables)
        {
            var column = -1;
            for (var index = 0; index < table.Header.Cells.Length && column < 0; index++)
            {
                column = columns.Contains(HeadingKey.Normalize(table.Header.Cells[index].Text)) ? index : -1;
            }

            if (column < 0 && IsServiceSection(document, table.Section, headings))
            {
                column = 0;
            }

            foreach (var row in column < 0 ? [] : table.Rows)
            {
                if (row.Cell(column) is { } cell)
                {
                    AddLeading(document, cell.Raw, cell.ContentSpan.Start, document.Outline.Text.Substring(row.Span.Start, row.Span.Length), isQuoted: true, mentions);
                }
            }
        }
    }

    // The leading token of an item: in code ticks or emphasis, or bare.
    private static void AddLeading(BoundDocument document, string raw, int offset, string context, bool isQuoted, List<ServiceMention> mentions)
    {
        var start = 0;
        while (start < raw.Length && !char.IsLetterOrDigit(raw[start]))
        {
            isQuoted |= raw[start] is '`' or '*';
            start++;
        }

        var end = start;
        while (end < raw.Length && IsNameCharacter(raw[end]))
        {
            end++;
        }

        // A path ("services/x") is read elsewhere; a file name is no service.
        if (end == start || (end < raw.Length && raw[end] is '/' or '.' or '('))
        {
            if (end == start || end >= raw.Length || raw[end] != '.' || (end + 1 < raw.Length && char.IsLetterOrDigit(raw[end + 1])))
            {
                return;
            }
        }

        var token = raw[start..end].TrimEnd('-', '_');
        if (IsName(document, token, isQuoted))
        {
            mentions.Add(new ServiceMention(ServiceNameParser.Normalize(token), token, new TextSpan(offset + start, token.Length), context));
        }
    }

    private static bool IsName(BoundDocument document, string token, bool isQuoted)
    {
        if (token.Contains('_', StringComparison.Ordinal))
        {
            return true;
        }

        var convention = document.Definition.Definition.Naming;
        if (token.Contains('-', StringComparison.Ordinal))
        {
            return isQuoted || document.Definition.ServiceNames.Parse(token.ToLowerInvariant()).Type is not null;
        }

        // FinanceLendingApi: humps that end in a type, but not the name of a technology (FastAPI).
        return isQuoted
            && token.AsSpan(1).ContainsAnyInRange('A', 'Z')
            && convention.Types.Any(type => token.EndsWith(type.Id, StringComparison.OrdinalIgnoreCase) && token.Length > type.Id.Length)
            && !convention.Types.Any(type => type.Technologies.Contains(token, StringComparer.OrdinalIgnoreCase));
    }

    private static void FromPaths(BoundDocument document, string folder, List<ServiceMention> mentions)
    {
        var text = document.Outline.Text;
        for (var index = folder.Length == 0 ? -1 : text.IndexOf(folder, StringComparison.Ordinal); index >= 0; index = text.IndexOf(folder, index + 1, StringComparison.Ordinal))
        {
            if (IsPathStart(text, index) && document.Outline.FenceAt(index) is null)
            {
                AddPath(document, text, index + folder.Length, mentions);
            }
        }
    }

    private static bool IsPathStart(string text, int index)
    {
        var before = index == 0 ? ' ' : text[index - 1];
        if (before == '/')
        {
            var outer = index == 1 ? ' ' : text[index - 2];
            return outer == '.' ? index < 3 || !IsNameCharacter(text[index - 3]) : !IsNameCharacter(outer) && outer != '*';
        }

        return !IsNameCharacter(before) && before is not ('.' or '}' or '>');
    }

    private static void AddPath(BoundDocument document, string text, int start, List<ServiceMention> mentions)
    {
        var context = Line(text, start);
        if (start < text.Length && text[start] == '{')
        {
            var close = text.IndexOf('}', start);
            if (close < 0 || close - start > 400 || !text.AsSpan(start, close - start).Contains(','))
            {
                return;
            }

            for (var position = start + 1; position < close;)
            {
                var comma = text.IndexOf(',', position, close - position);
                var end = comma < 0 ? close : comma;
                AddSegment(text, position, end, context, mentions);
                position = end + 1;
            }

            return;
        }

        var stop = start;
        while (stop < text.Length && IsNameCharacter(text[stop]))
        {
            stop++;
        }

        if (stop < text.Length && text[stop] == '/')
        {
            AddSegment(text, start, stop, context, mentions);
        }
    }

    private static void AddSegment(string text, int start, int end, string context, List<ServiceMention> mentions)
    {
        while (start < end && text[start] == ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] == ' ')
        {
            end--;
        }

        if (end > start && text[start..end].All(IsNameCharacter))
        {
            var written = text[start..end];
            mentions.Add(new ServiceMention(ServiceNameParser.Normalize(written), written, TextSpan.FromBounds(start, end), context));
        }
    }

    // Keys under "services:" of a compose file in a fence.
    private static void FromCompose(BoundDocument document, string folder, List<ServiceMention> mentions)
    {
        if (folder.Length == 0)
        {
            return;
        }

        var opening = folder.TrimEnd('/') + ":";
        foreach (var fence in document.Outline.Fences)
        {
            if (fence.Language is "yaml" or "yml" && fence.Content.Contains(opening, StringComparison.Ordinal))
            {
                ComposeKeys(fence, opening, mentions);
            }
        }
    }

    private static void ComposeKeys(CodeFence fence, string opening, List<ServiceMention> mentions)
    {
        var inside = false;
        var indent = -1;
        var start = 0;
        while (start < fence.Content.Length)
        {
            var end = fence.Content.IndexOf('\n', start);
            end = end < 0 ? fence.Content.Length : end;
            var line = fence.Content[start..end].TrimEnd();
            var width = line.Length - line.TrimStart(' ').Length;
            if (line.Length > 0 && width == 0)
            {
                inside = line == opening;
                indent = -1;
            }
            else if (inside && line.Length > 0 && line[width] != '#')
            {
                indent = indent < 0 ? width : indent;
                if (width == indent && line.EndsWith(':'))
                {
                    var name = line[width..^1].Trim('"', '\'');
                    var span = fence.ContentMap.ToSource(new TextSpan(start + line.IndexOf(name, StringComparison.Ordinal), name.Length));
                    mentions.Add(new ServiceMention(ServiceNameParser.Normalize(name), name, span, line));
                }
            }

            start = end + 1;
        }
    }

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';

    private static string Line(string text, int offset)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1;
        var end = text.IndexOf('\n', offset);
        return text[start..(end < 0 ? text.Length : end)];
    }
}
