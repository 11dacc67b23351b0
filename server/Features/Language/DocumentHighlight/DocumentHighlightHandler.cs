using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.DocumentHighlight;

/// <summary>Highlights what names the same.</summary>
internal sealed class DocumentHighlightHandler(LanguageSession session)
{
    /// <summary>The places of the document that name the thing at a position; a definition is written, anything else read.</summary>
    [JsonRpcMethod("textDocument/documentHighlight", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.DocumentHighlight[]?> DocumentHighlightAsync(DocumentHighlightParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Refused, (view, token) => Read(view, parameters, token), cancellationToken);

    private Protocol.DocumentHighlight[]? Read(DocumentView view, DocumentHighlightParams parameters, CancellationToken cancellationToken)
    {
        var analysis = session.Analyses.Get(view.State, view.Folder, cancellationToken);
        var occurrences = ReferenceProvider.FindInDocument(view.Document.GetBound(cancellationToken), analysis, view.Offset(parameters.Position), cancellationToken);
        return occurrences.Count == 0
            ? null
            : [.. occurrences.Select(occurrence => new Protocol.DocumentHighlight(view.Range(occurrence.Span), occurrence.IsDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read))];
    }
}
