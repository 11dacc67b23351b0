using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>A field to write.</summary>
/// <param name="Definition">The field.</param>
/// <param name="Value">Its value; empty leaves it to the writer.</param>
public readonly record struct NewField(FieldDefinition Definition, string Value = "");

/// <summary>Inserts missing fields where the template has them, written as the fields beside them.</summary>
public static class FieldInsertion
{
    private enum Side
    {
        Before,
        After,
        Below,
    }

    /// <summary>The edit (in the outline's coordinates) that inserts a field.</summary>
    /// <param name="document">The document.</param>
    /// <param name="missing">The field.</param>
    /// <param name="section">The section it belongs into, or null for the header.</param>
    /// <param name="value">Its value; empty leaves it to the writer.</param>
    public static TextChange Insert(BoundDocument document, FieldDefinition missing, BoundSection? section, string value = "") =>
        Insert(document, section, [new NewField(missing, value)])[0];

    /// <summary>The edits (in the outline's coordinates, in source order) that insert fields of one section, or of the header.</summary>
    public static ImmutableArray<TextChange> Insert(BoundDocument document, BoundSection? section, IReadOnlyList<NewField> fields)
    {
        var host = section?.Section ?? document.Outline.Title ?? document.Outline.Sections[0];
        var order = section?.Definition.Fields ?? document.Kind.HeaderFields;
        var models = Models(document, host).Select(field => (Field: field, Index: IndexOf(document, order, field))).ToList();
        var writer = new FieldWriter(document.Outline);
        return
        [
            .. fields
                .OrderBy(field => order.IndexOf(field.Definition))
                .GroupBy(field => Place(models, order.IndexOf(field.Definition)))
                .Select(group => group.Key.Side switch
                {
                    Side.Before => writer.Before(group.Key.Model!, [.. group]),
                    Side.After => writer.After(group.Key.Model!, [.. group]),
                    _ => writer.Below(host, [.. group]),
                })
                .OrderBy(static change => change.Span.Start),
        ];
    }

    private static (Side Side, Field? Model) Place(List<(Field Field, int Index)> models, int place)
    {
        var before = models.Where(model => model.Index >= 0 && model.Index <= place).OrderBy(static model => model.Index).LastOrDefault().Field;
        if (before is not null)
        {
            return (Side.After, before);
        }

        var after = models.Where(model => model.Index > place).OrderBy(static model => model.Index).FirstOrDefault().Field;
        return after is not null ? (Side.Before, after)
            : models.Count > 0 ? (Side.After, models[^1].Field)
            : (Side.Below, null);
    }

    // The fields that a new one can be written like: those of the section itself, not those inside an item.
    private static IEnumerable<Field> Models(BoundDocument document, Section host)
    {
        foreach (var field in document.Outline.Fields)
        {
            if (field.Section == host.Index
                && field.Notation is FieldNotation.BoldItem or FieldNotation.BoldLine or FieldNotation.PlainItem or FieldNotation.TableRow
                && IsOutermost(document.Outline.Text, field))
            {
                yield return field;
            }
        }
    }

    private static bool IsOutermost(string text, Field field)
    {
        var start = InsertionPoint.LineStart(text, field.Span.Start);
        return text.AsSpan(start, field.Span.Start - start).Trim("> ").IsEmpty && (field.Span.Start - start <= 3 || text[start] == '>');
    }

    private static int IndexOf(BoundDocument document, ImmutableArray<FieldDefinition> order, Field field)
    {
        foreach (var bound in document.Fields)
        {
            if (ReferenceEquals(bound.Field, field))
            {
                return order.IndexOf(bound.Definition);
            }
        }

        return -1;
    }
}
