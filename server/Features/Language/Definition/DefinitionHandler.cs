using FrameworkLsp.Analyzers.Features.Links;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.Definition;

/// <summary>Goes to definitions. What defines something also declares it, so declarations are the same.</summary>
internal sealed class DefinitionHandler(LanguageSession session)
{
    /// <summary>Where the thing at a position is defined.</summary>
    [JsonRpcMethod("textDocument/definition", UseSingleObjectParameterDeserialization = true)]
    public Task<object?> DefinitionAsync(DefinitionParams parameters, CancellationToken cancellationToken) =>
        FindAsync(parameters.TextDocument.Uri, parameters.Position, session.Client.Features.DefinitionLinks, cancellationToken);

    /// <summary>Where the thing at a position is declared.</summary>
    [JsonRpcMethod("textDocument/declaration", UseSingleObjectParameterDeserialization = true)]
    public Task<object?> DeclarationAsync(DeclarationParams parameters, CancellationToken cancellationToken) =>
        FindAsync(parameters.TextDocument.Uri, parameters.Position, session.Client.Features.DeclarationLinks, cancellationToken);

    private Task<object?> FindAsync(string uri, Position position, bool links, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync<object>(uri, Staleness.Tolerated, (view, token) => Read(view, position, links, token), cancellationToken);

    private object? Read(DocumentView view, Position position, bool links, CancellationToken cancellationToken)
    {
        var analysis = session.Analyses.Get(view.State, view.Folder, cancellationToken);
        var options = new LinkOptions(view.State.SettingsOf(view.Folder).MarkdownLinks);
        if (DefinitionProvider.Find(view.Document.GetBound(cancellationToken), analysis, view.Offset(position), options, cancellationToken) is not { } definition)
        {
            return null;
        }

        return links
            ? definition.Targets.Select(target => Locations.Link(view, definition.Origin, target)).ToArray()
            : definition.Targets.Select(target => Locations.Of(view, target)).ToArray();
    }
}
