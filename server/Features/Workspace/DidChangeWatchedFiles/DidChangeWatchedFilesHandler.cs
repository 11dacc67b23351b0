using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Workspace.DidChangeWatchedFiles;

/// <summary>Follows what changes on the disk.</summary>
internal sealed class DidChangeWatchedFilesHandler(LanguageSession session)
{
    /// <summary>Files changed.</summary>
    [JsonRpcMethod("workspace/didChangeWatchedFiles", UseSingleObjectParameterDeserialization = true)]
    public void DidChangeWatchedFiles(DidChangeWatchedFilesParams parameters) =>
        session.Watcher.Changed([.. parameters.Changes.Select(static change => DocumentUri.ToPath(change.Uri)).OfType<string>()]);
}
