using FrameworkLsp.Analyzers.Features.Hints;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.InlayHint;

/// <summary>Answers with what numbers and ids stand for.</summary>
internal sealed class InlayHintHandler(LanguageSession session)
{
    /// <summary>The hints in a range.</summary>
    [JsonRpcMethod("textDocument/inlayHint", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.InlayHint[]?> InlayHintAsync(InlayHintParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Refused, (view, token) => Read(view, parameters, token), cancellationToken);

    private Protocol.InlayHint[] Read(DocumentView view, InlayHintParams parameters, CancellationToken cancellationToken)
    {
        var settings = view.State.SettingsOf(view.Folder).InlayHints;
        if (!settings.Enable)
        {
            return [];
        }

        var analysis = session.Analyses.Get(view.State, view.Folder, cancellationToken);
        var choice = new HintChoice(settings.Levels, settings.Thresholds, settings.Titles, settings.Modules);
        var range = view.Features.Positions.ToSpan(view.Text, parameters.Range);
        return [.. HintProvider.GetHints(view.Document.GetBound(cancellationToken), analysis, range, choice, cancellationToken).Select(hint => new Protocol.InlayHint
        {
            Position = view.Features.Positions.ToPosition(view.Text, hint.Offset),
            Label = hint.Text,
            Tooltip = hint.Explanation.Length > 0 ? MarkupContent.Markdown(hint.Explanation) : null,
            PaddingLeft = true,
        })];
    }
}
