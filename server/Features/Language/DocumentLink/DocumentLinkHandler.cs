using System.Globalization;
using System.Text.Json;
using FrameworkLsp.Analyzers.Features.Links;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.DocumentLink;

/// <summary>Makes paths clickable. Headings of other documents are looked for when a link is followed.</summary>
internal sealed class DocumentLinkHandler(LanguageSession session)
{
    /// <summary>The links of a document.</summary>
    [JsonRpcMethod("textDocument/documentLink", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.DocumentLink[]?> DocumentLinkAsync(DocumentLinkParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Refused, Read, cancellationToken);

    /// <summary>A link with its target.</summary>
    [JsonRpcMethod("documentLink/resolve", UseSingleObjectParameterDeserialization = true)]
    public async Task<Protocol.DocumentLink> ResolveAsync(Protocol.DocumentLink link, CancellationToken cancellationToken)
    {
        if (link.Target is not null || Data(link) is not { } data)
        {
            return link;
        }

        var state = await session.Queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        return DocumentView.Of(state, data.Uri, session.Client.Features) is { } view
            ? link with { Target = Target(view, data.Path, DocumentLinkProvider.LineOf(view.Folder.Workspace, data.Path, data.Fragment, cancellationToken)) }
            : link;
    }

    private static Protocol.DocumentLink[] Read(DocumentView view, CancellationToken cancellationToken) =>
    [
        .. DocumentLinkProvider.GetLinks(view.Document.GetBound(cancellationToken), view.Folder.Workspace, new LinkOptions(view.State.SettingsOf(view.Folder).MarkdownLinks), cancellationToken)
            .Select(link => new Protocol.DocumentLink
            {
                Range = view.Range(link.Span),
                Target = link.Fragment.Length == 0 || link.Line is not null ? Target(view, link.Path, link.Line) : null,
                Tooltip = view.Features.LinkTooltips ? link.Tooltip : null,
                Data = link.Fragment.Length == 0 || link.Line is not null
                    ? null
                    : JsonSerializer.SerializeToElement(new DocumentLinkData(view.Open.Uri, link.Path, link.Fragment), LspJsonContext.Default.DocumentLinkData),
            }),
    ];

    // What another server made, or a client altered, is given back as it came.
    private static DocumentLinkData? Data(Protocol.DocumentLink link)
    {
        try
        {
            return link.Data is { ValueKind: JsonValueKind.Object } data ? data.Deserialize(LspJsonContext.Default.DocumentLinkData) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Target(DocumentView view, string path, int? line) =>
        view.UriOf(path) + (line is { } number ? string.Create(CultureInfo.InvariantCulture, $"#L{number}") : "");
}
