using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding.Merging;

/// <summary>Merges fields: values on a line, lists item by item, blocks as a whole.</summary>
internal static class FieldMerge
{
    public static void Run(ThreeWay versions)
    {
        foreach (var (key, after) in versions.After.Fields.Where(entry => !versions.Mine.Sections.TryGetValue(entry.Key.Owner, out var owner) || !versions.IsRemoved(owner.Section.Span.Start)))
        {
            var before = versions.Before.Fields.GetValueOrDefault(key);
            if (Find(versions, key) is not { } mine)
            {
                Insert(versions, key, before, after);
                continue;
            }

            if (!after.Field.Items.IsDefaultOrEmpty && after.Field.Value.Length == 0)
            {
                ListMerge.Run(versions, before, after, mine);
                continue;
            }

            var (old, now, there) = (versions.Before.Value(before), versions.After.Value(after), versions.Mine.Value(mine));
            if (now.Length > 0 && now != old && now != there && (there == old || there.Length == 0 || IsShared(mine.Definition)))
            {
                Replace(versions, mine.Field, there, now);
            }
        }
    }

    // What all documents of a delivery must agree on.
    private static bool IsShared(FieldDefinition field) =>
        field.Role is FieldRoles.MaturityLevel or FieldRoles.Modules or FieldRoles.EstimatedTime or FieldRoles.RequestId;

    // A field of the header may stand in another place; one of a phase belongs there.
    private static BoundField? Find(ThreeWay versions, (string Owner, string Role) key) =>
        versions.Mine.Fields.GetValueOrDefault(key) ?? (key.Owner.Contains('/', StringComparison.Ordinal) ? null : versions.Document.Field(key.Role));

    private static void Insert(ThreeWay versions, (string Owner, string Role) key, BoundField? before, BoundField after)
    {
        var value = versions.After.Value(after);
        if (before is not null || value.Length == 0 || value.Contains('\n', StringComparison.Ordinal) || after.Definition.Role == FieldRoles.Status)
        {
            return;
        }

        if (key.Owner.Length == 0)
        {
            versions.Changes.Add(FieldInsertion.Insert(versions.Document, after.Definition, null, value));
        }
        else if (versions.Mine.Sections.TryGetValue(key.Owner, out var section))
        {
            versions.Changes.Add(FieldInsertion.Insert(versions.Document, after.Definition, section, value));
        }
    }

    private static void Replace(ThreeWay versions, Field mine, string there, string now)
    {
        if (mine.Value.Length > 0)
        {
            // A value may run over several lines.
            var text = versions.Document.Outline.Text;
            var end = there == mine.Value ? mine.ValueSpan.End : Math.Max(mine.ValueSpan.End, EndOf(text, mine.ValueSpan.Start, there));
            versions.Changes.Add(new TextChange(TextSpan.FromBounds(mine.ValueSpan.Start, end), now));
        }
        else if (there.Length == 0)
        {
            var isSpaced = mine.ValueSpan.Start > 0 && versions.Document.Outline.Text[mine.ValueSpan.Start - 1] is ' ' or '|';
            versions.Changes.Add(new TextChange(new TextSpan(mine.ValueSpan.Start, 0), isSpaced ? now : " " + now));
        }
    }

    // Where the joined lines of a paragraph end in the text.
    private static int EndOf(string text, int start, string joined)
    {
        var offset = start;
        foreach (var character in joined)
        {
            while (offset < text.Length && char.IsWhiteSpace(text[offset]) && character != text[offset])
            {
                offset++;
            }

            if (character == ' ' && offset < text.Length && !char.IsWhiteSpace(text[offset]))
            {
                continue;
            }

            offset++;
        }

        return Math.Min(offset, text.Length);
    }
}
