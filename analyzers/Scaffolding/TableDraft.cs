using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes the tables of a new document with the rows that are known.</summary>
internal sealed class TableDraft(ScaffoldText text, FieldDraft fields)
{
    private readonly RequirementIdMatcher _ids = new(text.Definition.RequirementIds);

    /// <summary>Whether there is a row to write.</summary>
    public bool HasRows(SectionDefinition? section, TableDefinition table) => Rows(section, table).Count > 0;

    /// <summary>Whether a new document has the table.</summary>
    public bool IsWritten(SectionDefinition? section, TableDefinition table) => fields.IsDemanded(table.Presence, Condition.Always) || HasRows(section, table);

    /// <summary>The table, ending with a line end: with the rows that are known, else one blank row.</summary>
    public string Write(SectionDefinition? section, TableDefinition table)
    {
        var rows = Rows(section, table);
        if (rows.Count == 0 && Starter(section, table) is { } starter)
        {
            rows = [starter];
        }

        var cells = rows.ConvertAll(row => table.Columns.Select(column => Cell(column, row)).ToArray());
        var columns = Enumerable.Range(0, table.Columns.Length)
            .Where(index => fields.IsDemanded(table.Columns[index].Presence, Condition.Always) || cells.Exists(row => row[index].Length > 0))
            .ToList();
        if (columns.Count == 0)
        {
            columns = [.. Enumerable.Range(0, table.Columns.Length)];
        }

        return TableText.Write([.. columns.Select(index => table.Columns[index].Name)], cells.ConvertAll(row => (IReadOnlyList<string>)columns.ConvertAll(index => row[index])));
    }

    /// <summary>The requirements that a section lists.</summary>
    public IReadOnlyList<CarriedRequirement> RequirementsOf(SectionDefinition section) => [.. Of(section, isStrict: true)];

    private string Cell(ColumnDefinition column, ImmutableDictionary<string, string> row)
    {
        var roles = column.From.IsEmpty ? [column.Role] : column.From;
        var value = roles.Select(role => row.GetValueOrDefault(role, "")).FirstOrDefault(static cell => cell.Length > 0, "");
        return TableText.Cell(value.Length > 0 || column.Draft.Length == 0 ? value : text.Fill(column.Draft));
    }

    private List<ImmutableDictionary<string, string>> Rows(SectionDefinition? section, TableDefinition table) => table.Role switch
    {
        TableRoles.Requirements => [.. Of(section, isStrict: true).Select(Requirement)],
        TableRoles.Traceability => [.. Of(section, isStrict: false).Select(Traced)],
        TableRoles.CoverageMatrix => [.. Of(section, isStrict: true).Select(Requirement)],
        TableRoles.Descoped => [.. text.Content.Requirements.Where(static requirement => requirement.Status == StatusClasses.Descoped).Select(Requirement)],
        TableRoles.Checks when text.Request.Kind.HasRole(KindRoles.Verifies) => CheckRows.Of(text, section),
        TableRoles.Checks => CheckRows.Summary(text),
        TableRoles.Impact => [.. text.Definition.Architecture.Constraints.Where(constraint => text.Holds(constraint.When)).Select(static constraint => Row((ColumnRoles.Area, constraint.Name), (ColumnRoles.Description, constraint.Text)))],
        TableRoles.Deliverables => DeliverableList.Rows(text),
        _ => Carried(section),
    };

    private List<ImmutableDictionary<string, string>> Carried(SectionDefinition? section)
    {
        foreach (var role in section?.From ?? [])
        {
            if (text.Content.Sections.TryGetValue(role, out var carried) && !carried.Rows.IsEmpty)
            {
                return [.. carried.Rows];
            }
        }

        return [];
    }

    // The requirements whose ids belong into a section; of a matrix for all of them, all.
    private IEnumerable<CarriedRequirement> Of(SectionDefinition? section, bool isStrict)
    {
        var roles = section is null ? [] : section.From.Add(section.Role);
        var prefixes = text.Definition.RequirementIds.Prefixes.Where(prefix => roles.Contains(prefix.SectionRole)).ToList();
        var all = text.Content.Requirements;
        if (prefixes.Count == 0)
        {
            // A section of subsections leaves the rows to them.
            return isStrict && section is { Subsections.IsEmpty: false } ? [] : all.Where(requirement => !isStrict || text.Definition.RequirementIds.Prefixes.IsEmpty || _ids.Prefix(requirement.Id) is null);
        }

        var first = text.Definition.RequirementIds.Prefixes[0];
        return all.Where(requirement => prefixes.Contains(_ids.Prefix(requirement.Id) ?? first));
    }

    private ImmutableDictionary<string, string>? Starter(SectionDefinition? section, TableDefinition table)
    {
        // Ids make the form an extended one, so the base form starts with a blank row.
        if (table.Role != TableRoles.Requirements || !table.Columns.Any(column => column.Role == ColumnRoles.RequirementId && fields.IsDemanded(column.Presence, Condition.Always)))
        {
            return null;
        }

        var prefix = text.Definition.RequirementIds.Prefixes.FirstOrDefault(candidate => candidate.SectionRole == section?.Role) ?? text.Definition.RequirementIds.Prefixes.FirstOrDefault();
        var id = RequirementNumber.Start(prefix?.Id ?? "", _ids).With(1);
        return Requirement(new CarriedRequirement(id, "", null, StatusClasses.Pending, ImmutableDictionary<string, string>.Empty));
    }

    private ImmutableDictionary<string, string> Traced(CarriedRequirement requirement)
    {
        var row = Requirement(requirement);
        if (text.Outline.PlaceOf(requirement) is var (phase, task))
        {
            row = row.ContainsKey(ColumnRoles.Phase) ? row : row.SetItem(ColumnRoles.Phase, phase);
            row = row.ContainsKey(ColumnRoles.Tasks) ? row : row.SetItem(ColumnRoles.Tasks, task);
        }

        return row;
    }

    private ImmutableDictionary<string, string> Requirement(CarriedRequirement requirement)
    {
        var row = requirement.Cells.SetItem(ColumnRoles.RequirementId, requirement.Id).SetItem(ColumnRoles.Feature, requirement.Title);
        if (!row.ContainsKey(ColumnRoles.Priority) && requirement.Priority is { } priority)
        {
            row = row.SetItem(ColumnRoles.Priority, text.Definition.Vocabulary(VocabularyIds.Priority).Canonical(priority));
        }

        if (!row.ContainsKey(ColumnRoles.Status))
        {
            var status = requirement.Priority == StatusClasses.Wont ? StatusClasses.Descoped : requirement.Status ?? StatusClasses.Pending;
            row = row.SetItem(ColumnRoles.Status, text.Definition.Vocabulary(VocabularyIds.Requirement).Canonical(status));
        }

        return row;
    }

    private static ImmutableDictionary<string, string> Row(params ReadOnlySpan<(string Role, string Value)> cells)
    {
        var row = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (role, value) in cells)
        {
            row[role] = value;
        }

        return row.ToImmutable();
    }
}
