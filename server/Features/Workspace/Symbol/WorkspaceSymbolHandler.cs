using FrameworkLsp.Analyzers.Features.Symbols;
using FrameworkLsp.Server.Features.Language.DocumentSymbol;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Workspace.Symbol;

/// <summary>Finds documents, sections, requirements, phases and services by name.</summary>
internal sealed class WorkspaceSymbolHandler(LanguageSession session)
{
    // More than this nobody reads; the next letter narrows it down.
    private const int Limit = 256;

    /// <summary>The symbols of all folders that fit a query.</summary>
    [JsonRpcMethod("workspace/symbol", UseSingleObjectParameterDeserialization = true)]
    public async Task<SymbolInformation[]?> SymbolAsync(WorkspaceSymbolParams parameters, CancellationToken cancellationToken)
    {
        var state = await session.Queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. state.Folders.Values
                .Where(folder => state.SettingsOf(folder).Enable)
                .OrderBy(static folder => folder.Id, StringComparer.Ordinal)
                .SelectMany(folder => In(state, folder, parameters.Query, cancellationToken))
                .Take(Limit),
        ];
    }

    private IEnumerable<SymbolInformation> In(SessionState state, FolderState folder, string query, CancellationToken cancellationToken)
    {
        var analysis = session.Analyses.Get(state, folder, cancellationToken);
        return WorkspaceSymbolProvider.Find(analysis, query, Limit, cancellationToken).Select(symbol => new SymbolInformation(
            symbol.Name,
            DocumentSymbolHandler.Kind(symbol.Category),
            new Location(state.UriOf(folder, symbol.Path), session.Client.Features.Positions.ToRange(folder.Workspace.Documents[symbol.Path].Text, symbol.Span)),
            symbol.Container));
    }
}
