using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Features.Formatting;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.Formatting;

/// <summary>Aligns tables: all of them, those of a range, or the one that is being typed.</summary>
internal sealed class FormattingHandler(LanguageSession session)
{
    /// <summary>The edits for a document.</summary>
    [JsonRpcMethod("textDocument/formatting", UseSingleObjectParameterDeserialization = true)]
    public Task<TextEdit[]?> FormatAsync(DocumentFormattingParams parameters, CancellationToken cancellationToken) =>
        ReadAsync(parameters.TextDocument.Uri, static (_, file, token) => TableFormatter.Format(file, range: null, token), cancellationToken);

    /// <summary>The edits for a range.</summary>
    [JsonRpcMethod("textDocument/rangeFormatting", UseSingleObjectParameterDeserialization = true)]
    public Task<TextEdit[]?> FormatRangeAsync(DocumentRangeFormattingParams parameters, CancellationToken cancellationToken) => ReadAsync(
        parameters.TextDocument.Uri,
        (view, file, token) => TableFormatter.Format(file, view.Features.Positions.ToSpan(view.Text, parameters.Range), token),
        cancellationToken);

    /// <summary>The edits after a pipe or a line end was typed.</summary>
    [JsonRpcMethod("textDocument/onTypeFormatting", UseSingleObjectParameterDeserialization = true)]
    public Task<TextEdit[]?> FormatOnTypeAsync(DocumentOnTypeFormattingParams parameters, CancellationToken cancellationToken) => ReadAsync(
        parameters.TextDocument.Uri,
        (view, file, token) => TableFormatter.FormatTyped(file, view.Offset(parameters.Position), token),
        cancellationToken);

    private Task<TextEdit[]?> ReadAsync(string uri, Func<DocumentView, BoundFile, CancellationToken, ImmutableArray<TextChange>> format, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(
            uri,
            Staleness.Refused,
            (view, token) => format(view, view.Document.GetBound(token), token).Select(change => view.Features.Positions.ToEdit(view.Text, change)).ToArray(),
            cancellationToken);
}
