using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A requirement that is described by labelled values instead of a table row.</summary>
/// <param name="Id">The id in upper case.</param>
/// <param name="IdSpan">The id where it is a label's value; empty when a heading gives it.</param>
internal sealed record LabelledRequirement(string Id, TextSpan IdSpan)
{
    /// <summary>What it is called; empty when no label says so.</summary>
    public string Feature { get; set; } = "";

    /// <summary>The priority as written.</summary>
    public string Priority { get; set; } = "";

    /// <summary>The status as written.</summary>
    public string Status { get; set; } = "";
}

/// <summary>Reads requirements from labels below headings and from key/value tables; the labels are the columns of the requirement table.</summary>
internal sealed class RequirementLabels
{
    private readonly BoundDocument _document;
    private readonly KindIndex _index;
    private readonly List<ColumnDefinition> _columns;
    private readonly ILookup<int, Field> _fields;

    public RequirementLabels(BoundDocument document)
    {
        _document = document;
        _index = document.Definition.Kind(document.Kind);
        _columns =
        [
            .. document.Kind.AllSections()
                .SelectMany(static definition => definition.Tables)
                .Where(static table => table.Role == TableRoles.Requirements)
                .SelectMany(static table => table.Columns)
                .Where(static column => column.Role is ColumnRoles.RequirementId or ColumnRoles.Feature or ColumnRoles.Priority or ColumnRoles.Status),
        ];
        _fields = document.Outline.Fields.Where(static field => field.Notation != FieldNotation.FrontMatter).ToLookup(static field => field.Section);
    }

    /// <summary>Whether an id among the labels of a section defines a requirement: only where the definition expects requirements.</summary>
    public bool MayDefine(Section section) =>
        _document.Owners[section.Index] is { } owner && owner.Definition.Tables.Any(static table => table.Role == TableRoles.Requirements);

    /// <summary>The requirements of a section; with an id in its heading exactly one, of which an id label is a part.</summary>
    public IEnumerable<LabelledRequirement> Records(Section section, string? headingId)
    {
        var records = new List<LabelledRequirement>();
        if (headingId is not null)
        {
            records.Add(new LabelledRequirement(headingId, default));
        }

        foreach (var field in _fields[section.Index])
        {
            var role = _columns.Find(column => _index.IsColumn(column, field.Key))?.Role;
            if (role == ColumnRoles.RequirementId)
            {
                if (headingId is null && _document.Definition.RequirementIds.Parse(field.Value) is { } id)
                {
                    records.Add(new LabelledRequirement(id, field.ValueSpan));
                }
            }
            else if (role is not null && records.Count > 0)
            {
                Set(records[^1], role, field.Value);
            }
        }

        return records;
    }

    private static void Set(LabelledRequirement record, string role, string value)
    {
        switch (role)
        {
            case ColumnRoles.Feature:
                record.Feature = value;
                break;
            case ColumnRoles.Priority:
                record.Priority = value;
                break;
            default:
                record.Status = value;
                break;
        }
    }
}
