using FrameworkLsp.Analyzers.Features.Hover;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Diagnostics;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.Hover;

/// <summary>Answers hovers.</summary>
internal sealed class HoverHandler(LanguageSession session)
{
    /// <summary>What stands at a position.</summary>
    [JsonRpcMethod("textDocument/hover", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.Hover?> HoverAsync(HoverParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Tolerated, (view, token) => Read(view, parameters, token), cancellationToken);

    private Protocol.Hover? Read(DocumentView view, HoverParams parameters, CancellationToken cancellationToken)
    {
        var analysis = session.Analyses.Get(view.State, view.Folder, cancellationToken);
        var findings = DiagnosticConverter.Visible(view.Folder, analysis, view.Open.Path);
        return HoverProvider.GetHover(view.Document.GetBound(cancellationToken), analysis, findings, view.Offset(parameters.Position), cancellationToken) is { } hover
            ? new Protocol.Hover(MarkupContent.Markdown(hover.Markdown), view.Range(hover.Span))
            : null;
    }
}
