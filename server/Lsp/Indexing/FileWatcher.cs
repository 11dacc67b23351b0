using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;
using FrameworkLsp.Server.Lsp.Session;

namespace FrameworkLsp.Server.Lsp.Indexing;

/// <summary>Decides what has to be read again when files change on the disk.</summary>
internal sealed class FileWatcher(SessionQueue queue, DiskLane disk)
{
    private const string IgnoreFile = ".gitignore";

    /// <summary>Files changed, came or went. The roots are looked up in turn, behind the messages that were there before.</summary>
    /// <param name="paths">Absolute paths.</param>
    public void Changed(IReadOnlyCollection<string> paths) => queue.Post(state =>
    {
        // A configuration that settings name may be called anything and lie anywhere.
        var configurations = state.NamedConfigurations;
        var reconfigured = paths.SelectMany(path => configurations[path]).Select(static root => root.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var root in reconfigured)
        {
            disk.Index(root);
        }

        var byRoot = paths
            .Select(path => (Path: path, Root: state.RootOf(path)))
            .Where(static pair => pair.Root is not null && !pair.Root.Relative(pair.Path).Split('/').Any(FolderEntry.IsForeignName))
            .ToLookup(static pair => pair.Root!.Id, static pair => pair.Path);
        foreach (var root in byRoot.Where(root => !reconfigured.Contains(root.Key)))
        {
            // What decides about all files makes everything be read again.
            if (root.Any(static path => path.EndsWith("/" + ConfigurationReader.FileName, StringComparison.Ordinal) || path.EndsWith("/" + IgnoreFile, StringComparison.Ordinal)))
            {
                disk.Index(root.Key);
            }
            else
            {
                disk.Reload(root.Key, [.. root.Select(state.Folders[root.Key].Relative).Distinct(StringComparer.Ordinal)]);
            }
        }

        return state;
    });
}
