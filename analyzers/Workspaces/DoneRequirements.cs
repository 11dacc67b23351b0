using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>Which requirements of a delivery are done, by the statuses that its documents give them.</summary>
public sealed class DoneRequirements
{
    private readonly List<(string Id, string? Priority, bool IsDone, bool IsDescoped)> _rows;

    private DoneRequirements(List<(string Id, string? Priority, bool IsDone, bool IsDescoped)> rows, IReadOnlyList<(DocumentFacts Document, FactKey Key, string Id)> open)
    {
        _rows = rows;
        Open = open;
    }

    /// <summary>The rows of requirements that are neither done nor out of scope.</summary>
    public IReadOnlyList<(DocumentFacts Document, FactKey Key, string Id)> Open { get; }

    /// <summary>
    /// The requirements as a document sees them: by its own matrix, else by that of a report, else by the plan's. Null when no matrix has a
    /// requirement that is done - a plan that nobody updates says nothing - and for documents about several features.
    /// </summary>
    public static DoneRequirements? Of(Delivery delivery, DocumentFacts document)
    {
        var source = delivery.Documents.OrderByDescending(facts => facts == document)
            .ThenByDescending(static facts => facts.Traces.Any(static trace => trace.Table == TableRoles.CoverageMatrix))
            .FirstOrDefault(static facts => !facts.IsTemplate && !facts.HasElision && Rows(facts).Any(static trace => IsDone(trace)));
        if (source is null || Rows(source).Select(static trace => trace.Scope).Distinct().Take(2).Count() > 1)
        {
            return null;
        }

        var definitions = delivery.Documents.Where(static facts => !facts.IsTemplate).SelectMany(static facts => facts.Requirements)
            .Where(static requirement => !requirement.IsBlank)
            .GroupBy(static requirement => requirement.Id, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        var traces = Rows(source).DistinctBy(static trace => trace.Id).ToDictionary(static trace => trace.Id, StringComparer.Ordinal);
        var rows = new List<(string Id, string? Priority, bool IsDone, bool IsDescoped)>();
        var open = new List<(DocumentFacts Document, FactKey Key, string Id)>();
        foreach (var id in definitions.Where(static entry => entry.Value.Priority != StatusClasses.Wont).Select(static entry => entry.Key).Union(traces.Keys))
        {
            var trace = traces.GetValueOrDefault(id);
            var definition = definitions.GetValueOrDefault(id);
            var isDescoped = trace?.Status == StatusClasses.Descoped || definition?.Status == StatusClasses.Descoped;
            rows.Add((id, definition?.Priority, trace is not null && IsDone(trace), isDescoped));
            if (trace is not null && !IsDone(trace) && !isDescoped)
            {
                open.Add((source, FactKey.Trace(id, trace.Table, trace.Scope), id));
            }
        }

        return new DoneRequirements(rows, open);
    }

    /// <summary>
    /// The shares that are right, the best first: with and without the requirements out of scope, sub ids counted or not. Of some priorities when
    /// classes are given; empty when no requirement has one of them.
    /// </summary>
    public List<(int Part, int Whole)> Shares(IReadOnlyCollection<string> priorities)
    {
        var shares = new List<(int Part, int Whole)>();
        foreach (var rows in new[] { _rows, _rows.FindAll(static row => !row.Id.Contains('.', StringComparison.Ordinal)) })
        {
            var counted = priorities.Count == 0 ? rows : rows.FindAll(row => priorities.Contains(row.Priority));
            if (counted.Count == 0)
            {
                continue;
            }

            // Tables without a column for it, of the non-functional ones for example, hold requirements of any priority.
            foreach (var any in new[] { counted, rows.FindAll(row => row.Priority is null || counted.Contains(row)) })
            {
                var done = any.Count(static row => row.IsDone);
                shares.AddRange(new[] { any.Count, any.Count(static row => !row.IsDescoped) }.Where(static whole => whole > 0).Select(whole => (done, whole)));
            }
        }

        return shares;
    }

    private static IEnumerable<TraceFact> Rows(DocumentFacts facts) => facts.Traces.Where(static trace => trace.Table != TableRoles.Descoped);

    private static bool IsDone(TraceFact trace) => trace is { Status: StatusClasses.Pass, HasEvidence: not false };
}
