using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>FW510: a requirement id that nothing in the delivery defines.</summary>
public sealed class UndefinedReqIdRule() : WorkspaceRule(new RuleDescriptor("FW510", "undefined-req-id", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    private const int MostSuggestions = 3;

    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        // A matrix in a file of its own lists what is defined elsewhere; only where nothing else does, its rows define.
        var sources = context.Delivery.Documents.Where(static facts => facts.Requirements.Count > 0 && !facts.IsTemplate).ToList();
        if (sources.Exists(facts => !Maps(facts)))
        {
            sources.RemoveAll(Maps);
        }

        if (sources.Count == 0 || sources.Exists(static facts => facts.HasElision))
        {
            return;
        }

        var defined = sources.SelectMany(static facts => facts.Requirements).Select(static requirement => Series(requirement.Id)).ToHashSet();
        var stems = defined.Select(static series => series.Stem).ToHashSet(StringComparer.Ordinal);
        var data = new Undefined(sources[0].Path, sources.SelectMany(static facts => facts.Requirements).Select(static requirement => requirement.Id).Distinct(StringComparer.Ordinal).ToImmutableArray());
        var name = context.KindOf(sources[0])!.Name;
        foreach (var document in context.Documents.Where(static facts => !facts.IsTemplate))
        {
            foreach (var trace in document.Traces.Where(trace => IsUndefined(trace.Id)).DistinctBy(static trace => (trace.Id, trace.Table, trace.Scope)))
            {
                context.Report(
                    document,
                    FactKey.Trace(trace.Id, trace.Table, trace.Scope),
                    $"{trace.Id} is not defined in the {name}, so the row traces to nothing. Correct the id, or define the requirement there.",
                    data: data with { Id = trace.Id },
                    related: (new FactAnchor(sources[0], FactKey.Title), "requirements are defined here"));
            }

            foreach (var id in document.Mentions.Where(IsUndefined).Where(id => document.Traces.All(trace => trace.Id != id)))
            {
                context.Report(
                    document,
                    FactKey.Mention(id),
                    $"{id} is not defined in the {name}. Correct the id, or define the requirement there.",
                    Severity.Info,
                    data with { Id = id });
            }
        }

        bool Maps(DocumentFacts facts) => context.KindOf(facts)?.HasRole(KindRoles.MapsRequirements) == true;

        // A sub id belongs to its parent; ids of other series (bugs, stories) are no requirements of this delivery.
        bool IsUndefined(string id) => Series(id) is var series && stems.Contains(series.Stem) && !defined.Contains(series);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not Undefined undefined || RequirementNumber.Parse(undefined.Id) is not { } number)
        {
            return [];
        }

        var fixes = ImmutableArray.CreateBuilder<Fix>();
        var isWritten = context.Bound.Outline.Text.Substring(context.Finding.LocalSpan.Start, context.Finding.LocalSpan.Length) == undefined.Id;
        var nearest = undefined.Defined
            // The end of a range is written elsewhere or not at all.
            .Where(id => isWritten && RequirementNumber.Parse(id) is { } other && other.Stem == number.Stem)
            .OrderBy(id => EditDistance.Between(id, undefined.Id, undefined.Id.Length))
            .ThenBy(id => string.Concat(id.Order()) == string.Concat(undefined.Id.Order()) ? 0 : 1)
            .ThenBy(static id => id, StringComparer.Ordinal)
            .Take(MostSuggestions);
        foreach (var id in nearest)
        {
            fixes.Add(new Fix($"Replace {undefined.Id} by {id}", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, id)]));
        }

        if (Definition(context, undefined) is { } definition)
        {
            fixes.Add(definition);
        }

        return fixes.ToImmutable();
    }

    // A row behind the last one of the same prefix in the document that defines the requirements.
    private static Fix? Definition(FixContext context, Undefined undefined)
    {
        if (!context.Workspace.Documents.TryGetValue(undefined.Source, out var source) || source.GetBound().Host is not { } intake || intake.Path == context.Bound.Path)
        {
            return null;
        }

        var ids = intake.Definition.RequirementIds;
        var table = intake.TablesOf(TableRoles.Requirements)
            .LastOrDefault(table => table.Table.Rows.Any(row => ids.Leading(table.Cell(row, ColumnRoles.RequirementId)?.Raw ?? "") is { } token && ids.Prefix(token.Id) == ids.Prefix(undefined.Id)));
        if (table is null)
        {
            return null;
        }

        var cells = new Dictionary<int, string> { [table.Columns[ColumnRoles.RequirementId]] = undefined.Id };
        var trace = RequirementReader.Traces(context.Bound).FirstOrDefault(trace => trace.Fact.Id == undefined.Id);
        if (trace.Table is not null && table.Columns.TryGetValue(ColumnRoles.Feature, out var feature))
        {
            cells[feature] = trace.Table.Text(trace.Row, ColumnRoles.Feature);
        }

        if (table.Columns.TryGetValue(ColumnRoles.Status, out var status))
        {
            cells[status] = intake.Definition.Definition.Vocabulary(VocabularyIds.Requirement).Canonical(StatusClasses.Pending);
        }

        var edit = new TableRowWriter(intake.Outline, table.Table).Append([cells]);
        return new Fix($"Define {undefined.Id} in {intake.Path}", FixSafety.Unsafe, [])
        {
            OtherDocuments = ImmutableDictionary<string, ImmutableArray<TextChange>>.Empty.Add(intake.Path, [edit]),
        };
    }

    private static (string Stem, int Number) Series(string id) => RequirementNumber.Parse(id) is { } number ? (number.Stem, number.Number) : (id, 0);

    private sealed record Undefined(string Source, ImmutableArray<string> Defined)
    {
        public string Id { get; init; } = "";
    }
}
