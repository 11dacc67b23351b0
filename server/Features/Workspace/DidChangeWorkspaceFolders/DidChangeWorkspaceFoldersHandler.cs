using FrameworkLsp.Server.Features.Workspace.DidChangeConfiguration;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Workspace.DidChangeWorkspaceFolders;

/// <summary>Follows the folders that the client has open.</summary>
internal sealed class DidChangeWorkspaceFoldersHandler(LanguageSession session)
{
    /// <summary>Folders came or went.</summary>
    [JsonRpcMethod("workspace/didChangeWorkspaceFolders", UseSingleObjectParameterDeserialization = true)]
    public void DidChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams parameters)
    {
        session.ChangeFolders(parameters.Event.Added.Select(static folder => folder.Uri), parameters.Event.Removed.Select(static folder => folder.Uri));
        if (session.Client.Features.Configuration)
        {
            _ = DidChangeConfigurationHandler.PullAsync(session, session.Shutdown);
        }
    }
}
