using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;
using FrameworkLsp.Server.Lsp.Indexing;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>How opening, changing and closing documents changes the session.</summary>
internal sealed class DocumentSync(ClientSession client)
{
    /// <summary>A document was opened; its text hides the one on the disk.</summary>
    public SessionState Open(SessionState state, TextDocumentItem item)
    {
        var key = OpenDocument.KeyOf(item.Uri);
        state = state.Open.ContainsKey(key) ? Close(state, item.Uri) : state;
        var path = DocumentUri.ToPath(item.Uri);
        var folder = (path is null ? null : state.RootOf(path)) ?? client.Folders!.Single(key, path);
        var name = path is null ? DocumentUri.FileName(item.Uri) : folder.Relative(path);
        var document = new OpenDocument
        {
            Uri = item.Uri,
            Role = RoleOf(item.LanguageId, name),
            Version = item.Version,
            Text = SourceText.From(item.Text),
            FolderId = folder.Id,
            Path = name,
            SavedVersion = item.Version,
            WasKnown = folder.Workspace.Documents.ContainsKey(name),
        };
        return Place(state with { Folders = state.Folders.SetItem(folder.Id, folder) }, key, document);
    }

    /// <summary>A document was changed. A change of a document that is not open says that the client lost count; it is ignored.</summary>
    public SessionState Change(SessionState state, DidChangeTextDocumentParams change)
    {
        var key = OpenDocument.KeyOf(change.TextDocument.Uri);
        if (!state.Open.TryGetValue(key, out var document))
        {
            return state;
        }

        return Place(state, key, document.Next(change.TextDocument.Version, Apply(document.Text, change.ContentChanges)));
    }

    /// <summary>A document was saved.</summary>
    public static SessionState Save(SessionState state, string uri)
    {
        var key = OpenDocument.KeyOf(uri);
        return state.Open.TryGetValue(key, out var document)
            ? state with { Open = state.Open.SetItem(key, document with { SavedVersion = document.Version }), Active = key }
            : state;
    }

    /// <summary>A document was closed. The last text of a file that was there before stays until the disk has been asked.</summary>
    public static SessionState Close(SessionState state, string uri)
    {
        var key = OpenDocument.KeyOf(uri);
        if (!state.Open.TryGetValue(key, out var document))
        {
            return state;
        }

        document.Supersede();
        state = state with { Open = state.Open.Remove(key), Active = state.Active == key ? null : state.Active };
        if (!state.Folders.TryGetValue(document.FolderId, out var folder))
        {
            return state;
        }

        return folder.IsRoot
            ? document.WasKnown ? state : state.With(folder, folder.Workspace.WithoutDocuments([document.Path]))
            : state with { Folders = state.Folders.Remove(folder.Id) };
    }

    /// <summary>Applies the changes of one notification, each to the result of the one before.</summary>
    public SourceText Apply(SourceText text, IReadOnlyList<TextDocumentContentChangeEvent> changes)
    {
        foreach (var change in changes)
        {
            text = change.Range is { } range
                ? LineMap.Change(text, new TextChange(client.Features.Positions.ToSpan(text, range), change.Text))
                : SourceText.From(change.Text);
        }

        return text;
    }

    private static SessionState Place(SessionState state, string key, OpenDocument document)
    {
        state = state with { Open = state.Open.SetItem(key, document), Active = key };
        return document.Role == DocumentRole.Markdown
            && state.Folders.TryGetValue(document.FolderId, out var folder)
            && !ConfigurationScopes.LeavesOut(folder.Workspace.Configurations, document.Path)
            ? state.With(folder, folder.Workspace.WithDocument(document.Path, document.Text))
            : state;
    }

    private static DocumentRole RoleOf(string languageId, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return languageId == "markdown" || DocumentScanner.IsMarkdown(name) ? DocumentRole.Markdown
            : name == ConfigurationReader.FileName ? DocumentRole.Configuration
            : DocumentRole.Other;
    }
}
