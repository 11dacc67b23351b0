using System.Text;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes the sections of a new document: what their role calls for, what is taken over, or the skeleton.</summary>
internal sealed class SectionDraft
{
    private readonly ScaffoldText _text;
    private readonly FieldDraft _fields;
    private readonly TableDraft _tables;
    private readonly PhaseDraft _phases;

    public SectionDraft(ScaffoldText text, FieldDraft fields)
    {
        (_text, _fields) = (text, fields);
        _tables = new TableDraft(text, fields);
        _phases = new PhaseDraft(text);
    }

    /// <summary>Whether a new document has a section: it is demanded, or something is known for it.</summary>
    public bool IsWritten(SectionDefinition section)
    {
        if (!IsOf(section))
        {
            return false;
        }

        return _fields.IsDemanded(section.Presence, section.When)
            || (_text.Holds(section.When) && section.Alternatives.IsEmpty
                && (Draft(section).Length > 0 || Special(section).Length > 0 || Carried(section) is not null || section.Tables.Any(table => _tables.HasRows(section, table)) || section.Fields.Any(HoldsMore)));
    }

    /// <summary>The section, ending with a line end.</summary>
    public string Write(SectionDefinition section, int level)
    {
        if (section.HeadingTemplate.Length > 0)
        {
            return _phases.Write(section, level);
        }

        if (section.Role == SectionRoles.MaturityFeatures)
        {
            return FeatureTables.Write(_text.Definition, section, level, _text.Level?.Number, _text.Request.Facts.IsExtended);
        }

        var body = Body(section, level);
        return body.Length > 0 ? $"{new string('#', level)} {section.Name}\n\n{body}" : Skeleton(section, level);
    }

    /// <summary>A table with its rows.</summary>
    public string Table(SectionDefinition? section, TableDefinition table) => _tables.Write(section, table);

    private string Body(SectionDefinition section, int level)
    {
        var parts = new List<string>();
        var fields = section.Fields.Where(field => (_fields.IsWritten(field, section.When) || HoldsMore(field)) && !IsInHeader(field)).ToList();
        var carried = Carried(section);

        // What people wrote instead of the fields is taken over as it is.
        if (carried is { Body.Length: > 0 } && !fields.Exists(HoldsMore))
        {
            parts.Add(carried.Body.TrimEnd() + "\n");
            fields.Clear();
        }

        if (Special(section) is { Length: > 0 } special)
        {
            parts.Add(special);
        }
        else if (Draft(section) is { Length: > 0 } draft && carried is not { Body.Length: > 0 })
        {
            parts.Add(draft + "\n");
        }

        if (fields.Count > 0)
        {
            parts.Insert(0, string.Concat(fields.Select(_fields.Write)));
        }

        parts.AddRange(section.Tables.Where(table => _tables.IsWritten(section, table)).Select(table => _tables.Write(section, table)));
        parts.AddRange(section.Fields.Where(static field => field.Role == FieldRoles.Subtotal).Select(field => Subtotal(section, field)).Where(static line => line.Length > 0));
        parts.AddRange(section.Subsections.Where(IsWritten).Select(sub => Write(sub, level + 1)));
        return string.Join('\n', parts);
    }

    private string Subtotal(SectionDefinition section, FieldDefinition field)
    {
        var rows = _tables.RequirementsOf(section);
        var done = rows.Count(static requirement => requirement.Status == StatusClasses.Pass);
        return rows.Count == 0 ? "" : $"**{field.Name}**: " + _text.Definition.Phrases.Fill(
            ScaffoldPhrases.Subtotal,
            ("done", ScaffoldText.Number(done)),
            ("total", ScaffoldText.Number(rows.Count)),
            ("percent", ScaffoldText.Number(Math.Floor(100.0 * done / rows.Count)))) + "\n";
    }

    private string Skeleton(SectionDefinition section, int level) => section.Fields.IsEmpty && section.Tables.IsEmpty && section.Subsections.IsEmpty
        ? $"{new string('#', level)} {section.Name}\n"
        : SectionSkeleton.Section(section, level, _text.Request.Facts.IsExtended);

    // A prompt lacks something, or it is validated: never both.
    private bool IsOf(SectionDefinition section) => section.Role switch
    {
        SectionRoles.Missing => ClarificationDraft.IsRequest(_text),
        SectionRoles.ValidationNote => !ClarificationDraft.IsRequest(_text),
        _ => true,
    };

    private string Special(SectionDefinition section) => section.Role switch
    {
        SectionRoles.Missing => new ClarificationDraft(_text).Missing(),
        SectionRoles.ValidationNote => new ClarificationDraft(_text).Verdict(),
        SectionRoles.Prompt => new ClarificationDraft(_text).Prompt(),
        SectionRoles.Inputs => new ClarificationDraft(_text).Present(),
        SectionRoles.Deliverables when _text.Request.Kind.HasRole(KindRoles.Reports) || _text.Request.Kind.HasRole(KindRoles.HandsOver) => DeliverableList.Write(_text),
        SectionRoles.Context when _text.Content.Decision is { } decision => Context(decision),
        _ => "",
    };

    // What calls for the decision, and the passage that it is taken from.
    private string Context(CarriedDecision decision)
    {
        var documents = string.Join(", ", _text.Content.Documents.Select(document => _text.Link(document.Path)));
        var reason = decision.Passage.Length > 0
            ? _text.Definition.Phrases.Fill(ScaffoldPhrases.DecisionExtracted, ("document", documents))
            : _text.Definition.Phrases.Fill(ScaffoldPhrases.DecisionContext, ("trigger", decision.Trigger?.Name ?? ""), ("keyword", decision.Keyword), ("document", documents));
        return decision.Passage.Length == 0
            ? reason + "\n"
            : $"{reason}\n\n{string.Concat(decision.Passage.ReplaceLineEndings("\n").Split('\n').Select(static line => $"> {line.Trim()}".TrimEnd() + "\n"))}";
    }

    private string Draft(SectionDefinition section) => section.Draft.Length == 0 ? "" : _text.Fill(section.Draft);

    // What the header says is not said again.
    private bool IsInHeader(FieldDefinition field) => field.Presence == Presence.Optional && _text.Request.Kind.HeaderFields.Any(header => header.Role == field.Role
        && (header.Presence == Presence.Required || header.Role == FieldRoles.Status));

    private bool HoldsMore(FieldDefinition field) => field.Role != FieldRoles.Status && _fields.Value(field).Length > 0 && field.Draft.Length == 0 && IsCarried(field);

    private bool IsCarried(FieldDefinition field) => field.From.Any(role => _text.Content.Fields.ContainsKey(role));

    private CarriedSection? Carried(SectionDefinition section)
    {
        foreach (var role in section.From)
        {
            if (_text.Content.Sections.TryGetValue(role, out var carried) && (carried.Body.Length > 0 || carried.Rows.Length > 0))
            {
                return carried;
            }
        }

        return null;
    }
}
