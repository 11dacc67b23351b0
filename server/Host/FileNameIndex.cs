using System.Collections.Concurrent;

namespace FrameworkLsp.Server.Host;

/// <summary>The files below a root by their names. Made in one walk, since a workspace may ask for thousands of names.</summary>
internal sealed class FileNameIndex
{
    /// <summary>The walk stops after so many folders or files: it must end soon in a home folder as well.</summary>
    private const int MaxFolders = 20_000;
    private const int MaxFiles = 200_000;

    /// <summary>The folders that hold a file of a name, relative to the root; the folders' texts are shared.</summary>
    private readonly Dictionary<string, List<string>> _folders = new(StringComparer.Ordinal);

    // Every delivery may have a file of the same name, and ask for it.
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _paths = new(StringComparer.Ordinal);
    private int _files;

    private FileNameIndex()
    {
    }

    /// <summary>Walks through a root. Folders of version control and dependencies are left out and links are not followed.</summary>
    public static FileNameIndex Of(WorkspaceRoot root)
    {
        var index = new FileNameIndex();
        var waiting = new Queue<string>([""]);
        for (var folders = 0; folders < MaxFolders && index._files < MaxFiles && waiting.TryDequeue(out var folder); folders++)
        {
            foreach (var entry in Entries(root, folder))
            {
                if (!entry.IsFolder)
                {
                    index.Add(entry.Name, folder);
                }
                else if (!entry.IsForeign)
                {
                    waiting.Enqueue(Join(folder, entry.Name));
                }
            }
        }

        return index;
    }

    /// <summary>The paths of the files with a name, sorted.</summary>
    public IReadOnlyList<string> Find(string fileName) => _folders.TryGetValue(fileName, out var folders)
        ? _paths.GetOrAdd(fileName, static (name, folders) => folders.Select(folder => Join(folder, name)).Order(StringComparer.Ordinal).ToArray(), folders)
        : [];

    private static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;

    private static List<FolderEntry> Entries(WorkspaceRoot root, string folder)
    {
        try
        {
            return [.. FolderEntry.ListWithoutLinks(root.Full(folder))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Add(string name, string folder)
    {
        _files++;
        if (_folders.TryGetValue(name, out var folders))
        {
            folders.Add(folder);
        }
        else
        {
            _folders.Add(name, [folder]);
        }
    }
}
