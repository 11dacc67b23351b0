using System.Collections.Immutable;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.Diagnostic;

/// <summary>Answers with the diagnostics of a document, for clients that ask.</summary>
internal sealed class DocumentDiagnosticHandler(LanguageSession session)
{
    /// <summary>
    /// The diagnostics of a document, open or not. When it is changed meanwhile the answer is an error that asks the client to ask again:
    /// any other error, and any answer without diagnostics, would take away what it shows.
    /// </summary>
    [JsonRpcMethod("textDocument/diagnostic", UseSingleObjectParameterDeserialization = true)]
    public async Task<object> DiagnosticAsync(DocumentDiagnosticParams parameters, CancellationToken cancellationToken)
    {
        var state = await session.Queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        var uri = parameters.TextDocument.Uri;
        var superseded = state.Open.GetValueOrDefault(OpenDocument.KeyOf(uri))?.Superseded ?? CancellationToken.None;
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, superseded);
        try
        {
            var report = session.Reports.Of(state, uri, linked.Token);
            var related = session.Client.Features.RelatedDocuments ? Related(state, uri, linked.Token) : null;
            return report.ResultId == parameters.PreviousResultId
                ? new RelatedUnchangedDocumentDiagnosticReport(report.ResultId, related)
                : new RelatedFullDocumentDiagnosticReport(report.ResultId, report.Items, related);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LocalRpcException("The document was changed meanwhile.", exception) { ErrorCode = LspErrorCodes.ServerCancelled, ErrorData = new DiagnosticServerCancellationData(RetriggerRequest: true) };
        }
    }

    // The other documents of the delivery whose diagnostics are not those that were told last; null when there are none.
    private ImmutableDictionary<string, FullDocumentDiagnosticReport>? Related(SessionState state, string uri, CancellationToken cancellationToken)
    {
        if (state.Find(uri) is not ({ IsIndexed: true } folder, { } path) || session.Analyses.Get(state, folder, cancellationToken).DeliveryOf(path) is not { } delivery)
        {
            return null;
        }

        var related = ImmutableDictionary.CreateBuilder<string, FullDocumentDiagnosticReport>(StringComparer.Ordinal);
        foreach (var other in delivery.Documents.Select(static facts => facts.Path).Where(other => other != path).Distinct(StringComparer.Ordinal))
        {
            var key = folder.FullPath(other);
            var last = session.Reports.Last(key);
            var report = session.Reports.OfPath(state, folder, other, cancellationToken);
            if (report != last && (last is not null || report.Items.Count > 0))
            {
                related[state.Open.GetValueOrDefault(key)?.Uri ?? folder.UriOf(other)] = new FullDocumentDiagnosticReport(report.ResultId, report.Items);
            }
        }

        return related.Count == 0 ? null : related.ToImmutable();
    }
}
