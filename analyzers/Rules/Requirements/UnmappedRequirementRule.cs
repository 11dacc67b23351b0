using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>FW511: a requirement of the delivery that the plan's matrix does not map to a phase and a task.</summary>
public sealed class UnmappedRequirementRule() : WorkspaceRule(
    new RuleDescriptor("FW511", "unmapped-requirement", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Warning })
{
    // A message that lists more is not read.
    private const int MostListed = 8;

    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var plans = context.Documents.Where(static facts => facts.HasTraceability && !facts.IsTemplate).ToList();
        if (plans.Count > 0 && !plans.Exists(static facts => facts.HasElision))
        {
            // Several plans share the work; the last one must account for the rest.
            ReportAbsent(context, plans[^1], [.. plans.SelectMany(Rows).Select(static row => Key(row.Scope, row.Id))]);
        }

        foreach (var document in plans)
        {
            foreach (var row in Rows(document).Where(static row => !IsMapped(row)))
            {
                var lacks = row.Phase is "" ? row.Tasks is "" ? "neither phase nor task" : "no phase" : "no task";
                context.Report(
                    document,
                    FactKey.Trace(row.Id, row.Table, row.Scope),
                    $"{row.Id} has a row but {lacks}. A requirement that no phase works on is not built; name them, or mark the row as deferred.");
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not EquatableArray<RequirementFact> missing
            || context.Bound.TablesOf(TableRoles.Traceability).LastOrDefault(static table => table.Columns.ContainsKey(ColumnRoles.RequirementId)) is not { } table)
        {
            return [];
        }

        var rows = missing.Select(requirement => Row(context, table, requirement));
        var edit = new TableRowWriter(context.Bound.Outline, table.Table).Append(rows);
        return [new Fix(missing.Count == 1 ? $"Append a row for {missing[0].Id}" : $"Append rows for {missing.Count} requirements", FixSafety.Unsafe, [edit]) { IsPreferred = true }];
    }

    private static void ReportAbsent(DeliveryRuleContext context, DocumentFacts document, HashSet<string> mapped)
    {
        var excluded = Excluded(context.Delivery.Documents);
        foreach (var source in context.Delivery.Documents.Where(facts => !facts.IsTemplate && facts != document))
        {
            var missing = source.Requirements
                .Where(requirement => !requirement.IsBlank
                    && requirement.Priority != StatusClasses.Wont
                    && requirement.Status != StatusClasses.Descoped
                    && !Names(requirement).Any(name => mapped.Contains(name) || excluded.Contains(name)))
                .ToEquatableArray();
            if (missing.Count > 0)
            {
                var ids = string.Join(", ", missing.Take(MostListed).Select(static requirement => requirement.Id)) + (missing.Count > MostListed ? $" and {missing.Count - MostListed} more" : "");
                var name = context.KindOf(source)!.Name;
                context.Report(
                    document,
                    FactKey.TraceTable,
                    $"{ids} from the {name} {(missing.Count == 1 ? "is" : "are")} not mapped to any phase and task, so nobody will build {(missing.Count == 1 ? "it" : "them")}. Add a row for each to the matrix.",
                    data: missing,
                    related: [.. missing.Take(MostListed).Select(requirement => (new FactAnchor(source, FactKey.Requirement(requirement.Id, requirement.Scope)), $"{requirement.Id} {requirement.Title}".TrimEnd()))]);
            }
        }
    }

    private static IEnumerable<TraceFact> Rows(DocumentFacts document) => document.Traces.Where(static trace => trace.Table == TableRoles.Traceability);

    // Deferred and descoped rows need no phase (decisions 29); a missing column is another rule's finding.
    private static bool IsMapped(TraceFact row) => row.Status == StatusClasses.Descoped || (row.Phase is not "" && row.Tasks is not "");

    private static HashSet<string> Excluded(ImmutableArray<DocumentFacts> documents) =>
    [
        .. documents.SelectMany(static facts => facts.Traces)
            .Where(static trace => trace.Table == TableRoles.Descoped || trace.Status == StatusClasses.Descoped)
            .Select(static trace => Key(trace.Scope, trace.Id)),
    ];

    // A sub id is mapped with its parent.
    private static IEnumerable<string> Names(RequirementFact requirement)
    {
        var dot = requirement.Id.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? [Key(requirement.Scope, requirement.Id), requirement.Id] : [Key(requirement.Scope, requirement.Id), requirement.Id, requirement.Id[..dot]];
    }

    private static string Key(string scope, string id) => scope.Length == 0 ? id : scope + "/" + id;

    private static Dictionary<int, string> Row(FixContext context, BoundTable table, RequirementFact requirement)
    {
        var cells = new Dictionary<int, string>();
        Set(ColumnRoles.RequirementId, requirement.Id);
        Set(ColumnRoles.Feature, requirement.Title);
        Set(ColumnRoles.Phase, PhaseGuess.For(context.Bound, requirement.Id));
        Set(ColumnRoles.Tasks, string.Join(", ", context.Parameter("task")));
        Set(ColumnRoles.Status, context.Bound.Definition.Definition.Vocabulary(VocabularyIds.Requirement).Canonical(StatusClasses.Pending));
        return cells;

        void Set(string role, string value)
        {
            if (table.Columns.TryGetValue(role, out var column))
            {
                cells[column] = value;
            }
        }
    }
}
