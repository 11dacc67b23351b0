using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>Collects the requirements of a delivery with what its documents say about each.</summary>
/// <param name="target">The path of the document that takes them over.</param>
internal sealed class RequirementCarrier(string target)
{
    private readonly List<CarriedRequirement> _requirements = [];

    /// <summary>The requirements in the order in which they are defined.</summary>
    public ImmutableArray<CarriedRequirement> Requirements => [.. _requirements];

    /// <summary>Adds what a document defines and maps.</summary>
    public void Add(BoundDocument document)
    {
        foreach (var definition in RequirementReader.Definitions(document).Where(definition => definition.Fact.Title.Length > 0 && !_requirements.Exists(known => known.Id == definition.Fact.Id)))
        {
            var cells = definition is { Table: { } table, Row: { } row } ? Cells(document, table, row) : ImmutableDictionary<string, string>.Empty;
            _requirements.Add(new CarriedRequirement(definition.Fact.Id, definition.Fact.Title, definition.Fact.Priority, definition.Fact.Status, cells));
        }

        AddWithoutIds(document);
        foreach (var (fact, _, table, row) in RequirementReader.Traces(document))
        {
            var index = _requirements.FindIndex(known => known.Id == fact.Id);
            if (index < 0)
            {
                continue;
            }

            // Later documents know more: where it is planned, what proves it, how far it is.
            var known = _requirements[index];
            var cells = known.Cells;
            foreach (var (role, text) in Cells(document, table, row))
            {
                cells = text.Length > 0 ? cells.SetItem(role, text) : cells;
            }

            _requirements[index] = known with { Cells = cells, Status = fact.Status ?? known.Status };
        }
    }

    // The base form has no ids; its rows are requirements all the same.
    private void AddWithoutIds(BoundDocument document)
    {
        if (!document.Kind.HasRole(KindRoles.DefinesRequirements))
        {
            return;
        }

        var priorities = document.Definition.Status(VocabularyIds.Priority);
        foreach (var table in document.TablesOf(TableRoles.Requirements).Where(static table => !table.Columns.ContainsKey(ColumnRoles.RequirementId)))
        {
            foreach (var row in table.Table.Rows.Where(row => table.Text(row, ColumnRoles.Feature).Length > 0))
            {
                _requirements.Add(new CarriedRequirement(
                    "",
                    table.Text(row, ColumnRoles.Feature),
                    priorities.Classify(table.Text(row, ColumnRoles.Priority)),
                    null,
                    Cells(document, table, row)));
            }
        }
    }

    // The title and the id are the requirement's own; a status is written anew from its class, unless somebody approved it.
    private ImmutableDictionary<string, string> Cells(BoundDocument document, BoundTable table, TableRow row)
    {
        var cells = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var role in table.Columns.Keys.Where(static role => role is not (ColumnRoles.RequirementId or ColumnRoles.Feature)))
        {
            var raw = table.Cell(row, role)?.Raw.Trim() ?? "";
            if (raw.Length > 0 && (!document.Definition.Values.IsDash(raw) || role == ColumnRoles.Evidence))
            {
                cells[role] = CarriedText.Rebased(raw, document.Path, target);
            }
        }

        return cells.ToImmutable();
    }
}
