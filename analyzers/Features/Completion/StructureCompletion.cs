using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers the sections and fields that a document does not have yet, in the order of the template.</summary>
internal static class StructureCompletion
{
    private const int TopLevel = 2;

    /// <summary>Missing sections for a line that starts as a heading, or is blank.</summary>
    public static IEnumerable<CompletionCandidate> Sections(CompletionRequest request)
    {
        var place = request.Place;
        var line = place.Line;
        var typed = place.TextOf(TextSpan.FromBounds(line.Start, place.Offset));
        var level = typed.TakeWhile(static character => character == '#').Count();
        var parent = Enclosing(place, level);
        if (level <= TopLevel || parent is null)
        {
            foreach (var section in place.Document.Kind.Sections.Where(section => IsMissing(place.Document, section)))
            {
                yield return Section(request, section, TopLevel, typed);
            }

            foreach (var phase in Repeating(request, place.Document.Kind.Sections, TopLevel))
            {
                yield return phase;
            }
        }

        if (parent is not null && level != TopLevel)
        {
            var present = Present(place.Document, parent);
            foreach (var section in parent.Definition.Subsections.Where(section => section.HeadingPattern is null && !present.Contains(section.Role)))
            {
                yield return Section(request, section, Math.Max(level, parent.Section.Level + 1), typed);
            }

            foreach (var phase in Repeating(request, parent.Definition.Subsections, Math.Max(level, parent.Section.Level + 1)))
            {
                yield return phase;
            }
        }
    }

    /// <summary>Missing fields of the section (or header) a line stands in, for a line that starts as a list item or bold text, or is blank.</summary>
    public static IEnumerable<CompletionCandidate> Fields(DocumentPlace place)
    {
        var owner = Enclosing(place, level: 0);
        var outline = place.Document.Outline;
        var section = outline.SectionAt(place.Offset);
        var isHeader = section.Level <= 1 && place.Owner is null;
        if (owner is null && !isHeader)
        {
            yield break;
        }

        var line = place.Line;
        var indent = place.TextOf(line).TakeWhile(static character => character is ' ' or '\t').Count();
        var start = Math.Min(line.Start + indent, place.Offset);
        var typed = place.TextOf(TextSpan.FromBounds(start, place.Offset));
        var present = PresentFields(place, line);
        foreach (var field in (owner?.Definition.Fields ?? place.Document.Kind.HeaderFields).Where(field => !present.Contains(field.Role)))
        {
            var text = SectionSkeleton.Field(field) + " ";
            yield return new CompletionCandidate(CandidateKind.Field, field.Name, place.ToSource(TextSpan.FromBounds(start, place.Offset)), text)
            {
                Filter = Markers(typed) + field.Name,
                Detail = field.Presence == Presence.Required ? "field, required" : "field",
                Topic = new CompletionTopic(TopicKind.Field, field.Role, owner?.Definition.Role ?? ""),
            };
        }
    }

    private static CompletionCandidate Section(CompletionRequest request, SectionDefinition section, int level, string typed)
    {
        var place = request.Place;
        var skeleton = Skeleton(request, section, level).TrimEnd('\n');
        return new CompletionCandidate(CandidateKind.Section, section.Name, place.ToSource(TextSpan.FromBounds(place.Line.Start, place.Offset)), skeleton)
        {
            Snippet = SnippetText.Of(skeleton),
            Filter = Markers(typed) + section.Name,
            Detail = section.Presence == Presence.Required ? "section, required" : "section",
            Topic = new CompletionTopic(TopicKind.Section, section.Role, place.Document.Kind.Id),
        };
    }

    // The features of the level and the checks that are demanded are known; of other sections only the form.
    private static string Skeleton(CompletionRequest request, SectionDefinition section, int level)
    {
        var place = request.Place;
        if (section.Role == SectionRoles.MaturityFeatures)
        {
            return FeatureTables.Write(place.Framework, section, level, request.Level, place.Document.IsExtended);
        }

        // Whoever inserts a section of the extended form wants what that form demands of it.
        var isExtended = place.Document.IsExtended || section.Presence == Presence.Extended;
        var checks = place.Framework.Checks.Where(check => check.SectionRole == section.Role
            && check.When.Holds(request.Level, request.Modules)
            && (check.Presence == Presence.Required || (isExtended && check.Presence == Presence.Extended))).ToList();
        return checks.Count > 0 && CheckInsertion.Table(section, checks, TableCompletion.Level(request), place.Document.IsExtended) is { } table
            ? $"{new string('#', level)} {section.Name}\n\n{table}"
            : SectionSkeleton.Section(section, level, place.Document.IsExtended);
    }

    private static IEnumerable<CompletionCandidate> Repeating(CompletionRequest request, IEnumerable<SectionDefinition> sections, int level) => sections
        .Where(static section => section.HeadingTemplate.Length > 0)
        .SelectMany(section => PhaseCompletion.Sections(request, section, level, TextSpan.FromBounds(request.Place.Line.Start, request.Place.Offset)));

    // The section whose parts may be typed here: the innermost known one above the line, but for a heading only one of a higher rank.
    private static BoundSection? Enclosing(DocumentPlace place, int level)
    {
        var outline = place.Document.Outline;
        var section = outline.SectionAt(Math.Max(0, place.Line.Start - 1));
        for (var index = section.Index; index > 0; index = outline.Sections[index].Parent)
        {
            var bound = place.Document.Sections.FirstOrDefault(candidate => candidate.Section.Index == index);
            if (bound is not null && (level == 0 || bound.Section.Level < level))
            {
                return bound;
            }
        }

        return null;
    }

    private static bool IsMissing(BoundDocument document, SectionDefinition section) =>
        section.HeadingPattern is null
        && document.Sections.All(bound => bound.Definition.Role != section.Role && !section.Alternatives.Contains(bound.Definition.Role));

    private static HashSet<string> Present(BoundDocument document, BoundSection parent) =>
        [.. document.Sections.Where(bound => parent.Section.Span.Contains(bound.Section.Span) && bound != parent).Select(static bound => bound.Definition.Role)];

    // Fields of the same section, but not what is being typed on this line.
    private static HashSet<string> PresentFields(DocumentPlace place, TextSpan line)
    {
        var section = place.Document.Outline.SectionAt(Math.Max(0, line.Start - 1));
        return [.. place.Document.Fields
            .Where(field => !field.Field.Span.IntersectsWith(line) && (field.Field.Section == section.Index || field.Field.Notation == FieldNotation.FrontMatter))
            .Select(static field => field.Definition.Role)];
    }

    /// <summary>The marks a line begins with. Editors compare from the start of what is replaced, so they belong to what is compared.</summary>
    public static string Markers(string typed) => typed[..typed.TakeWhile(static character => !char.IsLetterOrDigit(character)).Count()];
}
