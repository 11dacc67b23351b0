using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>What a reader sees: one open document in the state that was current when the request was queued.</summary>
/// <param name="State">The state.</param>
/// <param name="Open">The open document.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Document">The document in the workspace.</param>
/// <param name="Features">What the client can do.</param>
internal sealed record DocumentView(SessionState State, OpenDocument Open, FolderState Folder, Document Document, ClientFeatures Features)
{
    /// <summary>The text.</summary>
    public SourceText Text => Open.Text;

    /// <summary>The offset of a position.</summary>
    public int Offset(Position position) => Features.Positions.ToOffset(Text, position);

    /// <summary>The range of a span of the document.</summary>
    public Protocol.Range Range(TextSpan span) => Features.Positions.ToRange(Text, span);

    /// <summary>The address of a file of the folder.</summary>
    public string UriOf(string path) => path == Open.Path ? Open.Uri : State.UriOf(Folder, path);

    /// <summary>The view of an open Markdown document; null when the document is not open, is no Markdown or nothing is to be checked.</summary>
    public static DocumentView? Of(SessionState state, string uri, ClientFeatures features) =>
        state.Open.TryGetValue(OpenDocument.KeyOf(uri), out var open)
        && open.Role == DocumentRole.Markdown
        && state.Folders.TryGetValue(open.FolderId, out var folder)
        && state.SettingsOf(folder).Enable
        && folder.Workspace.Documents.TryGetValue(open.Path, out var document)
            ? new DocumentView(state, open, folder, document, features)
            : null;
}
