using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Features.Language.CodeAction;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Features.Workspace.ExecuteCommand;

/// <summary>What the commands that write documents have in common: the client applies the edit and shows the document.</summary>
internal static class DocumentCommand
{
    /// <summary>Today.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    /// <summary>The first argument of a command.</summary>
    /// <exception cref="StreamJsonRpc.LocalRpcException">It is missing or something else.</exception>
    public static T Argument<T>(string command, IReadOnlyList<JsonElement> arguments, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return (arguments is [{ ValueKind: JsonValueKind.Object } argument, ..] ? argument.Deserialize(type) : null) ?? throw ExecuteCommandHandler.Refusal($"{command} needs an object as its argument.");
        }
        catch (JsonException exception)
        {
            throw ExecuteCommandHandler.Refusal($"{command}: {exception.Message}");
        }
    }

    /// <summary>The folder that holds a file, and the file's path in it.</summary>
    /// <exception cref="StreamJsonRpc.LocalRpcException">No folder of the client holds it.</exception>
    public static (FolderState Folder, string Path) Find(SessionState state, string uri) => state.Find(uri) is ({ } folder, { } path)
        ? (folder, path)
        : throw ExecuteCommandHandler.Refusal($"{uri} is in none of the open folders.");

    /// <summary>Has the client apply what comes next and show it.</summary>
    public static async Task<JsonElement?> ApplyAsync(LanguageSession session, SessionState state, FolderState folder, WorkspaceAnalysis analysis, NextStage next, string label, CancellationToken cancellationToken)
    {
        if (next.Refusal is { } refusal)
        {
            throw ExecuteCommandHandler.Refusal(refusal);
        }

        var edit = DeliveryEdit.Of(analysis.Workspace, next, cancellationToken);
        return await ApplyAsync(session, state, folder, edit, next.Documents[0].Path, next.Notes, label, isQuiet: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has the client apply an edit and show a document.</summary>
    public static async Task<JsonElement?> ApplyAsync(
        LanguageSession session,
        SessionState state,
        FolderState folder,
        DeliveryEdit edit,
        string path,
        System.Collections.Immutable.ImmutableArray<string> notes,
        string label,
        bool isQuiet,
        CancellationToken cancellationToken)
    {
        var uri = state.UriOf(folder, path);
        var isApplied = edit.IsEmpty;
        if (!isApplied)
        {
            if (!session.Client.Features.ApplyEdit || WorkspaceEdits.Of(state, folder, session.Client.Features, edit) is not { } changes)
            {
                throw ExecuteCommandHandler.Refusal("The editor cannot apply edits that create files; use the command line.");
            }

            isApplied = await session.Connection.ApplyEditAsync(new ApplyWorkspaceEditParams(label, changes), cancellationToken).ConfigureAwait(false);
        }

        if (isApplied && session.Client.Features.ShowDocument)
        {
            await session.Connection.ShowDocumentAsync(new ShowDocumentParams(uri) { TakeFocus = true }, cancellationToken).ConfigureAwait(false);
        }

        foreach (var note in isQuiet ? [] : notes)
        {
            await session.Connection.ShowMessageAsync(MessageType.Info, note).ConfigureAwait(false);
        }

        return JsonSerializer.SerializeToElement(
            new DocumentCommandResult(uri, edit.NewDocuments.ContainsKey(path), isApplied, notes),
            LspJsonContext.Default.DocumentCommandResult);
    }
}
