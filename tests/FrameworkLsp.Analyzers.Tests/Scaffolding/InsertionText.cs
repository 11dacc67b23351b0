using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Scaffolding;

/// <summary>Documents of the small pack, and what edits make of them.</summary>
internal static class InsertionText
{
    public static BoundDocument Bind(string text, string path = "werkstatt/steckbrief.md") =>
        TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [path] = text }, TinyPack.Definition).Documents[path].GetBound().Host!;

    public static BoundDocument BindDefault(string text, string path) =>
        TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [path] = text }).Documents[path].GetBound().Host!;

    public static FieldDefinition FieldOf(BoundDocument document, string name) =>
        document.Kind.HeaderFields.Concat(document.Kind.AllSections().SelectMany(static section => section.Fields)).First(field => field.Name == name);

    public static string With(this BoundDocument document, params IEnumerable<TextChange> changes) =>
        SourceText.From(document.Outline.Text).WithChanges(changes.OrderBy(static change => change.Span.Start)).ToString();
}
