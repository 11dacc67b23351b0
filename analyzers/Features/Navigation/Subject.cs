using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Navigation;

/// <summary>What a place of a document names.</summary>
/// <param name="Document">The document that names it.</param>
/// <param name="Span">The name, in the document's outline.</param>
internal abstract record Subject(BoundDocument Document, TextSpan Span)
{
    /// <summary>The name, in the file's source text.</summary>
    public TextSpan Origin => Document.ToSource.ToSource(Span);
}

/// <summary>A requirement.</summary>
/// <param name="Document">The document that names it.</param>
/// <param name="Span">The id.</param>
/// <param name="Id">The id in upper case.</param>
internal sealed record RequirementSubject(BoundDocument Document, TextSpan Span, string Id) : Subject(Document, Span);

/// <summary>A service.</summary>
/// <param name="Document">The document that names it.</param>
/// <param name="Span">The name.</param>
/// <param name="Name">The name with underscores.</param>
internal sealed record ServiceSubject(BoundDocument Document, TextSpan Span, string Name) : Subject(Document, Span);

/// <summary>A section of the document itself.</summary>
/// <param name="Document">The document.</param>
/// <param name="Span">The heading, or what refers to it.</param>
/// <param name="Section">The section.</param>
/// <param name="IsHeading">Whether the place is the heading.</param>
internal sealed record SectionSubject(BoundDocument Document, TextSpan Span, Section Section, bool IsHeading) : Subject(Document, Span);
