using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>
/// Reads the level and the modules where they have a heading of their own, with the answer below it or behind its colon, or a row among others in a
/// table of more than two columns. What is written there may be prose, so only what can be read as an answer counts.
/// </summary>
internal static class LooseAnswerReader
{
    /// <summary>The fields with headings, in document order.</summary>
    public static IEnumerable<(Field Field, FieldPlace Place)> UnderHeadings(KindIndex index, MarkdownOutline outline, CompiledDefinition definition)
    {
        foreach (var section in outline.Sections)
        {
            // What an upgrade or an alternative would have is no answer (catalogue 1.9).
            if (section.Level < 2 || Heading(index, outline, section) is not var (place, field) || definition.NegativeScope.IsNegative(outline, section.Index))
            {
                continue;
            }

            var answer = place.Field.ValueKind == ValueKinds.Level ? Level(field, definition) : Modules(field, definition);
            if (answer is not null)
            {
                yield return (answer, place);
            }
        }
    }

    /// <summary>The fields in rows, in document order.</summary>
    public static IEnumerable<(Field Field, FieldPlace Place)> InRows(KindIndex index, MarkdownOutline outline, CompiledDefinition definition) =>
        from table in outline.Tables
        where table.Header.Cells.Length > 2
        from row in table.Rows
        where row.Cell(0) is not null
        let name = FieldLine.ReadCellName(outline.Text, row.Cell(0)!.ContentSpan)
        where name is not null
        let place = Place(index, HeadingKey.Normalize(Text(outline, name.Value)))
        where place is not null
        let answers = row.Cells.Skip(1).Where(cell => IsAnswer(place.Value, cell, definition)).Take(2).ToList()
        where answers.Count == 1 && !definition.NegativeScope.IsNegative(outline, table.Section)
        select (Create(FieldNotation.TableRow, outline, name.Value, answers[0].ContentSpan, row.Span, table.Section, []), place.Value);

    /// <summary>Whether a section headed by the name of a field says anything, readable as a value or not.</summary>
    public static bool IsWrittenOut(KindIndex index, MarkdownOutline outline, string role) =>
        outline.Sections.Any(section => section.Level > 1 && Place(index, section.Key)?.Field.Role == role && Beginning(outline, section) is not null);

    private static FieldPlace? Place(KindIndex index, string key, bool withGeneric = false)
    {
        foreach (var place in index.Fields(key))
        {
            if ((withGeneric || !place.IsGeneric) && place.Field.ValueKind is ValueKinds.Level or ValueKinds.Modules)
            {
                return place;
            }
        }

        return null;
    }

    private static (FieldPlace Place, Field Field)? Heading(KindIndex index, MarkdownOutline outline, Section section)
    {
        // A heading that is common elsewhere is vouched for by the answer below it.
        if (Place(index, section.Key, withGeneric: true) is { } place)
        {
            return Below(outline, section, place.Field.ValueKind == ValueKinds.Level) is { } field ? (place, field) : null;
        }

        return FieldLine.ReadPlain(outline.Text, section.TitleSpan.Start, section.TitleSpan.End) is { Value.IsEmpty: false } line
            && Place(index, HeadingKey.Normalize(Text(outline, line.Name))) is { } named
                ? (named, Create(outline, section, line.Name, line.Value, []))
                : null;
    }

    // The first line, or the items of the list that the section begins with.
    private static Field? Below(MarkdownOutline outline, Section section, bool isChoice)
    {
        if (Beginning(outline, section) is not { } start)
        {
            return null;
        }

        var text = outline.Text;
        var items = outline.ListItems.Where(item => item.Section == section.Index && item.Parent < 0).ToImmutableArray();
        if (items is [var first, ..] && first.Span.Start <= start)
        {
            // The only item is the value, and so is the only one that is ticked among choices.
            if (items.Where(item => items.Length == 1 || item.IsChecked == true).Take(2).ToList() is [var only] && (isChoice || items.Length == 1))
            {
                return Create(outline, section, section.TitleSpan, only.ContentSpan, []);
            }

            return Create(outline, section, section.TitleSpan, new TextSpan(section.HeadingSpan.End, 0), items) with { ContinuationSpan = TextSpan.FromBounds(first.Span.Start, items[^1].Span.End) };
        }

        var end = text.AsSpan(start, section.BodySpan.End - start).IndexOfAny('\r', '\n');
        return Create(outline, section, section.TitleSpan, TextSpan.FromBounds(start, end < 0 ? section.BodySpan.End : start + end), []);
    }

    // Where the first text of a section's own stands; null when there is none. Fences and comments are no text.
    private static int? Beginning(MarkdownOutline outline, Section section)
    {
        var at = section.BodySpan.Start;
        while (at < section.BodySpan.End)
        {
            if (char.IsWhiteSpace(outline.Text[at]))
            {
                at++;
            }
            else if (outline.FenceAt(at)?.Span is { } fence)
            {
                at = fence.End;
            }
            else if (outline.Comments.FirstOrDefault(comment => comment.Span.Contains(at))?.Span is { } comment)
            {
                at = comment.End;
            }
            else
            {
                return at;
            }
        }

        return null;
    }

    private static Field Create(MarkdownOutline outline, Section section, TextSpan name, TextSpan value, ImmutableArray<ListItem> items) =>
        Create(FieldNotation.Heading, outline, name, value, section.HeadingSpan, section.Index, items);

    private static Field Create(FieldNotation notation, MarkdownOutline outline, TextSpan name, TextSpan value, TextSpan span, int section, ImmutableArray<ListItem> items) =>
        new(notation, Text(outline, name), HeadingKey.Normalize(Text(outline, name)), name, Text(outline, value), value, span, section, items);

    private static string Text(MarkdownOutline outline, TextSpan span) => outline.Text.Substring(span.Start, span.Length);

    private static bool IsAnswer(FieldPlace place, TableCell cell, CompiledDefinition definition) => place.Field.ValueKind == ValueKinds.Level
        ? definition.Levels.Parse(cell.Raw).Level is not null
        : definition.Modules.Parse(cell.Raw) is { IsAnswered: true, Unknown.IsEmpty: true };

    // A value that is a level or tries to be one; in a sentence the one level that it speaks of.
    private static Field? Level(Field field, CompiledDefinition definition)
    {
        var reading = definition.Levels.Parse(Value(field));
        if (reading.Level is not null || reading.Number is not null || IsOpen(field, definition))
        {
            return field;
        }

        return definition.LevelMentions.Mentions(field.Value).Take(2).ToList() is [{ } mention] && mention.Low == mention.High
            ? field with
            {
                Value = field.Value.Substring(mention.Start, mention.Length),
                ValueSpan = new TextSpan(field.ValueSpan.Start + mention.Start, mention.Length),
            }
            : null;
    }

    // In prose nobody can tell what is wanted and what is only spoken of.
    private static Field? Modules(Field field, CompiledDefinition definition) =>
        IsOpen(field, definition) || (definition.Modules.Parse(field) is { IsAnswered: true, Unknown.IsEmpty: true } && !Value(field).Contains(". ", StringComparison.Ordinal))
            ? field
            : null;

    private static bool IsOpen(Field field, CompiledDefinition definition) =>
        field.Items.IsEmpty && (definition.Values.IsDash(field.Value) || definition.Values.IsChoiceList(field.Value) || definition.Values.Placeholder(field.Value) is not null);

    private static string Value(Field field) => field.Value.Length > 0 ? field.Value : string.Join(", ", field.Items.Where(static item => item.IsChecked != false).Select(static item => item.Raw));
}
