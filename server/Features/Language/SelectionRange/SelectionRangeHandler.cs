using FrameworkLsp.Analyzers.Features.Selection;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.SelectionRange;

/// <summary>Answers how selections grow.</summary>
internal sealed class SelectionRangeHandler(LanguageSession session)
{
    /// <summary>One selection per position; nothing for other files, in which the editor knows itself.</summary>
    [JsonRpcMethod("textDocument/selectionRange", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.SelectionRange[]?> SelectionRangeAsync(SelectionRangeParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Refused, (view, token) => Read(view, parameters, token), cancellationToken);

    private static Protocol.SelectionRange[]? Read(DocumentView view, SelectionRangeParams parameters, CancellationToken cancellationToken)
    {
        var file = view.Document.GetBound(cancellationToken);
        return file.Host is null
            ? null
            : [.. parameters.Positions.Select(position => SelectionProvider.GetSelections(file, view.Offset(position), cancellationToken)
                .Reverse()
                .Aggregate((Protocol.SelectionRange?)null, (parent, span) => new Protocol.SelectionRange(view.Range(span), parent))!)];
    }
}
