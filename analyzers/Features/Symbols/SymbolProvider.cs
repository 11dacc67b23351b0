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

    /// <summary>A phase of a plan.</summary>
    Phase,

    /// <summary>A service, where it is listed.</summary>
    Service,
}

/// <summary>An entry of a document's outline.</summary>
/// <param name="Category">What it is.</param>
/// <param name="Name">Its name; never empty.</param>
/// <param name="Detail">A value or title beside it; may be empty.</param>
/// <param name="Span">All of it, in the source text.</param>
/// <param name="NameSpan">Its name, within <paramref name="Span"/>.</param>
/// <param name="Children">What is in it, in order.</param>
public sealed record DocumentSymbolNode(SymbolCategory Category, string Name, string Detail, TextSpan Span, TextSpan NameSpan, ImmutableArray<DocumentSymbolNode> Children);

/// <summary>Makes the outline of a document for editors: its sections with their fields, requirements and services.</summary>
public static class SymbolProvider
{
    /// <summary>The symbols of a file; empty when it is no framework document.</summary>
    /// <param name="file">The file.</param>
    /// <param name="withHeadings">Whether headings are in it; a client that shows the headings of any Markdown itself wants the rest, as a flat list.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<DocumentSymbolNode> GetSymbols(BoundFile file, bool withHeadings = true, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (file.Host is not { } document)
        {
            return [];
        }

        var children = document.Outline.Sections.ToLookup(static section => section.Parent);
        var known = document.Sections.Select(static bound => bound.Section.Index).ToHashSet();
        var fields = document.Fields.Where(static field => field.Field.Notation is not (FieldNotation.TableRow or FieldNotation.Heading)).ToLookup(static field => field.Field.Section);
        var requirements = RequirementReader.Definitions(document).ToLookup(definition => document.Outline.SectionAt(definition.Span.Start).Index);
        var phases = PlanPhaseReader.Read(document).Select(static phase => phase.Section?.Section.Index).OfType<int>().ToHashSet();
        var services = Services(document).ToLookup(service => document.Outline.SectionAt(service.Span.Start).Index);
        return withHeadings ? Inside(0) : [.. document.Outline.Sections.SelectMany(section => Contents(section.Index)).OrderBy(static symbol => symbol.Span.Start)];

        IEnumerable<DocumentSymbolNode> Contents(int section)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return fields[section].Select(field => Field(document, field))
                .Concat(requirements[section].Where(definition => !IsHeading(document, definition)).Select(definition => Requirement(document, definition)))
                .Concat(services[section].Select(service => Service(document, service)));
        }

        ImmutableArray<DocumentSymbolNode> Inside(int section) =>
        [
            .. Contents(section)
                .Concat(children[section].Where(static child => child.Level > 0).Select(Section))
                .OrderBy(static symbol => symbol.Span.Start),
        ];

        DocumentSymbolNode Section(Section section) => new(
            ReferenceEquals(section, document.Outline.Title) ? SymbolCategory.Document
                : phases.Contains(section.Index) ? SymbolCategory.Phase
                : known.Contains(section.Index) ? SymbolCategory.Section
                : SymbolCategory.Heading,
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

    // A name in a field or in a row of a requirement is shown with that.
    private static IEnumerable<ServiceMention> Services(BoundDocument document) => ServiceNameCollector.Collect(document)
        .Select(static mention => mention.Name)
        .Distinct(StringComparer.Ordinal)
        .Select(name => ServiceOccurrences.Declaration(document, name))
        .OfType<ServiceMention>()
        .Where(mention => !document.Fields.Any(field => field.Field.Span.Contains(mention.Span)));

    private static DocumentSymbolNode Service(BoundDocument document, ServiceMention mention) => new(
        SymbolCategory.Service,
        mention.Name,
        "",
        document.ToSource.ToSource(mention.Span),
        document.ToSource.ToSource(mention.Span),
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
