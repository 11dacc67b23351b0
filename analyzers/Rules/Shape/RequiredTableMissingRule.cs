using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>FW021: a section that must hold a table and holds none.</summary>
public sealed class RequiredTableMissingRule() : DocumentRule(new RuleDescriptor("FW021", "required-table-missing", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Warning })
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        if (context.Document.HasElision)
        {
            return;
        }

        foreach (var missing in MissingTables.In(context.Document))
        {
            context.Report(
                missing.Section.Section.TitleSpan,
                $"\"{missing.Section.Section.Title}\" must contain a table with the columns {Columns(context, missing.Table)}: the rows are what later stages refer to. Turn the text below the heading into rows.",
                missing.Demand == Demand.Required ? null : Severity.Warning);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) =>
        MissingTables.In(context.Bound).FirstOrDefault(entry => entry.Section.Section.TitleSpan == context.Finding.LocalSpan) is { } missing
        && TableInsertion.Insert(context.Bound, missing) is { } change
            ? [new Fix($"Insert an empty table \"{missing.Table.Name}\"", FixSafety.Unsafe, [change]) { IsPreferred = true }]
            : [];

    private static string Columns(DocumentRuleContext context, TableDefinition table)
    {
        var demands = new DocumentDemands(context.Document);
        return string.Join(", ", table.Columns.Where(column => demands.Of(column) != Demand.None).Select(static column => $"\"{column.Name}\""));
    }
}
