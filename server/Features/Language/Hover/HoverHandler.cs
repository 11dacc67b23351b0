using FrameworkLsp.Analyzers.Features.Configuration;
using FrameworkLsp.Analyzers.Features.Hover;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Diagnostics;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.Hover;

/// <summary>Answers hovers, in documents and in the configuration file.</summary>
internal sealed class HoverHandler(LanguageSession session)
{
    /// <summary>What stands at a position.</summary>
    [JsonRpcMethod("textDocument/hover", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.Hover?> HoverAsync(HoverParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, (view, token) => Read(view, parameters, token), view => Read(view, parameters), cancellationToken);

    private Protocol.Hover? Read(DocumentView view, HoverParams parameters, CancellationToken cancellationToken)
    {
        var analysis = session.Analyses.Get(view.State, view.Folder, cancellationToken);
        var findings = DiagnosticConverter.Visible(view.Folder, analysis, view.Open.Path);
        return HoverProvider.GetHover(view.Document.GetBound(cancellationToken), analysis, findings, view.Offset(parameters.Position), cancellationToken) is { } hover
            ? new Protocol.Hover(MarkupContent.Of(hover.Markdown, view.Features.HoverFormat), view.Range(hover.Span))
            : null;
    }

    private static Protocol.Hover? Read(ConfigurationView view, HoverParams parameters) =>
        ConfigurationHover.GetHover(view.Text.ToString(), view.Folder.Workspace.Definition, view.Offset(parameters.Position)) is { } hover
            ? new Protocol.Hover(MarkupContent.Of(hover.Markdown, view.Features.HoverFormat), view.Features.Positions.ToRange(view.Text, hover.Span))
            : null;
}
