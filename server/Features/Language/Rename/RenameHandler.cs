using FrameworkLsp.Analyzers.Features.Renaming;
using FrameworkLsp.Server.Features.Language.CodeAction;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.Rename;

/// <summary>Renames requirements, services and headings in all documents, or says why not.</summary>
internal sealed class RenameHandler(LanguageSession session)
{
    /// <summary>What can be renamed at a position; nothing where nothing is named, an error where it must not be renamed.</summary>
    [JsonRpcMethod("textDocument/prepareRename", UseSingleObjectParameterDeserialization = true)]
    public Task<PrepareRenamePlaceholder?> PrepareRenameAsync(PrepareRenameParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Refused, (view, token) => Prepare(view, parameters.Position, token), cancellationToken);

    /// <summary>The edit of a renaming.</summary>
    [JsonRpcMethod("textDocument/rename", UseSingleObjectParameterDeserialization = true)]
    public Task<WorkspaceEdit?> RenameAsync(RenameParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Refused, (view, token) => Rename(view, parameters, token), cancellationToken);

    private static PrepareRenamePlaceholder? Prepare(DocumentView view, Position position, CancellationToken cancellationToken) =>
        RenameProvider.Prepare(view.Document.GetBound(cancellationToken), view.Offset(position)) switch
        {
            null => null,
            { Refusal: { } reason } => throw Refused(reason),
            var candidate => new PrepareRenamePlaceholder(view.Range(candidate.Span), candidate.Text),
        };

    private WorkspaceEdit? Rename(DocumentView view, RenameParams parameters, CancellationToken cancellationToken)
    {
        if (view.Folder is { IsRoot: true, IsIndexed: false })
        {
            throw Refused("The folder is still being read, so not all documents that would have to change are known. Try again in a moment.");
        }

        var analysis = session.Analyses.Get(view.State, view.Folder, cancellationToken);
        var plan = RenameProvider.Rename(view.Document.GetBound(cancellationToken), analysis, view.Offset(parameters.Position), parameters.NewName, cancellationToken);
        return plan.Refusal is { } reason ? throw Refused(reason) : WorkspaceEdits.Of(view, plan);
    }

    private static LocalRpcException Refused(string reason) => new(reason) { ErrorCode = LspErrorCodes.RequestFailed };
}
