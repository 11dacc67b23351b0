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
    private readonly Lazy<OtherItems> _others = new(() => new OtherItems(document));
    private readonly Lazy<HashSet<int>> _otherPhases = new(() => OtherPhases(document, text));

    public bool IsTask(ListItem item) => _isTask[item.Index] ??=
        document.Owners[item.Section]?.Definition.Role == SectionRoles.Phases
        && !_otherPhases.Value.Contains(item.Section)
        && !text.IsSilent(item.Section)
        && (item.Parent < 0 || IsTask(document.Outline.ListItems[item.Parent]))
        && !_others.Value.Contains(item)
        && !text.HasNegativeMark(item.Text)
        && !text.SpeaksOfOthers(item.Text);

    // "Required At Level: ≥ Level 3" in a plan of a lower level.
    private static HashSet<int> OtherPhases(BoundDocument document, ClaimText text) =>
    [
        .. document.Fields
            .Where(field => field.Definition.ValueKind == ValueKinds.LevelCondition && text.SpeaksOfOthers(field.Value))
            .Select(static field => field.Field.Section),
    ];

    // Items that are fields other than tasks, or belong to the list of such a field or of what is left out.
    private sealed class OtherItems
    {
        private readonly HashSet<int> _fields = [];
        private readonly bool[] _isListed;

        public OtherItems(BoundDocument document)
        {
            _isListed = new bool[document.Outline.ListItems.Length];
            foreach (var field in document.Fields)
            {
                if (field.Definition.ValueKind != ValueKinds.Tasks)
                {
                    Add(field.Field);
                }
            }

            foreach (var field in ClaimScope.SilentFields(document))
            {
                Add(field);
            }
        }

        public bool Contains(ListItem item) => _isListed[item.Index] || _fields.Contains(item.Span.Start);

        private void Add(Field field)
        {
            _fields.Add(field.Span.Start);
            foreach (var item in field.Notation == FieldNotation.FrontMatter || field.Items.IsDefault ? [] : field.Items)
            {
                _isListed[item.Index] = true;
            }
        }
    }
}
