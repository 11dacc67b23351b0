using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers the phases of a plan, their sub-stages and their commands, as level and modules demand them.</summary>
internal static class PhaseCompletion
{
    /// <summary>The phases that the plan lacks, as sections for a heading line.</summary>
    /// <param name="request">The cursor and what is known there.</param>
    /// <param name="section">The definition of sections that repeat.</param>
    /// <param name="level">The heading level.</param>
    /// <param name="replaced">What is typed of the heading.</param>
    public static IEnumerable<CompletionCandidate> Sections(CompletionRequest request, SectionDefinition section, int level, TextSpan replaced)
    {
        var place = request.Place;
        var present = PlanPhaseReader.Read(place.Document).Where(phase => !place.Line.IntersectsWith(phase.Span)).Select(static phase => phase.Phase?.Number).ToHashSet();
        foreach (var phase in Demanded(request).Where(phase => !present.Contains(phase.Number)))
        {
            var skeleton = SectionSkeleton.Phases(section, level, place.Document.IsExtended, [phase]).TrimEnd('\n');
            yield return new CompletionCandidate(CandidateKind.Section, SectionSkeleton.Heading(section, phase), place.ToSource(replaced), skeleton)
            {
                Snippet = SnippetText.Of(skeleton),
                Filter = StructureCompletion.Markers(place.TextOf(replaced)) + SectionSkeleton.Heading(section, phase),
                Detail = phase.When.Module is { } module ? $"phase, with {place.Framework.Module(module)?.Name ?? module}" : "phase",
                Topic = new CompletionTopic(TopicKind.Phase, phase.Number.ToString(CultureInfo.InvariantCulture)),
            };
        }
    }

    /// <summary>The phases by their numbers, for a cell that says where something is planned: those of the plan, else those of the workflow.</summary>
    public static IEnumerable<CompletionCandidate> Labels(CompletionRequest request, TextSpan value)
    {
        var place = request.Place;
        var template = place.Framework.Kinds.Select(static kind => kind.Section(SectionRoles.Phases)).FirstOrDefault(static section => section is { HeadingTemplate.Length: > 0 })?.HeadingTemplate ?? "{number}";
        var label = template.Split(':')[0];
        var own = PlanPhaseReader.Read(place.Document).Where(static phase => phase.Number is not null).Select(static phase => (Number: phase.Number!.Value, Name: phase.Phase?.Name ?? phase.Title)).ToList();
        var phases = own.Count > 0 ? own : [.. Demanded(request).Select(static phase => (phase.Number, phase.Name))];
        return phases.DistinctBy(static phase => phase.Number).Select(phase =>
            ValueCompletion.Candidate(place, value, label.Replace("{number}", phase.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)) with
            {
                Detail = phase.Name,
                Topic = new CompletionTopic(TopicKind.Phase, phase.Number.ToString(CultureInfo.InvariantCulture)),
            });
    }

    /// <summary>The sub-stages of the phase around the cursor that no line of it names, for an item below its tasks.</summary>
    public static IEnumerable<CompletionCandidate> SubStages(CompletionRequest request)
    {
        var place = request.Place;
        if (place.Framework.Phrases[ScaffoldPhrases.SubStageTask].Length == 0 || PhaseAt(place) is not { } phase || SectionAround(place) is not { } section)
        {
            yield break;
        }

        var text = place.TextOf(section);
        var start = place.Line.Start + place.TextOf(place.Line).TakeWhile(static character => character is ' ' or '\t').Count();
        var replaced = TextSpan.FromBounds(Math.Min(start, place.Offset), place.Offset);
        foreach (var stage in ReadingList.SubStages(place.Framework, phase).Where(stage => stage.When.Holds(request.Level, request.Modules) && !text.Contains(stage.Name, StringComparison.OrdinalIgnoreCase)))
        {
            var title = place.Framework.Phrases.Fill(ScaffoldPhrases.SubStageTask, ("name", stage.Name), ("sub-stage", stage.Id));
            yield return new CompletionCandidate(CandidateKind.Value, title, place.ToSource(replaced), $"- **{title}**")
            {
                Filter = StructureCompletion.Markers(place.TextOf(replaced)) + title,
                Detail = $"sub-stage {stage.Id}",
                Topic = new CompletionTopic(TopicKind.SubStage, stage.Id),
            };
        }
    }

    /// <summary>Commands as code: of the phase around the cursor, else those of the checks.</summary>
    public static IEnumerable<CompletionCandidate> Commands(CompletionRequest request, TextSpan value)
    {
        var framework = request.Place.Framework;
        var commands = PhaseAt(request.Place) is { } phase
            ? ReadingList.SubStages(framework, phase).Where(stage => stage.When.Holds(request.Level, request.Modules)).SelectMany(static stage => stage.Commands).Concat(phase.Commands)
            : framework.Checks.Select(static check => check.Command).Concat(framework.Commands.Select(static command => command.Command));
        return commands.Where(static command => command.Length > 0).Distinct(StringComparer.Ordinal).Select(command => ValueCompletion.Candidate(request.Place, value, $"`{command}`"));
    }

    /// <summary>The workflow's phase that the section around a place is; null when it is none.</summary>
    public static Phase? PhaseAt(DocumentPlace place) => SectionAround(place) is { } section
        ? PlanPhaseReader.Read(place.Document).FirstOrDefault(phase => phase.Section?.Section.Span == section)?.Phase
        : null;

    private static TextSpan? SectionAround(DocumentPlace place)
    {
        var offset = Math.Max(0, place.Line.Start - 1);
        return place.Document.Sections.LastOrDefault(section => section.Definition.HeadingTemplate.Length > 0 && section.Section.Span.Start <= offset && offset <= section.Section.Span.End)?.Section.Span;
    }

    private static IEnumerable<Phase> Demanded(CompletionRequest request) =>
        request.Place.Framework.Phases.Where(phase => request.Level is null || phase.When.Holds(request.Level, request.Modules));
}
