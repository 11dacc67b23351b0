using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

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
