using System.Collections.Concurrent;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Server.Host;

/// <summary>
/// The files around the documents, on the disk. Answers are kept until <see cref="Refresh"/>; names count with their case on every
/// system, since a link that works on one developer's machine only is broken. Thread-safe.
/// </summary>
internal sealed class DiskWorkspaceFiles(WorkspaceRoot root, long revision = 0) : WorkspaceFiles
{
    /// <summary>Larger files are no reports.</summary>
    private const long MaxReportBytes = 20L * 1024 * 1024;

    /// <summary>A folder with more files is no place to look for a name that is nearly right.</summary>
    private const int MaxSuggestions = 500;

    /// <summary>Of a folder with more entries the rest is not offered: listing it must not hold up typing.</summary>
    private const int MaxEntries = 2_000;

    // Several rules ask for the same few places of every path.
    private readonly ConcurrentDictionary<string, bool> _exists = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HashSet<string>> _listings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>?> _anchors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int?> _lineCounts = new(StringComparer.Ordinal);
    private volatile Lazy<FileNameIndex> _index = new(() => FileNameIndex.Of(root));
    private long _revision = revision;

    /// <inheritdoc/>
    public override long Revision => Interlocked.Read(ref _revision);

    /// <summary>Drops what is known, because files changed.</summary>
    public void Refresh()
    {
        Interlocked.Increment(ref _revision);
        _listings.Clear();
        _entries.Clear();
        _lineCounts.Clear();
        _anchors.Clear();
        _exists.Clear();
        _index = new Lazy<FileNameIndex>(() => FileNameIndex.Of(root));
    }

    /// <summary>The same files in their present state, for a workspace that must be told apart from the one that saw these.</summary>
    public DiskWorkspaceFiles Next() => new(root, Revision + 1);

    /// <inheritdoc/>
    public override bool Exists(string path) => _exists.GetOrAdd(path, Find);

    private bool Find(string path)
    {
        var folder = "";
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment is "..")
            {
                return true;
            }

            if (segment is ".")
            {
                continue;
            }

            if (!_listings.GetOrAdd(folder, List).Contains(segment))
            {
                return false;
            }

            folder = folder.Length == 0 ? segment : folder + "/" + segment;
        }

        return true;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> FileNamesIn(string folder) =>
        Exists(folder) && !LeadsOut(folder) && _listings.GetOrAdd(folder, List) is { Count: <= MaxSuggestions } names ? [.. names] : [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> EntriesIn(string folder) =>
        _entries.GetOrAdd(folder, name => Exists(name) && !LeadsOut(name) ? ListEntries(name) : []);

    /// <inheritdoc/>
    public override string? ReadText(string path)
    {
        if (!Exists(path) || LeadsOut(path))
        {
            return null;
        }

        try
        {
            var info = new FileInfo(root.Full(path));
            return info.Exists && info.Length is > 0 and <= MaxReportBytes ? File.ReadAllText(info.FullName) : info.Exists && info.Length == 0 ? "" : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlySet<string>? Anchors(string path) => _anchors.GetOrAdd(path, base.Anchors);

    /// <inheritdoc/>
    public override int? LineCount(string path) => _lineCounts.GetOrAdd(path, base.LineCount);

    /// <summary>
    /// Paths of the files with the given base name. Ignored files are found too, since reports are usually ignored by git; folders of
    /// version control and dependencies are not searched and links are not followed.
    /// </summary>
    public override IReadOnlyList<string> FindByName(string fileName) => _index.Value.Find(fileName);

    private HashSet<string> List(string folder)
    {
        try
        {
            return new HashSet<string>(Directory.EnumerateFileSystemEntries(root.Full(folder)).Select(static path => Path.GetFileName(path)), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private IReadOnlyList<string> ListEntries(string folder)
    {
        try
        {
            return [.. FolderEntry.ListWithoutLinks(root.Full(folder)).Where(static entry => !entry.IsForeign).Take(MaxEntries).Select(static entry => entry.IsFolder ? entry.Name + "/" : entry.Name)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private bool LeadsOut(string path)
    {
        var full = LinkedPath.Follow(root.Full(path));
        return full is null || !new WorkspaceRoot(LinkedPath.Follow(root.FullPath) ?? root.FullPath).Contains(full);
    }
}
