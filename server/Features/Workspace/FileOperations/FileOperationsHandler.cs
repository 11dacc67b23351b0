using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Workspace.FileOperations;

/// <summary>Follows what the client does to files, for clients that do not watch them.</summary>
internal sealed class FileOperationsHandler(LanguageSession session)
{
    /// <summary>Files or folders were renamed.</summary>
    [JsonRpcMethod("workspace/didRenameFiles", UseSingleObjectParameterDeserialization = true)]
    public void DidRenameFiles(RenameFilesParams parameters) => Changed(parameters.Files.SelectMany(static file => new[] { file.OldUri, file.NewUri }));

    /// <summary>Files or folders were created.</summary>
    [JsonRpcMethod("workspace/didCreateFiles", UseSingleObjectParameterDeserialization = true)]
    public void DidCreateFiles(CreateFilesParams parameters) => Changed(parameters.Files.Select(static file => file.Uri));

    /// <summary>Files or folders were deleted.</summary>
    [JsonRpcMethod("workspace/didDeleteFiles", UseSingleObjectParameterDeserialization = true)]
    public void DidDeleteFiles(DeleteFilesParams parameters) => Changed(parameters.Files.Select(static file => file.Uri));

    private void Changed(IEnumerable<string> uris) => session.Watcher.Changed([.. uris.Select(DocumentUri.ToPath).OfType<string>()]);
}
