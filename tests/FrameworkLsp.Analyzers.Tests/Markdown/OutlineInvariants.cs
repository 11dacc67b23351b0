using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Markdown;

/// <summary>What holds for the outline of any text.</summary>
internal static class OutlineInvariants
{
    public static void Check(string text)
    {
        var outline = MarkdownParser.Parse(text);
        Require(outline.Text == text, "the text is kept");
        Sections(outline);
        Fields(outline, outline.Fields);
        Fields(outline, outline.PlainLines);
        Tables(outline);
        Items(outline);
        Fences(outline);
        Inlines(outline);
        foreach (var nested in outline.NestedFences)
        {
            Require(nested.OuterOpening.End <= nested.InnerOpening.Start && nested.InnerOpening.End <= nested.InnerClosing.Start && nested.InnerClosing.End <= nested.OuterClosing.Start, "nested fences are in order");
            Require(nested.SwallowedFirstLine <= nested.SwallowedLastLine, "swallowed lines are in order");
        }

        if (outline.FrontMatter is { } frontMatter)
        {
            Require(frontMatter.Span.Start == 0 && frontMatter.Span.Contains(frontMatter.ContentSpan), "front matter is at the top");
            Require(frontMatter.Error is null || frontMatter.Span.Contains(frontMatter.ErrorSpan), $"the error {frontMatter.ErrorSpan} is in {frontMatter.Span}");
            Require(!frontMatter.IsMapping || frontMatter.Error is null, "an error is no mapping");
        }
    }

    /// <summary>The whole outline as text, its offsets mapped and its line ends made equal.</summary>
    public static string Describe(MarkdownOutline outline, Func<int, int> map)
    {
        var builder = new StringBuilder();
        void Add(string kind, params object?[] values) => builder.Append(kind).AppendJoin(' ', values.Select(value => value switch
        {
            TextSpan span => $"[{map(span.Start)},{map(span.End)})",
            string text => text.ReplaceLineEndings("\n"),
            null => "-",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        })).Append('\n');

        Add("front ", outline.FrontMatter?.Span, outline.FrontMatter?.ContentSpan, outline.FrontMatter?.IsMapping, outline.FrontMatter?.Error, outline.FrontMatter?.ErrorSpan);
        foreach (var s in outline.Sections)
        {
            Add("section ", s.Index, s.Parent, s.Level, s.Title, s.Key, s.HeadingSpan, s.TitleSpan, s.Span, s.BodySpan);
        }

        foreach (var f in outline.Fields.Concat(outline.PlainLines))
        {
            Add("field ", f.Notation, f.Name, f.Key, f.NameSpan, f.Value, f.ValueSpan, f.Span, f.Section, f.ContinuationSpan.IsEmpty ? null : f.ContinuationSpan, string.Join(';', f.Items.Select(i => i.Raw)));
        }

        foreach (var t in outline.Tables)
        {
            Add("table ", t.Section, t.Span, t.DelimiterSpan);
            foreach (var cell in t.Rows.Prepend(t.Header).SelectMany(r => r.Cells))
            {
                Add("  cell ", cell.Span, cell.ContentSpan, cell.Raw, cell.Text);
            }
        }

        foreach (var i in outline.ListItems)
        {
            Add("item ", i.Parent, i.Section, i.Span, i.ContentSpan, i.Raw, i.Text, i.IsOrdered, i.IsChecked);
        }

        foreach (var f in outline.Fences)
        {
            Add("fence ", f.Section, f.Span, f.OpeningSpan, f.ClosingSpan, f.Marker, f.MarkerLength, f.Info, f.Language, f.ContentSpan, f.Content);
        }

        foreach (var l in outline.Links)
        {
            Add("link ", l.Kind, l.Target, l.TargetSpan, l.Span, l.Text, l.Section);
        }

        foreach (var c in outline.Comments)
        {
            Add("comment ", c.Span, c.ContentSpan, c.Content);
        }

        foreach (var c in outline.InlineCodes)
        {
            Add("code ", c.Span, c.ContentSpan, c.Content, c.Section);
        }

        foreach (var n in outline.NestedFences)
        {
            Add("nested ", n.OuterOpening, n.InnerOpening, n.InnerClosing, n.OuterClosing, n.OuterInfo, n.InnerInfo, n.SwallowedFirstLine, n.SwallowedLastLine);
        }

        return builder.ToString();
    }

    /// <summary>Compares two descriptions and names the first line that differs.</summary>
    public static void Same(string actual, string expected)
    {
        foreach (var (left, right) in actual.Split('\n').Zip(expected.Split('\n')))
        {
            Require(left == right, $"'{left}' instead of '{right}'");
        }

        Require(actual.Length == expected.Length, "one outline has more elements");
    }

    private static void Sections(MarkdownOutline outline)
    {
        Require(outline.Sections[0] is { Level: 0, Parent: -1, Span.Start: 0 } && outline.Sections[0].Span.Length == outline.Text.Length, "the root spans the text");
        for (var index = 1; index < outline.Sections.Length; index++)
        {
            var section = outline.Sections[index];
            var parent = outline.Sections[section.Parent];
            Require(section.Index == index && section.Parent < index && parent.Level < section.Level, "sections nest by level");
            Require(parent.Span.Contains(section.Span) && section.Span.Contains(section.HeadingSpan) && section.HeadingSpan.Contains(section.TitleSpan) && section.Span.Contains(section.BodySpan), $"section spans nest: {parent.Span} {section}");
            Require(outline.Sections[index - 1].Span.Start < section.Span.Start || index == 1, "sections are in order");
            Token(outline, section.TitleSpan, section.Title);
            Require(section.Key == HeadingKey.Normalize(section.Title), "the key is the normalised title");
            Require(outline.SectionAt(section.HeadingSpan.Start) == section, "the section is found at its heading");
        }
    }

    private static void Fields(MarkdownOutline outline, ImmutableArray<Field> fields)
    {
        var last = -1;
        foreach (var field in fields)
        {
            var name = field.Notation == FieldNotation.FrontMatter ? Slice(outline, field.NameSpan) : field.Name;
            Token(outline, field.NameSpan, name);
            Token(outline, field.ValueSpan, field.Value);
            Require(field.Name.EndsWith(name, StringComparison.Ordinal), "a nested key ends with its last part");
            Require(field.Value == field.Value.Trim() || field.Notation == FieldNotation.FrontMatter, $"the value '{field.Value}' is trimmed");
            Require(field.Span.Contains(field.NameSpan), "the field holds its name");
            Require(field.NameSpan.Start > last, "fields are in order");
            Require(field.Key == HeadingKey.Normalize(field.Name), "the key is the normalised name");
            Require(field.ContinuationSpan.End <= outline.Text.Length, "the continuation lies in the text");
            Require(field.ContinuationSpan.IsEmpty || field.Value.Length == 0, "only a field without a value goes on");
            Require(field.Section < outline.Sections.Length, "the section exists");
            last = field.NameSpan.Start;
        }
    }

    private static void Tables(MarkdownOutline outline)
    {
        foreach (var table in outline.Tables)
        {
            Require(outline.Tables[table.Index] == table, "the table knows its index");
            Require(table.Span.Contains(table.Header.Span) && table.Span.Contains(table.DelimiterSpan), "the table holds its rows");
            var last = table.Header.Span.Start - 1;
            foreach (var row in table.Rows.Prepend(table.Header))
            {
                Require(table.Span.Contains(row.Span) && row.Span.Start > last, "rows are in order");
                Require(!Slice(outline, row.Span).AsSpan().ContainsAny('\r', '\n'), "a row is a line");
                last = row.Span.Start;
                foreach (var cell in row.Cells)
                {
                    Token(outline, cell.ContentSpan, cell.Raw);
                    Require(row.Span.Contains(cell.Span) && cell.Span.Contains(cell.ContentSpan), "cells nest");
                    Require(Slice(outline, cell.Span).Trim() == cell.Raw, "the content is the trimmed cell");
                }
            }
        }
    }

    private static void Items(MarkdownOutline outline)
    {
        for (var index = 0; index < outline.ListItems.Length; index++)
        {
            var item = outline.ListItems[index];
            Token(outline, item.ContentSpan, item.Raw);
            Require(item.Index == index && item.Parent < index, "items are in order");
            Require(item.Span.Contains(item.ContentSpan), "an item holds its content");
            Require(item.Parent < 0 || outline.ListItems[item.Parent].Span.Contains(item.Span), "items nest");
            Require(item.IsChecked is null || Slice(outline, item.CheckSpan) is "[ ]" or "[x]" or "[X]", "the box is a box");
        }
    }

    private static void Fences(MarkdownOutline outline)
    {
        foreach (var fence in outline.Fences)
        {
            Require(outline.Fences[fence.Index] == fence, "the fence knows its index");
            Require(fence.Span.Contains(fence.OpeningSpan) && fence.OpeningSpan.End <= fence.ContentSpan.Start && fence.ContentSpan.End <= outline.Text.Length, "the fence holds its lines");
            Require(Slice(outline, fence.OpeningSpan).StartsWith(new string(fence.Marker, fence.MarkerLength), StringComparison.Ordinal), "the opening line starts with the marker");
            Require(fence.ClosingSpan is not { } closing || (fence.ContentSpan.End <= closing.Start && fence.Span.End == closing.End && Slice(outline, closing).StartsWith(new string(fence.Marker, fence.MarkerLength), StringComparison.Ordinal)), "the closing line starts with the marker");
            for (var offset = 0; offset < fence.Content.Length; offset++)
            {
                var source = fence.ContentMap.ToSource(offset);
                var isTab = fence.Content[offset] == ' ' && outline.Text.AsSpan(source - 1, Math.Min(2, outline.Text.Length - source + 1)).Contains('\t');
                Require((isTab || outline.Text[source] == fence.Content[offset]) && source >= fence.ContentSpan.Start && source <= fence.ContentSpan.End, $"content offset {offset} of '{fence.Content}' maps to {source}");
            }
        }
    }

    private static void Inlines(MarkdownOutline outline)
    {
        var last = -1;
        foreach (var link in outline.Links)
        {
            Require(link.Span.Start >= last && link.Span.End <= outline.Text.Length && link.TargetSpan.End <= outline.Text.Length, "links are in order");
            var starts = link.Kind switch { LinkKind.Image => "![", LinkKind.Link or LinkKind.Definition => "[", _ => "" };
            Require(Slice(outline, link.Span).StartsWith(starts, StringComparison.Ordinal), $"'{Slice(outline, link.Span)}' is a {link.Kind}");
            Require(link.TargetSpan.IsEmpty || link.Target.Contains('\\') || Slice(outline, link.TargetSpan).AsSpan().ContainsAny('&', '\\', '\0') || Slice(outline, link.TargetSpan) == link.Target, $"'{Slice(outline, link.TargetSpan)}' is the target '{link.Target}'");
            last = link.Span.Start;
        }

        foreach (var comment in outline.Comments)
        {
            Require(Slice(outline, comment.Span).StartsWith("<!--", StringComparison.Ordinal) && Slice(outline, comment.Span).EndsWith("-->", StringComparison.Ordinal), "a comment has its markers");
            Require(Slice(outline, comment.ContentSpan).Trim() == comment.Content, "the comment's content");
        }

        foreach (var code in outline.InlineCodes)
        {
            Require(Slice(outline, code.Span) is ['`', .., '`'] && code.Span.Contains(code.ContentSpan), "code has its ticks");
        }
    }

    private static void Token(MarkdownOutline outline, TextSpan span, string token)
    {
        Require(span.End <= outline.Text.Length, $"{span} lies in the text");
        Require(Slice(outline, span) == token, $"'{Slice(outline, span)}' at {span} is the token '{token}'");
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new AssertionException(what);
        }
    }

    private static string Slice(MarkdownOutline outline, TextSpan span) => outline.Text.Substring(span.Start, span.Length);
}
