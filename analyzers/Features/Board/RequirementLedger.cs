using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Board;

/// <summary>A fact about a requirement: a row, a mention where there is no row, or a share that speaks of all.</summary>
/// <param name="Document">The document that says it.</param>
/// <param name="Trace">The row; null for a mention or share.</param>
/// <param name="Key">Where it stands.</param>
public sealed record RequirementEntry(DocumentFacts Document, TraceFact? Trace, FactKey Key);

/// <summary>A requirement of a delivery with everything that its documents say of it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Scope">The feature it belongs to in documents about several; empty otherwise.</param>
/// <param name="Definition">The first definition; null when no document defines it.</param>
/// <param name="DefinedIn">The document with the definition; null when there is none.</param>
/// <param name="Planned">Rows that give it a phase or task.</param>
/// <param name="Checked">Rows or mentions in verifications; of one that says that all are done, that place where it does not name the id.</param>
/// <param name="Reported">Rows in reports.</param>
/// <param name="Status">The class of the latest status that a document gives it; null when none does.</param>
/// <param name="IsDone">Whether the latest document calls it done.</param>
/// <param name="IsDescoped">Whether it is out of scope.</param>
public sealed record RequirementRecord(
    string Id,
    string Scope,
    RequirementFact? Definition,
    DocumentFacts? DefinedIn,
    ImmutableArray<RequirementEntry> Planned,
    ImmutableArray<RequirementEntry> Checked,
    ImmutableArray<RequirementEntry> Reported,
    string? Status,
    bool IsDone,
    bool IsDescoped);

/// <summary>The requirements of a delivery. Linear in what its documents say.</summary>
public static class RequirementLedger
{
    /// <summary>Every requirement in the order of the documents: the defined ones, then those that only rows name.</summary>
    public static ImmutableArray<RequirementRecord> Of(FrameworkDefinition definition, IEnumerable<DocumentFacts> delivery)
    {
        var documents = delivery.Where(static facts => !facts.IsTemplate && !facts.IsReference).ToList();
        var entries = Entries(documents);
        var records = ImmutableArray.CreateBuilder<RequirementRecord>();
        var known = new HashSet<(string Id, string Scope)>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (document, requirement) in documents.SelectMany(static facts => facts.Requirements.Where(static requirement => !requirement.IsBlank).Select(requirement => (facts, requirement))))
        {
            if (known.Add((requirement.Id, requirement.Scope)))
            {
                ids.Add(requirement.Id);
                records.Add(Record(definition, requirement.Id, requirement.Scope, requirement, document, entries));
            }
        }

        foreach (var trace in documents.SelectMany(static facts => facts.Traces))
        {
            if (!ids.Contains(trace.Id) && !ids.Contains(Parent(trace.Id)) && known.Add((trace.Id, trace.Scope)))
            {
                records.Add(Record(definition, trace.Id, trace.Scope, null, null, entries));
            }
        }

        return WithWholeChecks(definition, documents, records.ToImmutable());
    }

    /// <summary>The sums of records.</summary>
    public static RequirementTotals Totals(ImmutableArray<RequirementRecord> records) => new(
        records.Length,
        records.Count(static record => !record.Planned.IsEmpty),
        records.Count(static record => !record.Checked.IsEmpty),
        records.Count(static record => !record.Reported.IsEmpty),
        records.Count(static record => record.IsDone),
        records.Count(static record => record.IsDescoped));

    /// <summary>The id that a sub id belongs to; the id itself when it is none. What is said of it is said of its sub ids.</summary>
    public static string Parent(string id) => id.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? id[..dot] : id;

    // A checklist need not name every id: "13/13 requirements" checks them all.
    private static ImmutableArray<RequirementRecord> WithWholeChecks(FrameworkDefinition definition, List<DocumentFacts> documents, ImmutableArray<RequirementRecord> records)
    {
        var inScope = records.Count(static record => !record.IsDescoped);
        var whole = documents.Where(facts => definition.Kind(facts.Kind)?.HasRole(KindRoles.Verifies) == true)
            .Select(facts => (Document: facts, Ordinal: IndexOfWhole(facts.RequirementCoverage, inScope, records.Length)))
            .Where(static place => place.Ordinal >= 0)
            .Select(static place => new RequirementEntry(place.Document, null, FactKey.RequirementCoverage(place.Ordinal)))
            .ToImmutableArray();
        return whole.IsEmpty ? records : [.. records.Select(record => record.IsDone && record.Checked.IsEmpty ? record with { Checked = whole } : record)];
    }

    // A share of another number speaks of some of them, for example of one priority.
    private static int IndexOfWhole(IEnumerable<RequirementCoverageFact> shares, int inScope, int all) =>
        shares.Select(static (share, index) => (share, index))
            .Where(pair => pair.share.Whole is { } whole ? pair.share.Part >= inScope && (whole == inScope || whole == all) : pair.share.Percent >= 100)
            .Select(static pair => pair.index)
            .DefaultIfEmpty(-1)
            .First();

    private static Dictionary<string, List<RequirementEntry>> Entries(List<DocumentFacts> documents)
    {
        var entries = new Dictionary<string, List<RequirementEntry>>(StringComparer.Ordinal);
        foreach (var facts in documents)
        {
            foreach (var trace in facts.Traces)
            {
                Add(trace.Id, new RequirementEntry(facts, trace, FactKey.Trace(trace.Id, trace.Table, trace.Scope)));
            }

            foreach (var id in facts.Mentions)
            {
                Add(id, new RequirementEntry(facts, null, FactKey.Mention(id)));
            }
        }

        return entries;

        void Add(string id, RequirementEntry entry) => (entries.TryGetValue(id, out var list) ? list : entries[id] = []).Add(entry);
    }

    private static RequirementRecord Record(
        FrameworkDefinition definition,
        string id,
        string scope,
        RequirementFact? requirement,
        DocumentFacts? definedIn,
        Dictionary<string, List<RequirementEntry>> entries)
    {
        var own = (entries.GetValueOrDefault(id) ?? (Parent(id) is var parent && parent != id ? entries.GetValueOrDefault(parent) : null) ?? [])
            .FindAll(entry => entry.Trace is not { Scope.Length: > 0 } trace || scope.Length == 0 || trace.Scope == scope);
        var latest = own.LastOrDefault(static entry => entry.Trace is { Status: not null } && entry.Trace.Table != TableRoles.Descoped)?.Trace;
        var status = latest?.Status ?? requirement?.Status;
        return new RequirementRecord(
            id,
            scope,
            requirement,
            definedIn,
            [.. own.Where(static entry => entry.Trace is { Table: TableRoles.Traceability } trace && (trace.Phase is { Length: > 0 } || trace.Tasks is { Length: > 0 }))],
            Preferred(own, facts => definition.Kind(facts.Kind)?.HasRole(KindRoles.Verifies) == true),
            [.. own.Where(entry => entry.Trace is not null && definition.Kind(entry.Document.Kind)?.HasRole(KindRoles.Reports) == true)],
            status,
            status == StatusClasses.Pass && latest is not { HasEvidence: false },
            status == StatusClasses.Descoped || requirement?.Priority == StatusClasses.Wont || own.Exists(static entry => entry.Trace is { Table: TableRoles.Descoped } or { Status: StatusClasses.Descoped }));
    }

    // Of a document that has a row for it, the row; a mention only where there is none.
    private static ImmutableArray<RequirementEntry> Preferred(List<RequirementEntry> entries, Func<DocumentFacts, bool> isMeant) =>
    [
        .. entries.Where(entry => isMeant(entry.Document))
            .GroupBy(static entry => entry.Document)
            .SelectMany(static group => group.Any(static entry => entry.Trace is not null) ? group.Where(static entry => entry.Trace is not null) : group),
    ];
}
