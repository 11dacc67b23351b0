using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>
/// Tells which list items of a plan's phases are tasks: not references, commands, criteria or what is left for other levels. Judges only the
/// items that somebody asks for, since few of them name a feature.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="text">Tells what its texts claim.</param>
internal sealed class TaskItems(BoundDocument document, ClaimText text)
{
    private readonly bool?[] _isTask = new bool?[document.Outline.ListItems.Length];
    private readonly Lazy<HashSet<int>> _others = new(() => OtherItems(document, text));
    private readonly Lazy<HashSet<int>> _otherPhases = new(() => OtherPhases(document, text));

    public bool IsTask(ListItem item) => _isTask[item.Index] ??=
        document.Owners[item.Section]?.Definition.Role == SectionRoles.Phases
        && !_otherPhases.Value.Contains(item.Section)
        && !text.IsSilent(item.Section)
        && (item.Parent < 0 || IsTask(document.Outline.ListItems[item.Parent]))
        && !_others.Value.Contains(item.Span.Start)
        && !text.HasNegativeMark(item.Text)
        && !text.SpeaksOfOthers(item.Text);

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
