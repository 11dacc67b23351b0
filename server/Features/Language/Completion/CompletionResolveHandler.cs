using System.Text.Json;
using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.Completion;

/// <summary>Explains an item that the user looks at.</summary>
internal sealed class CompletionResolveHandler(LanguageSession session)
{
    /// <summary>The item with its explanation. What the server did not offer goes back as it came.</summary>
    [JsonRpcMethod("completionItem/resolve", UseSingleObjectParameterDeserialization = true)]
    public async Task<ResolvableCompletionItem> ResolveAsync(ResolvableCompletionItem item, CancellationToken cancellationToken)
    {
        if (Data(item) is not { } data)
        {
            return item;
        }

        var topic = new CompletionTopic((TopicKind)data.Kind, data.Id, data.Owner);
        var documentation = await session.Reader.ReadAsync(data.Uri, (view, token) => Read(view, topic, token), view => Read(view, topic), cancellationToken).ConfigureAwait(false);
        return documentation is null ? item : item with { Documentation = JsonSerializer.SerializeToElement(documentation, LspJsonContext.Default.MarkupContent) };
    }

    private MarkupContent? Read(DocumentView view, CompletionTopic topic, CancellationToken cancellationToken) =>
        view.Document.GetBound(cancellationToken).Host is { } document
        && CompletionDocumentation.Of(topic, document, session.Analyses.Get(view.State, view.Folder, cancellationToken)) is { } markdown
            ? MarkupContent.Of(markdown, view.Features.DocumentationFormat)
            : null;

    private static MarkupContent? Read(ConfigurationView view, CompletionTopic topic) =>
        CompletionDocumentation.Of(topic, view.Folder.Workspace.Definition) is { } markdown ? MarkupContent.Of(markdown, view.Features.DocumentationFormat) : null;

    private static CompletionData? Data(ResolvableCompletionItem item)
    {
        try
        {
            return item.Data?.Deserialize(LspJsonContext.Default.CompletionData) is { Uri: not null, Id: not null, Owner: not null } data ? data : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
