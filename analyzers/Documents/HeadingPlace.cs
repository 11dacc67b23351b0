using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>A heading of a document, kept so that it can be found by name without reading the text again.</summary>
/// <param name="Title">Its text.</param>
/// <param name="Span">Where, in the source text.</param>
/// <param name="IsKnown">Whether it is a section of the definition.</param>
public sealed record HeadingPlace(string Title, TextSpan Span, bool IsKnown)
{
    /// <summary>The headings of a document, the title left out.</summary>
    internal static IEnumerable<HeadingPlace> In(BoundDocument document)
    {
        var known = document.Sections.Select(static bound => bound.Section.Index).ToHashSet();
        return
            from section in document.Outline.Sections
            where section.Level > 0 && section.Title.Length > 0 && !ReferenceEquals(section, document.Outline.Title)
            select new HeadingPlace(known.Contains(section.Index) ? Pooled(section.Title) : section.Title, document.ToSource.ToSource(section.TitleSpan), known.Contains(section.Index));
    }

    // Thousands of documents have the same sections.
    private static string Pooled(string title) => string.Intern(title);
}
