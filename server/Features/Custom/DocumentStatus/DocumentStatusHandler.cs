using FrameworkLsp.Analyzers.Features.Board;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Custom.DocumentStatus;

/// <summary>Answers with what a document is in the workflow.</summary>
internal sealed class DocumentStatusHandler(LanguageSession session)
{
    /// <summary>What a document is, open or not; null for a file that is no framework document.</summary>
    [JsonRpcMethod("frameworkLsp/documentStatus", UseSingleObjectParameterDeserialization = true)]
    public async Task<Protocol.DocumentStatus?> DocumentStatusAsync(DocumentStatusParams parameters, CancellationToken cancellationToken)
    {
        var state = await session.Queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        if (state.Find(parameters.TextDocument.Uri) is not ({ } folder, { } path) || !state.SettingsOf(folder).Enable)
        {
            return null;
        }

        var status = DocumentStatusProvider.Get(session.Analyses.Get(state, folder, cancellationToken), path);
        return status is null
            ? null
            : new Protocol.DocumentStatus
            {
                Kind = status.Kind.Id,
                KindName = status.Kind.Name,
                Stage = status.Kind.Stage,
                StageName = status.Stage?.Name ?? "",
                Level = status.Level?.Number,
                LevelName = status.Level?.Name,
                State = DeliveryPlaces.Name(status.State),
                IsStale = status.IsStale,
                Delivery = new DeliveryPlaces(state, folder, session.Client.Features).Id(status.Delivery),
            };
    }
}
