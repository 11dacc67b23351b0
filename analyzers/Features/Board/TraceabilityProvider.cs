using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Board;

/// <summary>Follows the requirements of a delivery from their definition to the report.</summary>
public static class TraceabilityProvider
{
    /// <summary>The requirements of a delivery by its id; null when there is no such delivery.</summary>
    public static DeliveryTraceability? GetById(WorkspaceAnalysis analysis, string id, CancellationToken cancellationToken = default) =>
        DeliveryIds.Of(analysis).Find(id) is { } delivery ? Of(analysis, id, delivery, cancellationToken) : null;

    /// <summary>The requirements of the delivery that a document belongs to; null when it belongs to none.</summary>
    public static DeliveryTraceability? GetByDocument(WorkspaceAnalysis analysis, string path, CancellationToken cancellationToken = default) =>
        analysis.DeliveryOf(path) is { } delivery && DeliveryIds.Of(analysis).IdOf(delivery) is { } id ? Of(analysis, id, delivery, cancellationToken) : null;

    private static DeliveryTraceability Of(WorkspaceAnalysis analysis, string id, Delivery delivery, CancellationToken cancellationToken)
    {
        var definition = analysis.Workspace.Definition;
        var records = RequirementLedger.Of(definition, delivery.Documents);
        var bound = delivery.Documents.Select(static facts => facts.Path).Distinct(StringComparer.Ordinal)
            .Select(path => analysis.Workspace.Documents.GetValueOrDefault(path)?.GetBound(cancellationToken).Host)
            .OfType<BoundDocument>()
            .ToDictionary(static document => document.Path, StringComparer.Ordinal);
        var evidence = EvidenceLinks.Of(analysis.Workspace, bound.Values, cancellationToken);
        var rows = ImmutableArray.CreateBuilder<TraceRow>(records.Length);
        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(new TraceRow(
                record.Id,
                definition.RequirementIds.Prefixes.FirstOrDefault(prefix => record.Id.StartsWith(prefix.Id + "-", StringComparison.Ordinal))?.Name ?? "",
                record.Definition?.Title ?? "",
                definition.Vocabulary(VocabularyIds.Priority).Canonical(record.Definition?.Priority ?? ""),
                definition.Vocabulary(VocabularyIds.Requirement).Canonical(record.Status ?? ""),
                record.IsDescoped,
                record.DefinedIn is { } source ? Place(source, FactKey.Requirement(record.Id, record.Scope)) : null,
                Links(record.Planned),
                Links(record.Checked),
                Links(record.Reported),
                evidence.TryGetValue(record.Id, out var links) ? links : []));
        }

        return new DeliveryTraceability(id, BoardProvider.TitleOf(delivery), rows.MoveToImmutable(), RequirementLedger.Totals(records));

        ImmutableArray<TraceLink> Links(ImmutableArray<RequirementEntry> entries) => [.. entries.Select(entry => new TraceLink(Label(definition, bound, analysis, entry), Place(entry.Document, entry.Key)))];

        TracePlace Place(DocumentFacts facts, FactKey key) => new(facts.Path, analysis.PartsOf(facts.Path)[facts.Part].Locations.Source(key));
    }

    // A row says its phase and tasks, or its status; of a mention the check or section tells most.
    private static string Label(FrameworkDefinition definition, Dictionary<string, BoundDocument> bound, WorkspaceAnalysis analysis, RequirementEntry entry)
    {
        if (entry.Trace is { } trace)
        {
            string?[] parts = trace.Table == TableRoles.Traceability ? [trace.Phase, trace.Tasks] : [definition.Vocabulary(VocabularyIds.Requirement).Canonical(trace.Status ?? "")];
            var label = string.Join(", ", parts.Where(static part => !string.IsNullOrEmpty(part)).SelectMany(static part => part!.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
            return label.Length > 0 ? label : KindName(definition, entry.Document);
        }

        var offset = analysis.PartsOf(entry.Document.Path)[entry.Document.Part].Locations.Local(entry.Key).Start;
        if (bound.GetValueOrDefault(entry.Document.Path) is not { } document)
        {
            return KindName(definition, entry.Document);
        }

        foreach (var table in document.Tables)
        {
            if (table.Table.Span.Contains(offset) && table.Table.Rows.FirstOrDefault(row => row.Span.Contains(offset)) is { } row && table.Text(row, ColumnRoles.Check) is { Length: > 0 } check)
            {
                return check;
            }
        }

        return document.Outline.SectionAt(offset) is { Level: > 0 } section ? section.Title : KindName(definition, entry.Document);
    }

    private static string KindName(FrameworkDefinition definition, DocumentFacts facts) => definition.Kind(facts.Kind)?.Name ?? facts.Kind;
}
