using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.TextDocumentSync;

/// <summary>Keeps open documents in step with the client.</summary>
internal sealed class TextDocumentSyncHandler(LanguageSession session)
{
    /// <summary>A document was opened.</summary>
    [JsonRpcMethod("textDocument/didOpen", UseSingleObjectParameterDeserialization = true)]
    public void DidOpen(DidOpenTextDocumentParams parameters)
    {
        session.EnsureStarted();
        session.Queue.Post(state => session.Documents.Open(state, parameters.TextDocument));
    }

    /// <summary>A document was changed.</summary>
    [JsonRpcMethod("textDocument/didChange", UseSingleObjectParameterDeserialization = true)]
    public void DidChange(DidChangeTextDocumentParams parameters) =>
        session.Queue.Post(state => session.Documents.Change(state, parameters));

    /// <summary>A document was saved. Clients that watch no files say nothing else of it.</summary>
    [JsonRpcMethod("textDocument/didSave", UseSingleObjectParameterDeserialization = true)]
    public void DidSave(DidSaveTextDocumentParams parameters)
    {
        session.Queue.Post(state => DocumentSync.Save(state, parameters.TextDocument.Uri));
        if (!session.Client.Features.RegisterWatchers && DocumentUri.ToPath(parameters.TextDocument.Uri) is { } path)
        {
            session.Watcher.Changed([path]);
        }
    }

    /// <summary>A document was closed; from now on the file on the disk is the document.</summary>
    [JsonRpcMethod("textDocument/didClose", UseSingleObjectParameterDeserialization = true)]
    public void DidClose(DidCloseTextDocumentParams parameters)
    {
        session.Queue.Post(state => DocumentSync.Close(state, parameters.TextDocument.Uri));
        if (DocumentUri.ToPath(parameters.TextDocument.Uri) is { } path)
        {
            session.Watcher.Changed([path]);
        }
    }
}
