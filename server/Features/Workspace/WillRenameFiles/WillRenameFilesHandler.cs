using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Features.FileMoves;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Features.Language.CodeAction;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Workspace.WillRenameFiles;

/// <summary>Lets links and paths follow files that are going to be renamed.</summary>
internal sealed class WillRenameFilesHandler(LanguageSession session)
{
    /// <summary>The edit that is made before the files move; null when no document names them.</summary>
    [JsonRpcMethod("workspace/willRenameFiles", UseSingleObjectParameterDeserialization = true)]
    public async Task<WorkspaceEdit?> WillRenameFilesAsync(RenameFilesParams parameters, CancellationToken cancellationToken)
    {
        var state = await session.Queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        var edits = state.Folders.Values
            .Where(folder => folder.IsRoot && state.SettingsOf(folder).Enable)
            .SelectMany(folder => Edits(folder, parameters, cancellationToken).Select(pair => (Folder: folder, Path: pair.Key, Changes: pair.Value)))
            .ToList();
        return edits.Count == 0 ? null : WorkspaceEdits.Of(state, session.Client.Features, edits);
    }

    private static ImmutableDictionary<string, ImmutableArray<TextChange>> Edits(FolderState folder, RenameFilesParams parameters, CancellationToken cancellationToken)
    {
        var moves = parameters.Files
            .Select(static file => (From: DocumentUri.ToPath(file.OldUri), To: DocumentUri.ToPath(file.NewUri)))
            .Where(move => move is { From: not null, To: not null } && folder.Contains(move.From) && folder.Contains(move.To))
            .Select(move => new MovedPath(folder.Relative(move.From!), folder.Relative(move.To!)))
            .ToList();
        return FileMoveEdits.Of(folder.Workspace, moves, cancellationToken);
    }
}
