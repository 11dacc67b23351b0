using System.Text;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes the phases of a new plan: tasks, what to read, commands and when the phase is done.</summary>
internal sealed class PhaseDraft(ScaffoldText text)
{
    /// <summary>A section for each phase, ending with a line end; empty without phases.</summary>
    public string Write(SectionDefinition section, int level) =>
        string.Join('\n', text.Outline.Phases.Select(phase => Write(section, level, phase)));

    private string Write(SectionDefinition section, int level, PlanPhaseOutline phase)
    {
        var builder = new StringBuilder().Append('#', level).Append(' ').Append(SectionSkeleton.Heading(section, phase.Phase)).Append('\n');
        foreach (var field in section.Fields)
        {
            var part = field switch
            {
                { ValueKind: ValueKinds.Tasks } => Label(field) + "\n" + Tasks(section, phase),
                { ValueKind: ValueKinds.Paths } => Reading(field, phase),
                { ValueKind: ValueKinds.Commands } => Commands(field, phase),
                { ValueKind: ValueKinds.LevelCondition } => Line(field, RequiredAt(phase.Phase)),
                { Role: FieldRoles.Done } => Line(field, text.Fill(phase.Phase.Done.Length > 0 ? phase.Phase.Done : phase.Phase.Success)),
                { Presence: Presence.Required } => Line(field, " "),
                _ => "",
            };
            if (part.Length > 0)
            {
                builder.Append('\n').Append(part);
            }
        }

        return builder.ToString();
    }

    private static string Label(FieldDefinition field) => $"**{field.Name}**:\n";

    private static string Line(FieldDefinition field, string value) => value.Length == 0 ? "" : $"**{field.Name}**: {value}".TrimEnd() + "\n";

    private string RequiredAt(Phase phase)
    {
        if (phase.When.Module is { } module)
        {
            return text.Definition.Phrases.Fill(ScaffoldPhrases.WithModule, ("module", text.Definition.Module(module)?.Name ?? module));
        }

        return phase.When == Condition.Always ? text.Definition.Phrases[ScaffoldPhrases.EveryLevel] : "";
    }

    private static string Tasks(SectionDefinition section, PlanPhaseOutline phase)
    {
        var done = section.Fields.FirstOrDefault(static field => field.Role == FieldRoles.Done)?.Name;
        var builder = new StringBuilder();
        for (var index = 0; index < phase.Tasks.Length; index++)
        {
            var task = phase.Tasks[index];
            var title = task.Label.Length == 0 ? task.Title : $"{task.Label}: {task.Title}";
            var marker = (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + ". ";
            var indent = new string(' ', marker.Length);
            builder.Append(marker).Append("**").Append(title).Append("**\n");
            foreach (var detail in task.Details)
            {
                builder.Append(indent).Append("- ").Append(detail).Append('\n');
            }

            if (task.Done.Length > 0 && done is not null)
            {
                builder.Append(indent).Append("- **").Append(done).Append("**: ").Append(task.Done).Append('\n');
            }
        }

        return builder.ToString();
    }

    private string Reading(FieldDefinition field, PlanPhaseOutline phase)
    {
        var paths = ReadingList.Of(text.Definition, phase.SubStages).ToList();
        return paths.Count == 0 ? "" : Label(field) + "\n" + string.Concat(paths.Select(static path => $"- `{path}`\n"));
    }

    // The commands of the sub-stages; a phase whose sub-stages have none has its own.
    private string Commands(FieldDefinition field, PlanPhaseOutline phase)
    {
        var own = phase.SubStages.SelectMany(static subStage => subStage.Commands).Distinct(StringComparer.Ordinal).ToList();
        var commands = (own.Count > 0 ? own : [.. phase.Phase.Commands]).SelectMany(ForServices).ToList();
        return commands.Count == 0 ? "" : Label(field) + "\n```bash\n" + string.Concat(commands.Select(static command => command + "\n")) + "```\n";
    }

    // A command for each service stands once for each, when they are known.
    private IEnumerable<string> ForServices(string command)
    {
        const string Placeholder = "<service>";
        var business = text.Content.Services.Where(static service => service.Length > 0).ToList();
        return command.Contains(Placeholder, StringComparison.Ordinal) && business.Count > 0
            ? [command.Replace(Placeholder, business[0], StringComparison.Ordinal)]
            : [command];
    }
}
