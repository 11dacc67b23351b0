using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;

/// <summary>
/// A requirement written as a list item: "FR-001: Loan application - a customer applies (Must)", with labelled items below it for other columns.
/// </summary>
internal sealed class RequirementItem
{
    private static readonly string[] _dashes = [" - ", " – ", " — ", ": "];

    private readonly BoundDocument _document;
    private readonly TableDefinition _template;

    public RequirementItem(BoundDocument document, ListItem item, TableDefinition template)
    {
        (_document, _template) = (document, template);
        ReadLine(LabelledList.Text(document.Outline, item));
        foreach (var inner in LabelledList.Below(document.Outline, item))
        {
            ReadInner(LabelledList.Text(document.Outline, inner));
        }
    }

    /// <summary>What it says, by the role of the column.</summary>
    public Dictionary<string, string> Cells { get; } = new(StringComparer.Ordinal);

    private void ReadLine(string text)
    {
        var rest = text;
        if (_document.Definition.RequirementIds.FindAll(text).FirstOrDefault() is { Length: > 0 } token && text.AsSpan(0, token.Start).IndexOfAnyExcept(" *_`[") < 0)
        {
            Cells[ColumnRoles.RequirementId] = token.Id;
            rest = text[token.End..].TrimStart('*', '_', '`', ']', ':', '.', ' ', '-', '–', '—');
        }

        rest = WithoutPriority(rest);
        var cut = _dashes.Select(dash => (Start: rest.IndexOf(dash, StringComparison.Ordinal), dash.Length)).Where(static found => found.Start > 0).DefaultIfEmpty((Start: rest.Length, Length: 0)).Min();
        Set(ColumnRoles.Feature, rest[..cut.Start].Trim().Trim('*').Trim());
        Set(ColumnRoles.Description, rest[Math.Min(rest.Length, cut.Start + cut.Length)..].Trim());
    }

    // "(Must)" or "[Should]" at the end.
    private string WithoutPriority(string text)
    {
        var trimmed = text.TrimEnd('.', ' ');
        var open = trimmed.LastIndexOfAny(['(', '[']);
        if (open < 0 || trimmed[^1] is not (')' or ']'))
        {
            return text;
        }

        var inner = trimmed[(open + 1)..^1];
        if (inner.Length > 20 || _document.Definition.Status(VocabularyIds.Priority).Classify(inner) is not { } priority)
        {
            return text;
        }

        Cells[ColumnRoles.Priority] = _document.Definition.Definition.Vocabulary(VocabularyIds.Priority).Canonical(priority);
        return trimmed[..open].TrimEnd();
    }

    // A label that is the name of a column goes there; anything else belongs to the description.
    private void ReadInner(string text)
    {
        var index = _document.Definition.Kind(_document.Kind);
        if (LabelledList.Labelled(text) is var (label, value) && _template.Columns.FirstOrDefault(column => index.IsColumn(column, HeadingKey.Normalize(label))) is { } column)
        {
            Set(column.Role, value);
        }
        else
        {
            Set(ColumnRoles.Description, text);
        }
    }

    private void Set(string role, string value)
    {
        if (value.Length > 0)
        {
            Cells[role] = Cells.TryGetValue(role, out var known) ? $"{known}; {value}" : value;
        }
    }
}
