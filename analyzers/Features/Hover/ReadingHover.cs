using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Hover;

/// <summary>Says what is read at a stage, phase or sub-stage, with the level and modules of the document.</summary>
internal static class ReadingHover
{
    /// <summary>The reading list on a heading of a stage, phase or sub-stage, in any kind of document; null for other headings.</summary>
    public static string? OnHeading(DocumentPlace place, WorkspaceAnalysis analysis)
    {
        var section = place.Document.Outline.SectionAt(place.Offset);
        if (PlanPhaseReader.Read(place.Document).FirstOrDefault(phase => phase.Section?.Section.Index == section.Index) is { } own)
        {
            return own.Phase is { } phase ? Phase(place.Framework, phase, place.Document, analysis) : null;
        }

        return InTitle(place.Framework, section) is { } stage ? Stage(place.Framework, stage, place.Document, analysis) : null;
    }

    /// <summary>The reading list of a sub-stage that a line names; null when the place is on none.</summary>
    public static HoverText? InText(DocumentPlace place, WorkspaceAnalysis analysis)
    {
        var word = place.Word(static character => char.IsAsciiLetterOrDigit(character) || character == '.');
        var text = place.TextOf(word).TrimEnd('.');
        return text.Contains('.', StringComparison.Ordinal)
            && place.Framework.SubStages.Any(stage => stage.Id == text)
            && IsIntroduced(place, word.Start)
            && Stage(place.Framework, text, place.Document, analysis) is { } reading
                ? new HoverText(place.ToSource(word), reading)
                : null;
    }

    /// <summary>A phase of a plan with its reading list.</summary>
    public static string Phase(FrameworkDefinition framework, Phase phase, BoundDocument document, WorkspaceAnalysis analysis)
    {
        var (level, modules) = Configuration(document, analysis);
        var subStages = ReadingList.SubStages(framework, phase).Where(stage => stage.When.Holds(level, modules)).ToList();
        var writer = new HoverWriter()
            .Title($"Phase {phase.Number}: {phase.Name}", phase.SubStage.Length == 0 ? "phase" : $"phase, sub-stage {phase.SubStage}")
            .Line("Done when", phase.Success)
            .Line("Sub-stages", subStages.Select(static stage => $"{stage.Id} {stage.Name}"))
            .Line("Commands", phase.Commands.Select(static command => $"`{command}`"));
        return Write(framework, writer, ReadingList.ForPhase(framework, phase, level, modules), level, modules);
    }

    /// <summary>A stage or sub-stage with its reading list; null when the workflow has none with this id.</summary>
    public static string? Stage(FrameworkDefinition framework, string id, BoundDocument document, WorkspaceAnalysis analysis)
    {
        if (!ReadingList.Exists(framework, id))
        {
            return null;
        }

        var (level, modules) = Configuration(document, analysis);
        var reading = ReadingList.For(framework, id, level, modules);
        var stage = framework.Stages.FirstOrDefault(candidate => candidate.Id == id);
        var subStage = framework.SubStages.FirstOrDefault(candidate => candidate.Id == id);
        var writer = new HoverWriter()
            .Title($"{id} {reading.Name}", stage is null ? "sub-stage" : "stage")
            .Line("Starts when", stage?.Entry ?? "")
            .Line("Ends when", stage?.Exit ?? "")
            .Line("Executed", subStage is null ? "" : ReadingList.Describe(framework, subStage.When))
            .Line("Produces", stage?.Generates ?? subStage?.Generates ?? [])
            .Line("Done when", reading.Success)
            .Line("Commands", (subStage?.Commands ?? []).Select(static command => $"`{command}`"));
        return Write(framework, writer, reading, level, modules);
    }

    private static string Write(FrameworkDefinition framework, HoverWriter writer, StageReading reading, int? level, ImmutableArray<string> modules)
    {
        var names = modules.Select(id => framework.Module(id)?.Name ?? id).ToList();
        var configuration = level is { } number
            ? $"level {framework.Level(number)?.Display ?? number.ToString(provider: null)}{(names.Count > 0 ? $" with {string.Join(", ", names)}" : "")}"
            : "no level is stated, so what depends on it is left out";
        writer.Gap().Paragraph(reading.Items.IsEmpty ? "" : $"*To read* ({configuration})");
        foreach (var item in reading.Items)
        {
            writer.Line($"`{item.Path}`", item.Note.Length == 0 ? " " : item.Note);
        }

        return writer.ToString();
    }

    private static (int? Level, ImmutableArray<string> Modules) Configuration(BoundDocument document, WorkspaceAnalysis analysis)
    {
        var documents = DeliveryScope.OfRequirements(document, analysis);
        var own = documents.FirstOrDefault(facts => facts.Path == document.Path && facts.Part == document.Part);
        return (
            own?.Level ?? documents.Select(static facts => facts.Level).LastOrDefault(static level => level is not null),
            [.. own?.Modules ?? documents.Select(static facts => facts.Modules).LastOrDefault(static modules => modules is not null) ?? []]);
    }

    // "Stage 4.3: Business Logic", "4.6 Testing". A whole number alone may number anything, so the heading must be of a form that stages have.
    private static string? InTitle(FrameworkDefinition framework, Section section)
    {
        var id = NavigationReader.StageOf(section.Title);
        if (id.Length == 0 || !ReadingList.Exists(framework, id))
        {
            return null;
        }

        var isSubStage = id.Contains('.', StringComparison.Ordinal);
        return (isSubStage && section.Title.StartsWith(id, StringComparison.Ordinal)) || IsStage(framework, section.Key, isSubStage) ? id : null;
    }

    // "sub-stage 4.1b" in a sentence: the word before the number makes it one.
    private static bool IsIntroduced(DocumentPlace place, int start)
    {
        if (CellPlace.Find(place)?.Definition?.Role == ColumnRoles.Stage)
        {
            return true;
        }

        var before = place.Text.AsSpan(place.Line.Start, start - place.Line.Start).TrimEnd();
        var word = before;
        while (!word.IsEmpty && char.IsLetter(word[^1]))
        {
            word = word[..^1];
        }

        return IsStage(place.Framework, $"{before[word.Length..]} 1.1".ToLowerInvariant(), isSubStage: true);
    }

    // The pack says how headings of stages look: those of a section with a reading list, and for sub-stages those of phases as well.
    private static bool IsStage(FrameworkDefinition framework, string key, bool isSubStage) => framework.Kinds
        .SelectMany(static kind => kind.AllSections())
        .Any(section => section.HeadingPattern is { } pattern
            && (isSubStage || section.Fields.Any(static field => field.Role == FieldRoles.StageReads))
            && TextPattern.Get(pattern).Fits(key));
}
