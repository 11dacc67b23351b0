using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>A task of a phase.</summary>
/// <param name="Label">How the matrix refers to it.</param>
/// <param name="Title">What it is.</param>
/// <param name="Details">What it holds, one line each.</param>
/// <param name="Done">When it is done; empty when nobody knows yet.</param>
/// <param name="Requirement">The requirement it builds; null for others.</param>
internal sealed record PlanTask(string Label, string Title, ImmutableArray<string> Details, string Done, CarriedRequirement? Requirement);

/// <summary>A phase of a plan with its sub-stages and tasks.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="SubStages">What of it the level and the modules demand, in order.</param>
/// <param name="Tasks">Its tasks in order.</param>
internal sealed record PlanPhaseOutline(Phase Phase, ImmutableArray<SubStage> SubStages, ImmutableArray<PlanTask> Tasks);

/// <summary>The phases, sub-stages and tasks that level, modules and requirements demand of a plan.</summary>
internal sealed class PlanOutline
{
    private readonly FrameworkDefinition _definition;
    private readonly ScaffoldText _text;
    private readonly RequirementIdMatcher _ids;

    public PlanOutline(ScaffoldText text)
    {
        _text = text;
        _definition = text.Definition;
        _ids = new RequirementIdMatcher(_definition.RequirementIds);
        var phases = _definition.Phases.Where(phase => text.Holds(phase.When)).ToList();
        var subStages = SubStages(phases);
        var requirements = text.Content.Requirements.Where(static requirement => requirement.Priority != StatusClasses.Wont).ToLookup(requirement => PhaseOf(requirement, phases));
        Phases = [.. phases.Select(phase => new PlanPhaseOutline(phase, [.. subStages[phase.Number]], Tasks(phase, subStages[phase.Number], requirements[phase.Number])))];
    }

    /// <summary>The phases in order.</summary>
    public ImmutableArray<PlanPhaseOutline> Phases { get; }

    /// <summary>Where a requirement is built: the phase as the matrix names it and the task; null when no phase builds it.</summary>
    public (string Phase, string Task)? PlaceOf(CarriedRequirement requirement)
    {
        foreach (var phase in Phases)
        {
            if (phase.Tasks.FirstOrDefault(task => ReferenceEquals(task.Requirement, requirement)) is { } task)
            {
                return (PhaseLabel(phase.Phase), task.Label);
            }
        }

        return null;
    }

    // "Phase 3" of "Phase 3: Business Logic".
    private string PhaseLabel(Phase phase)
    {
        var template = _definition.Kinds.Select(static kind => kind.Section(SectionRoles.Phases)).FirstOrDefault(static section => section is { HeadingTemplate.Length: > 0 })?.HeadingTemplate ?? "{number}";
        var end = template.IndexOf("{number}", StringComparison.Ordinal);
        return (end < 0 ? "{number}" : template[..(end + "{number}".Length)]).Replace("{number}", Text(phase.Number), StringComparison.Ordinal);
    }

    // A sub-stage belongs to the phase whose own it refines, else to the last phase before it that every plan has.
    private ILookup<int, SubStage> SubStages(List<Phase> phases)
    {
        var placed = new List<(int Phase, SubStage SubStage)>();
        var last = 0;
        foreach (var subStage in _definition.SubStages)
        {
            var own = _definition.Phases.FirstOrDefault(phase => phase.SubStage.Length > 0 && subStage.Id.StartsWith(phase.SubStage, StringComparison.Ordinal));
            if (own is { When: var when } && when == Condition.Always)
            {
                last = own.Number;
            }

            var number = own?.Number ?? last;
            if (_text.Holds(subStage.When) && phases.Exists(phase => phase.Number == number))
            {
                placed.Add((number, subStage));
            }
        }

        return placed.ToLookup(static entry => entry.Phase, static entry => entry.SubStage);
    }

    private int PhaseOf(CarriedRequirement requirement, List<Phase> phases)
    {
        var own = _ids.Prefix(requirement.Id)?.DefaultPhase;
        var usual = _ids.Scheme.Prefixes.FirstOrDefault()?.DefaultPhase;
        if (own is null || own == usual)
        {
            // What only a module's phase can do is proposed there.
            var words = Words.Fold(requirement.Title + " " + requirement.Cells.GetValueOrDefault(ColumnRoles.Description, ""));
            own = phases.Find(phase => phase.When.Module is not null && phase.Keywords.Any(keyword => Words.IndexOfPhrase(words, Words.Fold(keyword)) >= 0))?.Number ?? own;
        }

        return new[] { own, usual }.OfType<int>().FirstOrDefault(number => phases.Exists(phase => phase.Number == number), phases.Count > 0 ? phases[^1].Number : 0);
    }

    private ImmutableArray<PlanTask> Tasks(Phase phase, IEnumerable<SubStage> subStages, IEnumerable<CarriedRequirement> requirements)
    {
        var phrases = _definition.Phrases;
        var tasks = ImmutableArray.CreateBuilder<PlanTask>();
        var isFirst = phase.Number == _definition.Phases[0].Number;
        foreach (var subStage in subStages)
        {
            var details = subStage.Generates.IsEmpty ? "" : phrases.Fill(ScaffoldPhrases.Produces, ("items", string.Join(", ", subStage.Generates.Select(Quoted))));
            var setup = tasks.Count == 0 ? ModuleSetup(phase, subStage) : "";
            Add(phrases.Fill(ScaffoldPhrases.SubStageTask, ("name", subStage.Name), ("sub-stage", subStage.Id)), [.. new[] { details, setup }.Where(static line => line.Length > 0)], _text.Fill(subStage.Done.Length > 0 ? subStage.Done : subStage.Success), null);
        }

        if (isFirst && !_text.Content.Services.IsEmpty && phrases[ScaffoldPhrases.ServicesTask].Length > 0)
        {
            Add(phrases[ScaffoldPhrases.ServicesTask], [.. _text.Content.Services.Select(static service => $"`{service}`")], phrases[ScaffoldPhrases.ServicesDone], null);
        }

        foreach (var requirement in requirements)
        {
            var title = phrases.Fill(ScaffoldPhrases.RequirementTask, ("name", requirement.Title), ("id", requirement.Id));
            var done = requirement.Cells.GetValueOrDefault(ColumnRoles.Acceptance, "");
            Add(
                requirement.Id.Length == 0 || title.Length == 0 ? requirement.Title : title,
                requirement.Cells.GetValueOrDefault(ColumnRoles.Description, "") is { Length: > 0 } description ? [description] : [],
                done.Length > 0 ? done : phrases.Fill(ScaffoldPhrases.RequirementDone, ("name", requirement.Title)),
                requirement);
        }

        if (tasks.Count == 0)
        {
            Add(phase.Name, [], phase.Success, null);
        }

        return tasks.DrainToImmutable();

        void Add(string title, ImmutableArray<string> details, string done, CarriedRequirement? requirement)
        {
            var label = phrases.Fill(ScaffoldPhrases.Task, ("phase", Text(phase.Number)), ("number", Text(tasks.Count + 1)));
            tasks.Add(new PlanTask(label, title.Length > 0 ? title : phase.Name, details, done, requirement));
        }
    }

    // Modules that the phase sets up without a sub-stage of their own.
    private string ModuleSetup(Phase phase, SubStage first)
    {
        var names = _definition.Modules.Items
            .Where(module => module.Phase == phase.Number && module.SubStages.All(id => id == first.Id) && _text.Request.Facts.Modules is { } modules && modules.Items.Contains(module.Id))
            .Select(static module => module.Name)
            .ToList();
        return names.Count == 0 ? "" : _definition.Phrases.Fill(ScaffoldPhrases.ModuleSetup, ("modules", string.Join(", ", names)));
    }

    // Names of files are code, words are not.
    private static string Quoted(string item) => item.Contains('.', StringComparison.Ordinal) && !item.Contains(' ', StringComparison.Ordinal) ? $"`{item}`" : item;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
