using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Symbols;

/// <summary>What a symbol of a document is.</summary>
public enum SymbolCategory
{
    /// <summary>The document.</summary>
    Document,

    /// <summary>A section that the definition knows.</summary>
    Section,

    /// <summary>A heading of the author's own.</summary>
    Heading,

    /// <summary>A field.</summary>
    Field,

    /// <summary>A requirement.</summary>
    Requirement,
}

/// <summary>An entry of a document's outline.</summary>
/// <param name="Category">What it is.</param>
/// <param name="Name">Its name; never empty.</param>
/// <param name="Detail">A value or title beside it; may be empty.</param>
/// <param name="Span">All of it, in the source text.</param>
/// <param name="NameSpan">Its name, within <paramref name="Span"/>.</param>
/// <param name="Children">What is in it, in order.</param>
public sealed record DocumentSymbolNode(SymbolCategory Category, string Name, string Detail, TextSpan Span, TextSpan NameSpan, ImmutableArray<DocumentSymbolNode> Children);

/// <summary>Makes the outline of a document for editors: its sections with their fields and requirements.</summary>
public static class SymbolProvider
{
    /// <summary>The symbols of a file; empty when it is no framework document.</summary>
    public static ImmutableArray<DocumentSymbolNode> GetSymbols(BoundFile file)
    {
        if (file.Host is not { } document)
        {
            return [];
        }

        var children = document.Outline.Sections.ToLookup(static section => section.Parent);
        var known = document.Sections.Select(static bound => bound.Section.Index).ToHashSet();
        var fields = document.Fields.Where(static field => field.Field.Notation != FieldNotation.TableRow).ToLookup(static field => field.Field.Section);
        var requirements = RequirementReader.Definitions(document).ToLookup(definition => document.Outline.SectionAt(definition.Span.Start).Index);
        return Inside(0);

        ImmutableArray<DocumentSymbolNode> Inside(int section) =>
        [
            .. fields[section].Select(field => Field(document, field))
                .Concat(requirements[section].Where(definition => !IsHeading(document, definition)).Select(definition => Requirement(document, definition)))
                .Concat(children[section].Where(static child => child.Level > 0).Select(Section))
                .OrderBy(static symbol => symbol.Span.Start),
        ];

        DocumentSymbolNode Section(Section section) => new(
            ReferenceEquals(section, document.Outline.Title) ? SymbolCategory.Document : known.Contains(section.Index) ? SymbolCategory.Section : SymbolCategory.Heading,
            section.Title.Length > 0 ? section.Title : "#",
            ReferenceEquals(section, document.Outline.Title) ? document.Kind.Name : "",
            document.ToSource.ToSource(section.Span),
            document.ToSource.ToSource(section.TitleSpan),
            Inside(section.Index));
    }

    private static DocumentSymbolNode Field(BoundDocument document, BoundField field) => new(
        SymbolCategory.Field,
        field.Field.Name.Length > 0 ? field.Field.Name : field.Definition.Name,
        PlainText.Of(field.Value),
        document.ToSource.ToSource(TextSpan.FromBounds(Math.Min(field.Field.Span.Start, field.Field.NameSpan.Start), Math.Max(field.Field.Span.End, field.Field.NameSpan.End))),
        document.ToSource.ToSource(field.Field.NameSpan),
        []);

    private static DocumentSymbolNode Requirement(BoundDocument document, RequirementDefinition definition) => new(
        SymbolCategory.Requirement,
        definition.Fact.Id,
        definition.Fact.Title,
        document.ToSource.ToSource(definition.Row?.Span ?? definition.Span),
        document.ToSource.ToSource(definition.Span),
        []);

    private static bool IsHeading(BoundDocument document, RequirementDefinition definition) =>
        definition.Row is null && document.Outline.SectionAt(definition.Span.Start).HeadingSpan.Contains(definition.Span);
}
