using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Tells which list items of a plan's phases are tasks: not references, commands, criteria or what is left for other levels.</summary>
internal sealed class TaskItems
{
    private readonly bool[] _isTask;

    public TaskItems(BoundDocument document, ClaimText text)
    {
        var outline = document.Outline;
        _isTask = new bool[outline.ListItems.Length];
        var others = OtherItems(document, text);
        var otherPhases = OtherPhases(document, text);
        foreach (var item in outline.ListItems)
        {
            var isInPhase = document.Owners[item.Section]?.Definition.Role == SectionRoles.Phases && !otherPhases.Contains(item.Section) && !text.IsSilent(item.Section);
            _isTask[item.Index] = isInPhase
                && (item.Parent < 0 || _isTask[item.Parent])
                && !others.Contains(item.Span.Start)
                && !text.HasNegativeMark(item.Text)
                && !text.SpeaksOfOthers(item.Text);
        }
    }

    public bool IsTask(ListItem item) => _isTask[item.Index];

    // Where items start that are fields other than tasks, or belong to the list of such a field or of what is left out.
    private static HashSet<int> OtherItems(BoundDocument document, ClaimText text)
    {
        var others = new HashSet<int>();
        foreach (var field in document.Fields.Where(static field => field.Definition.ValueKind != ValueKinds.Tasks))
        {
            others.Add(field.Field.Span.Start);
            others.UnionWith(Starts(field.Field));
        }

        foreach (var field in document.Outline.Fields.Where(field => text.IsSilentLabel(field.Key)))
        {
            others.Add(field.Span.Start);
            others.UnionWith(Starts(field));
        }

        return others;
    }

    private static IEnumerable<int> Starts(Field field) => field.Items.IsDefault ? [] : field.Items.Select(static item => item.Span.Start);

    // "Required At Level: ≥ Level 3" in a plan of a lower level.
    private static HashSet<int> OtherPhases(BoundDocument document, ClaimText text) =>
    [
        .. document.Fields
            .Where(field => field.Definition.ValueKind == ValueKinds.LevelCondition && text.SpeaksOfOthers(field.Value))
            .Select(static field => field.Field.Section),
    ];
}
