using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding.Merging;

/// <summary>Merges lists item by item: by their text, tasks by what they are and not by their numbers.</summary>
internal static class ListMerge
{
    public static void Run(ThreeWay versions, BoundField? before, BoundField after, BoundField mine)
    {
        var text = versions.Document.Outline.Text;
        var there = Top(mine.Field);
        var old = before is null ? [] : Top(before.Field).Select(item => Key(versions, item)).ToHashSet(StringComparer.Ordinal);
        var now = Top(after.Field);
        var keys = now.Select(item => Key(versions, item)).ToHashSet(StringComparer.Ordinal);
        var known = there.Select(item => Key(versions, item)).ToHashSet(StringComparer.Ordinal);

        // What people wrote instead of the tool's words needs none of them.
        if (there.Count > 0 && (after.Definition.Draft.Length == 0 || known.IsSubsetOf(old)))
        {
            Append(versions, after, [.. now.Where(item => !old.Contains(Key(versions, item)) && !known.Contains(Key(versions, item)))], there, mine);
        }

        foreach (var item in there.Where(item => old.Contains(Key(versions, item))))
        {
            // Only what nobody added to is replaced or goes away.
            var was = Top(before!.Field).First(other => Key(versions, other) == Key(versions, item));
            if (Plain(versions, text, item) != Plain(versions, versions.Before.Document.Outline.Text, was))
            {
                continue;
            }

            if (now.Find(other => Key(versions, other) == Key(versions, item)) is { } next)
            {
                var source = versions.After.Document.Outline.Text;
                if (Plain(versions, source, next) != Plain(versions, versions.Before.Document.Outline.Text, was))
                {
                    var marker = text[item.Span.Start..item.ContentSpan.Start];
                    var block = Block(source, next, marker).Replace(Label(versions, next.Text) is { Length: > 0 } label ? label : "\0", Label(versions, item.Text), StringComparison.Ordinal);
                    versions.Changes.Add(new TextChange(item.Span, block));
                }
            }
            else
            {
                var start = InsertionPoint.LineStart(text, item.Span.Start);
                var end = InsertionPoint.LineEnd(text, item.Span.End);
                versions.Changes.Add(new TextChange(TextSpan.FromBounds(start, end < text.Length ? end + (text[end] == '\r' && end + 1 < text.Length ? 2 : 1) : end), ""));
            }
        }
    }

    private static void Append(ThreeWay versions, BoundField after, List<ListItem> items, List<ListItem> there, BoundField mine)
    {
        if (items.Count == 0)
        {
            return;
        }

        var source = versions.After.Document.Outline.Text;
        var text = versions.Document.Outline.Text;
        var last = there[^1];
        var indent = text[InsertionPoint.LineStart(text, last.Span.Start)..last.Span.Start];
        var number = there.Count;
        var written = new System.Text.StringBuilder();
        foreach (var item in items)
        {
            var marker = item.IsOrdered && last.IsOrdered ? (++number).ToString(CultureInfo.InvariantCulture) + ". " : source[item.Span.Start..item.ContentSpan.Start];
            var block = Block(source, item, marker);

            written.Append('\n').Append(indent).Append(string.Join("\n" + indent, Relabelled(versions, after, item, block, mine).Split('\n')));
        }

        versions.Changes.Add(new TextChange(new TextSpan(InsertionPoint.LineEnd(text, last.Span.End), 0), written.ToString()));
    }

    // The item with another marker; what is nested in it moves along.
    private static string Block(string source, ListItem item, string marker)
    {
        var old = item.ContentSpan.Start - item.Span.Start;
        var lines = source.Substring(item.Span.Start, item.Span.Length).ReplaceLineEndings("\n").TrimEnd().Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var blanks = lines[index].Length - lines[index].TrimStart(' ').Length;
            lines[index] = index == 0 ? marker + lines[0][old..] : new string(' ', Math.Max(0, blanks + marker.Length - old)) + lines[index].TrimStart(' ');
        }

        return string.Join('\n', lines);
    }

    // A task gets the next number that its phase has not given away.
    private static string Relabelled(ThreeWay versions, BoundField after, ListItem item, string block, BoundField mine)
    {
        var label = Label(versions, item.Text);
        if (after.Definition.ValueKind != ValueKinds.Tasks || label.Length == 0)
        {
            return block;
        }

        var section = versions.Document.Outline.Sections[mine.Field.Section];
        var phase = versions.Document.Outline.Text.Substring(section.Span.Start, section.Span.Length);
        var stem = label[..(label.LastIndexOfAny(['.', ' ']) + 1)];
        var next = stem + (Highest(phase + string.Join('\n', versions.Labels.Values), stem) + 1).ToString(CultureInfo.InvariantCulture);
        versions.Labels[label] = next;
        return block.Replace(label, next, StringComparison.Ordinal);
    }

    // The highest number behind a stem: 7 of "Task 3.7".
    private static int Highest(string text, string stem)
    {
        var highest = 0;
        for (var index = text.IndexOf(stem, StringComparison.Ordinal); index >= 0; index = text.IndexOf(stem, index + stem.Length, StringComparison.Ordinal))
        {
            var digits = text.AsSpan(index + stem.Length);
            var end = digits.IndexOfAnyExceptInRange('0', '9');
            highest = int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(highest, number) : highest;
        }

        return highest;
    }

    private static List<ListItem> Top(Field field) => field.Items.IsDefaultOrEmpty ? [] : [.. field.Items.Where(item => item.Parent == field.Items[0].Parent)];

    private static string Key(ThreeWay versions, ListItem item)
    {
        var label = Label(versions, item.Text);
        return HeadingKey.Normalize(label.Length > 0 ? item.Text[label.Length..].TrimStart(':', ' ') : item.Text);
    }

    // "Task 3.4" of "Task 3.4: Loan request".
    private static string Label(ThreeWay versions, string text)
    {
        var stem = versions.Document.Definition.Definition.Phrases[ScaffoldPhrases.Task];
        var brace = stem.IndexOf('{', StringComparison.Ordinal);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return brace > 0 && colon > 0 && text.StartsWith(stem[..brace], StringComparison.Ordinal) ? text[..colon] : "";
    }

    private static string Plain(ThreeWay versions, string text, ListItem item)
    {
        var lines = text.Substring(item.Span.Start, item.Span.Length).ReplaceLineEndings("\n").Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0).ToList();

        // The numbers of an item and of its task say nothing.
        lines[0] = Key(versions, item);
        return string.Join('\n', lines);
    }
}
