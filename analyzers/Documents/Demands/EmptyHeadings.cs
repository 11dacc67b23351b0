using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Demands;

/// <summary>A field that is written as a heading of its own with nothing below it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Heading">The heading.</param>
public sealed record EmptyHeading(FieldDefinition Field, Section Heading);

/// <summary>Finds fields that are written as headings inside their section and have no value (catalogue FW014). What is left out of an excerpt is not empty.</summary>
public static class EmptyHeadings
{
    /// <summary>The headings in document order.</summary>
    public static IEnumerable<EmptyHeading> In(BoundDocument document)
    {
        if (document.HasElision)
        {
            yield break;
        }

        var index = document.Definition.Kind(document.Kind);
        foreach (var section in document.Outline.Sections)
        {
            // A heading that is a section itself is no field.
            if (section.Level > 2
                && document.Owners[section.Index] is { } owner
                && owner.Section.Index != section.Index
                && index.Fields(section.Key).FirstOrDefault(place => ReferenceEquals(place.Owner, owner.Definition)) is { Field: { } field }
                && IsEmpty(document.Outline, section))
            {
                yield return new EmptyHeading(field, section);
            }
        }
    }

    private static bool IsEmpty(MarkdownOutline outline, Section section) =>
        (section.Index + 1 == outline.Sections.Length || outline.Sections[section.Index + 1].Parent != section.Index)
        && ValueClassifier.IsBlank(outline.Text.Substring(section.BodySpan.Start, section.BodySpan.Length));
}
