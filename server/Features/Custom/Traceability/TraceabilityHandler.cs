using FrameworkLsp.Analyzers.Features.Board;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Custom.Traceability;

/// <summary>Answers with the requirements of a delivery.</summary>
internal sealed class TraceabilityHandler(LanguageSession session)
{
    /// <summary>The requirements of the delivery with an id, or of the one that a document belongs to; null when there is none.</summary>
    [JsonRpcMethod("frameworkLsp/traceability", UseSingleObjectParameterDeserialization = true)]
    public async Task<TraceabilityMatrix?> TraceabilityAsync(TraceabilityParams parameters, CancellationToken cancellationToken)
    {
        var state = await session.Queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        if (parameters.Delivery is not { } id)
        {
            return parameters.TextDocument is { Uri: var uri } && state.Find(uri) is ({ } folder, { } path) && state.SettingsOf(folder).Enable
                ? Matrix(state, folder, TraceabilityProvider.GetByDocument(session.Analyses.Get(state, folder, cancellationToken), path, cancellationToken))
                : null;
        }

        return state.Folders.Values
            .Where(folder => state.SettingsOf(folder).Enable)
            .Select(folder => new DeliveryPlaces(state, folder, session.Client.Features).Local(id) is { } local
                ? Matrix(state, folder, TraceabilityProvider.GetById(session.Analyses.Get(state, folder, cancellationToken), local, cancellationToken))
                : null)
            .FirstOrDefault(static matrix => matrix is not null);
    }

    private TraceabilityMatrix? Matrix(SessionState state, FolderState folder, DeliveryTraceability? traceability)
    {
        var places = new DeliveryPlaces(state, folder, session.Client.Features);
        return traceability is null
            ? null
            : new TraceabilityMatrix(places.Id(traceability.Id) ?? traceability.Id, traceability.Title, [.. traceability.Rows.Select(row => Row(places, row))], DeliveryPlaces.Summary(traceability.Totals));
    }

    private static TraceabilityRow Row(DeliveryPlaces places, TraceRow row) => new()
    {
        Id = row.Id,
        Type = row.Type,
        Title = row.Title,
        Priority = row.Priority,
        Status = row.Status,
        IsDescoped = row.IsDescoped,
        Defined = places.Location(row.Defined),
        Planned = [.. row.Planned.Select(link => new TraceabilityLink(link.Label, places.Location(link.Place)!))],
        Checked = [.. row.Checked.Select(link => new TraceabilityLink(link.Label, places.Location(link.Place)!))],
        Reported = [.. row.Reported.Select(link => new TraceabilityLink(link.Label, places.Location(link.Place)!))],
        Evidence = [.. row.Evidence.Select(link => new TraceabilityEvidence(link.Label, link.Path is { } path ? places.Uri(path) : null, link.Line, link.Exists))],
    };
}
