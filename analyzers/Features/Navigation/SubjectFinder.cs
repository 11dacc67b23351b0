using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Navigation;

/// <summary>Tells what a place of a document names: a requirement, a service or a section.</summary>
internal static class SubjectFinder
{
    /// <summary>What a place names; null when nothing.</summary>
    public static Subject? At(DocumentPlace place) => (Subject?)Requirement(place) ?? (Subject?)Service(place) ?? Section(place);

    private static RequirementSubject? Requirement(DocumentPlace place)
    {
        var line = place.Line;
        return RequirementOccurrences.In(place.Document, line)
            .Where(occurrence => Touches(occurrence.Span, place.Offset))
            .OrderBy(static occurrence => occurrence.Span.Length)
            .Select(occurrence => new RequirementSubject(place.Document, occurrence.Span, occurrence.Id))
            .FirstOrDefault();
    }

    private static ServiceSubject? Service(DocumentPlace place) =>
        ServiceOccurrences.At(place.Document, place.Offset) is { } mention ? new ServiceSubject(place.Document, mention.Span, mention.Name) : null;

    private static SectionSubject? Section(DocumentPlace place)
    {
        var outline = place.Document.Outline;
        var section = outline.SectionAt(place.Offset);
        if (section.Level > 0 && Touches(section.TitleSpan, place.Offset))
        {
            return new SectionSubject(place.Document, section.TitleSpan, section, IsHeading: true);
        }

        return SectionReferences.In(place.Document, place.Line)
            .Where(reference => Touches(reference.Span, place.Offset))
            .Select(reference => new SectionSubject(place.Document, reference.Span, reference.Section, IsHeading: false))
            .FirstOrDefault();
    }

    private static bool Touches(TextSpan span, int offset) => span.Start <= offset && offset <= span.End;
}
