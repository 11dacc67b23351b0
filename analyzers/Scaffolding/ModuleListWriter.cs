using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Changes which optional modules a document declares.</summary>
internal static class ModuleListWriter
{
    /// <summary>The edit that adds modules to the field that declares them; null when there is no such field with a value on its line.</summary>
    /// <param name="document">The document.</param>
    /// <param name="ids">The modules to add.</param>
    /// <param name="note">What is written behind each in parentheses; empty for nothing.</param>
    public static TextChange? Add(BoundDocument document, IEnumerable<string> ids, string note = "")
    {
        if (ModuleReader.Find(document) is not { Field.Field: { Value.Length: > 0 } field, Reading: var reading })
        {
            return null;
        }

        var modules = document.Definition.Definition.Modules;
        var added = string.Join(", ", ids.Select(id => modules.Items.First(module => module.Id == id).Name + (note.Length == 0 ? "" : $" ({note})")));
        return reading.Modules.IsEmpty && reading.Unknown.IsEmpty
            ? new TextChange(field.ValueSpan, added)
            : new TextChange(new TextSpan(field.ValueSpan.End, 0), ", " + added);
    }
}
