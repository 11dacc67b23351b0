using FrameworkLsp.Server.Host;
using FrameworkLsp.Server.Lsp.Indexing;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>How folders that come and go, and what is read from the disk, change the session.</summary>
internal sealed class FolderSync(ClientSession client)
{
    /// <summary>
    /// The client's folders changed. A folder's root is its repository, as on the command line, so that both find the same; open documents
    /// move to the nearest root.
    /// </summary>
    public SessionState Change(SessionState state, IEnumerable<string> added, IEnumerable<string> removed)
    {
        foreach (var uri in removed)
        {
            if (DocumentUri.ToPath(uri) is { } path && state.Folders.Values.FirstOrDefault(folder => folder.ClientFolders.Contains(path)) is { } folder)
            {
                var rest = folder.ClientFolders.Remove(path);
                state = state with { Folders = rest.IsEmpty ? state.Folders.Remove(folder.Id) : state.Folders.SetItem(folder.Id, folder with { ClientFolders = rest }) };
            }
        }

        foreach (var uri in added)
        {
            if (DocumentUri.ToPath(uri) is { } path)
            {
                var root = DocumentUri.NormalizePath(WorkspaceRoot.For(path, path).FullPath);
                var folder = state.Folders.GetValueOrDefault(root) ?? client.Folders!.Root(root);
                state = state with { Folders = state.Folders.SetItem(root, folder with { ClientFolders = folder.ClientFolders.Add(path) }) };
            }
        }

        // What another root owns now, or owned until now, has to be sorted out by indexing again.
        var folders = state.Folders.ToBuilder();
        foreach (var (id, folder) in state.Folders.Where(static pair => pair.Value.IsRoot))
        {
            var nested = state.Folders.Values.Where(other => other.IsRoot && folder.Contains(other.Path)).Select(static other => other.Path).ToHashSet(StringComparer.Ordinal);
            folders[id] = folder with { NestedRoots = [.. nested], NeedsIndex = folder.NeedsIndex || !folder.NestedRoots.SetEquals(nested) };
        }

        return Rehome(state with { Folders = folders.ToImmutable() });
    }

    /// <summary>The settings changed; marks the folders for which another configuration file is named now.</summary>
    public static SessionState Reconfigured(SessionState before, SessionState after) => after with
    {
        Folders = after.Folders.SetItems(after.Folders.Values
            .Where(folder => folder.IsRoot && before.Folders.TryGetValue(folder.Id, out var old) && before.SettingsOf(old).ConfigPath != after.SettingsOf(folder).ConfigPath)
            .Select(static folder => KeyValuePair.Create(folder.Id, folder with { NeedsIndex = true }))),
    };

    /// <summary>A folder was read; open documents keep their own texts.</summary>
    public static SessionState Indexed(SessionState state, string folderId, IndexedFolder indexed)
    {
        if (!state.Folders.TryGetValue(folderId, out var folder))
        {
            return state;
        }

        var workspace = indexed.Analysis.Workspace;
        foreach (var open in state.OpenIn(folderId).Where(static open => open.Role == DocumentRole.Markdown))
        {
            workspace = ConfigurationScopes.LeavesOut(workspace.Configurations, open.Path)
                ? workspace.WithoutDocuments([open.Path])
                : workspace.WithDocument(open.Path, open.Text);
        }

        return state with
        {
            Folders = state.Folders.SetItem(folderId, folder with
            {
                Workspace = workspace,
                IsIndexed = true,
                Seed = indexed.Analysis,
                Problems = indexed.Problems,
            }),
        };
    }

    /// <summary>Files were read again. A null text means that there is no such document any more.</summary>
    public static SessionState Reloaded(SessionState state, string folderId, ReloadedFiles reloaded)
    {
        if (!state.Folders.TryGetValue(folderId, out var folder))
        {
            return state;
        }

        var closed = reloaded.Texts.Where(pair => !state.Open.ContainsKey(folder.FullPath(pair.Key))).ToList();
        var workspace = folder.Workspace
            .WithoutDocuments(closed.Where(static pair => pair.Value is null).Select(static pair => pair.Key))
            .WithDocuments(closed.Where(static pair => pair.Value is not null).Select(static pair => KeyValuePair.Create(pair.Key, pair.Value!)));
        return state.With(folder, workspace.Files is DiskWorkspaceFiles files && reloaded.FilesChanged ? workspace.WithFiles(files.Next()) : workspace);
    }

    private SessionState Rehome(SessionState state)
    {
        foreach (var (key, open) in state.Open)
        {
            var root = DocumentUri.ToPath(open.Uri) is { } path ? state.RootOf(path) : null;
            if (root?.Id == open.FolderId || (root is null && state.Folders.TryGetValue(open.FolderId, out var single) && !single.IsRoot))
            {
                continue;
            }

            if (state.Folders.TryGetValue(open.FolderId, out var old))
            {
                state = old.IsRoot ? state.With(old, old.Workspace.WithoutDocuments([open.Path])) : state with { Folders = state.Folders.Remove(old.Id) };
            }

            var target = root ?? client.Folders!.Single(key, DocumentUri.ToPath(open.Uri));
            var moved = open.MovedTo(target.Id, DocumentUri.ToPath(open.Uri) is { } full ? target.Relative(full) : open.Path);
            state = state with { Folders = state.Folders.SetItem(target.Id, target), Open = state.Open.SetItem(key, moved) };
            state = moved.Role == DocumentRole.Markdown ? state.With(target, target.Workspace.WithDocument(moved.Path, moved.Text)) : state;
        }

        return state;
    }
}
