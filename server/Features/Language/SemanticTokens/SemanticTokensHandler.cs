using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Features.Tokens;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.SemanticTokens;

/// <summary>Answers with the words that mean something in the workflow.</summary>
internal sealed class SemanticTokensHandler(LanguageSession session)
{
    private readonly TokenResults _results = new();

    /// <summary>The tokens of a document.</summary>
    [JsonRpcMethod("textDocument/semanticTokens/full", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.SemanticTokens?> FullAsync(SemanticTokensParams parameters, CancellationToken cancellationToken) =>
        ReadAsync(parameters.TextDocument.Uri, null, (view, data) => new Protocol.SemanticTokens(_results.Keep(view.State, parameters.TextDocument.Uri, data), data), cancellationToken);

    /// <summary>What changed in the tokens of a document; all of them when the last answer is not the one the client has.</summary>
    [JsonRpcMethod("textDocument/semanticTokens/full/delta", UseSingleObjectParameterDeserialization = true)]
    public Task<object?> DeltaAsync(SemanticTokensDeltaParams parameters, CancellationToken cancellationToken) => ReadAsync<object>(
        parameters.TextDocument.Uri,
        null,
        (view, data) =>
        {
            var before = _results.Find(parameters.TextDocument.Uri, parameters.PreviousResultId);
            var id = _results.Keep(view.State, parameters.TextDocument.Uri, data);
            return before is { } last ? new SemanticTokensDelta(id, TokenEncoder.Difference(last, data)) : new Protocol.SemanticTokens(id, data);
        },
        cancellationToken);

    /// <summary>The tokens in a range.</summary>
    [JsonRpcMethod("textDocument/semanticTokens/range", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.SemanticTokens?> RangeAsync(SemanticTokensRangeParams parameters, CancellationToken cancellationToken) =>
        ReadAsync(parameters.TextDocument.Uri, parameters.Range, static (_, data) => new Protocol.SemanticTokens(null, data), cancellationToken);

    private Task<T?> ReadAsync<T>(string uri, Protocol.Range? range, Func<DocumentView, ImmutableArray<uint>, T> answer, CancellationToken cancellationToken)
        where T : class => session.Reader.ReadAsync(
            uri,
            Staleness.Refused,
            (view, token) =>
            {
                TextSpan? span = range is { } wanted ? view.Features.Positions.ToSpan(view.Text, wanted) : null;
                var tokens = SemanticTokenProvider.GetTokens(view.Document.GetBound(token), view.Document.GetAnalysis(token).Parts, span, token);
                return answer(view, TokenEncoder.Encode(view, tokens, token));
            },
            cancellationToken);
}
