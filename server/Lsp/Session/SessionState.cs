using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>Everything the server knows at one moment; immutable.</summary>
internal sealed record SessionState
{
    /// <summary>Grows with every mutation.</summary>
    public long Revision { get; init; }

    /// <summary>The user's settings.</summary>
    public ServerSettings Settings { get; init; } = new();

    /// <summary>The folders by id.</summary>
    public ImmutableDictionary<string, FolderState> Folders { get; init; } = ImmutableDictionary.Create<string, FolderState>(StringComparer.Ordinal);

    /// <summary>The open documents by key.</summary>
    public ImmutableDictionary<string, OpenDocument> Open { get; init; } = ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal);

    /// <summary>The key of the document that was edited last, whose diagnostics go first; null when there is none.</summary>
    public string? Active { get; init; }

    /// <summary>The nearest folder of the client that holds a path; null when none does.</summary>
    public FolderState? RootOf(string path)
    {
        FolderState? nearest = null;
        foreach (var folder in Folders.Values)
        {
            if (folder.IsRoot && folder.Contains(path) && (nearest is null || folder.Path.Length > nearest.Path.Length))
            {
                nearest = folder;
            }
        }

        return nearest;
    }

    /// <summary>The folder of a document, open or not, and its path there; nulls when no folder has it.</summary>
    public (FolderState? Folder, string? Path) Find(string uri)
    {
        if (Open.TryGetValue(OpenDocument.KeyOf(uri), out var open) && Folders.TryGetValue(open.FolderId, out var own))
        {
            return (own, open.Path);
        }

        return DocumentUri.ToPath(uri) is { } path && RootOf(path) is { } folder ? (folder, folder.Relative(path)) : (null, null);
    }

    /// <summary>The settings that hold in a folder.</summary>
    public ServerSettings SettingsOf(FolderState folder) => folder.Settings ?? Settings;

    /// <summary>The roots whose settings name a configuration file, by its absolute path.</summary>
    public ILookup<string, FolderState> NamedConfigurations => Folders.Values
        .Where(static folder => folder.IsRoot)
        .Select(folder => (Folder: folder, File: folder.ConfigurationFile(SettingsOf(folder))))
        .Where(static pair => pair.File is not null)
        .ToLookup(static pair => pair.File!, static pair => pair.Folder, StringComparer.Ordinal);

    /// <summary>Everything the user set: for the session and for each folder, in the order of their ids.</summary>
    public EquatableArray<ServerSettings> AllSettings =>
        Folders.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(pair => SettingsOf(pair.Value)).Prepend(Settings).ToEquatableArray();

    /// <summary>The open documents of a folder.</summary>
    public IEnumerable<OpenDocument> OpenIn(string folderId) => Open.Values.Where(document => document.FolderId == folderId);

    /// <summary>The address of a document of a folder: as the client writes it while it is open.</summary>
    public string UriOf(FolderState folder, string relativePath) => OpenAt(folder, relativePath)?.Uri ?? folder.UriOf(relativePath);

    /// <summary>The open document at a path of a folder; null when it is not open.</summary>
    public OpenDocument? OpenAt(FolderState folder, string relativePath) => folder.IsRoot
        ? Open.GetValueOrDefault(folder.FullPath(relativePath))
        : OpenIn(folder.Id).FirstOrDefault(document => document.Path == relativePath);

    /// <summary>The state with another workspace for a folder.</summary>
    public SessionState With(FolderState folder, Workspace workspace) =>
        this with { Folders = Folders.SetItem(folder.Id, folder with { Workspace = workspace }) };
}
