using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A field that answers which optional modules are wanted.</summary>
/// <param name="Field">The field.</param>
/// <param name="Reading">What it says.</param>
public sealed record ModuleAnswer(BoundField Field, ModuleReading Reading);

/// <summary>Reads a document's optional modules.</summary>
public static class ModuleReader
{
    // Several rules ask for the answer of the same document.
    private static readonly DocumentMemo<ModuleAnswer?> Known = new(Read);

    /// <summary>The first field that answers the question; null when none does. Placeholders and lists of choices are no answer.</summary>
    public static ModuleAnswer? Find(BoundDocument document) => Known.Of(document);

    /// <summary>Whether the answer carries a note of a change: the id of a recorded decision, a word for a change or a date.</summary>
    public static bool IsExplained(BoundDocument document)
    {
        if (Find(document) is not { Field.Field: var field })
        {
            return false;
        }

        // In a table the note may have a column of its own, in the front matter it may be a comment; elsewhere the line may hold other fields.
        var text = document.Outline.Text;
        var span = document.Outline.RowAt(field.NameSpan.Start)?.Span ?? (field.Notation == FieldNotation.FrontMatter ? field.Span : field.ValueSpan);
        var written = string.Concat(text.AsSpan(span.Start, span.Length), " ", text.AsSpan(field.ContinuationSpan.Start, field.ContinuationSpan.Length));
        var definition = document.Definition.Definition;
        return DecisionNeedReader.CitesDecision(definition, written)
            || PhraseSet.Of(definition.Modules.ChangeWords).OccursIn(written)
            || document.Definition.Dates.OccursIn(written);
    }

    private static ModuleAnswer? Read(BoundDocument document)
    {
        var values = document.Definition.Values;
        foreach (var field in document.Fields)
        {
            if (field.Definition.Role == FieldRoles.Modules
                && !values.IsChoiceList(field.Value)
                && values.Placeholder(field.Value) is null
                && document.Definition.Modules.Parse(field.Field) is { IsAnswered: true } reading)
            {
                return new ModuleAnswer(field, reading);
            }
        }

        return null;
    }
}
