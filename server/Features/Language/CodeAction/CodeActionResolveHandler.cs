using System.Text.Json;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.CodeAction;

/// <summary>Makes the edit of a code action that was chosen.</summary>
internal sealed class CodeActionResolveHandler(LanguageSession session)
{
    /// <summary>The action with its edit. What the server did not offer goes back as it came.</summary>
    [JsonRpcMethod("codeAction/resolve", UseSingleObjectParameterDeserialization = true)]
    public async Task<ResolvableCodeAction> ResolveAsync(ResolvableCodeAction action, CancellationToken cancellationToken)
    {
        if (action.Edit is not null || Data(action) is not { } data)
        {
            return action;
        }

        var edit = await session.Reader.ReadAsync(data.Uri, Staleness.Refused, (view, token) => Edit(view, data, token), cancellationToken).ConfigureAwait(false);
        return action with { Edit = edit };
    }

    private WorkspaceEdit? Edit(DocumentView view, CodeActionData data, CancellationToken cancellationToken) => view.Open.Version == data.Version
        ? new DocumentActions(view, session.Analyses.Get(view.State, view.Folder, cancellationToken)).Edit(data, cancellationToken)
        : throw new LocalRpcException("The document was changed after the action was offered.") { ErrorCode = LspErrorCodes.ContentModified };

    private static CodeActionData? Data(ResolvableCodeAction action)
    {
        try
        {
            return action.Data?.Deserialize(LspJsonContext.Default.CodeActionData) is { Uri: not null, Action: not null } data ? data : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
