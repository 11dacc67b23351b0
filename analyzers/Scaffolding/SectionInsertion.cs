using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Inserts missing sections where the template has them, at the level of their neighbours.</summary>
public static class SectionInsertion
{
    // Rules look for sections at the second and third level (catalogue FW007).
    private const int TopLevel = 2;
    private const int DeepestLevel = 3;

    /// <summary>
    /// The edits (in the outline's coordinates) that insert sections with their skeletons; sections for the same place stand in template order.
    /// Empty where they cannot be inserted, because the text ends inside a fence.
    /// </summary>
    public static ImmutableArray<TextChange> Insert(BoundDocument document, IEnumerable<MissingSection> sections)
    {
        var text = document.Outline.Text;
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var place in sections
            .Select(section => (Section: section, Place: PlaceOf(document, section)))
            .GroupBy(static entry => entry.Place.Offset)
            .OrderBy(static group => group.Key))
        {
            if (InsertionPoint.IsInOpenFence(document.Outline, place.Key))
            {
                continue;
            }

            // Where rules separate the sections, they separate the new ones as well.
            var rule = place.Key < text.Length && InsertionPoint.IsBehindThematicBreak(text, place.Key) ? "\n---\n" : "";
            var block = string.Join('\n', place.Select(entry => Skeleton(document, entry.Section, entry.Place.Level) + rule));
            changes.Add(new TextChange(new TextSpan(place.Key, 0), InsertionPoint.Separated(text, place.Key, block)));
        }

        return changes.DrainToImmutable();
    }

    /// <summary>The edit that inserts a section with a content of its own, which is given the heading level; null where the text ends inside a fence.</summary>
    public static TextChange? Insert(BoundDocument document, MissingSection missing, Func<int, string> content)
    {
        var (offset, level) = PlaceOf(document, missing);
        return InsertionPoint.IsInOpenFence(document.Outline, offset)
            ? null
            : new TextChange(new TextSpan(offset, 0), InsertionPoint.Separated(document.Outline.Text, offset, content(level)));
    }

    /// <summary>
    /// Where a missing section is inserted, and its heading level: behind the section that comes before it in the template, else before the one
    /// that comes after it, else at the end.
    /// </summary>
    public static (int Offset, int Level) PlaceOf(BoundDocument document, MissingSection missing)
    {
        var order = missing.Parent?.Definition.Subsections ?? document.Kind.Sections;
        var place = order.IndexOf(missing.Section);
        var (before, after) = Neighbours(document, order, place, missing.Parent?.Section.Span ?? new TextSpan(0, document.Outline.Text.Length));
        if (missing.Parent is { Section: var parent })
        {
            return before is not null ? (before.Section.Span.End, before.Section.Level)
                : after is not null ? (after.Section.Span.Start, after.Section.Level)
                : (parent.Span.End, Math.Min(parent.Level + 1, 6));
        }

        if ((before ?? after) is not { Section: var neighbour })
        {
            return (document.Outline.Text.Length, TopLevel);
        }

        while (neighbour.Level > DeepestLevel && neighbour.Parent > 0 && document.Outline.Sections[neighbour.Parent].Level >= TopLevel)
        {
            neighbour = document.Outline.Sections[neighbour.Parent];
        }

        return (before is null ? neighbour.Span.Start : neighbour.Span.End, Math.Clamp(neighbour.Level, TopLevel, DeepestLevel));
    }

    private static (BoundSection? Before, BoundSection? After) Neighbours(BoundDocument document, ImmutableArray<SectionDefinition> order, int place, TextSpan within)
    {
        BoundSection? before = null;
        BoundSection? after = null;
        foreach (var section in document.Sections.Where(section => within.Contains(section.Section.Span)))
        {
            var index = order.IndexOf(section.Definition);
            if (index >= 0 && index < place && (before is null || index >= order.IndexOf(before.Definition)))
            {
                before = section;
            }
            else if (index > place && (after is null || index < order.IndexOf(after.Definition)))
            {
                after = section;
            }
        }

        return (before, after);
    }

    private static string Skeleton(BoundDocument document, MissingSection missing, int level)
    {
        if (missing.Section.HeadingTemplate.Length == 0)
        {
            return SectionSkeleton.Section(missing.Section, level, document.IsExtended);
        }

        var demands = new DocumentDemands(document);
        return SectionSkeleton.Phases(missing.Section, level, document.IsExtended, document.Definition.Definition.Phases.Where(phase => demands.Holds(phase.When)));
    }
}
