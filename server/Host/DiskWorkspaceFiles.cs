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

    private readonly ConcurrentDictionary<string, HashSet<string>> _listings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>?> _anchors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int?> _lineCounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _endings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _outside = new(StringComparer.Ordinal);
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
        _outside.Clear();
        _endings.Clear();
        _index = new Lazy<FileNameIndex>(() => FileNameIndex.Of(root));
    }

    /// <summary>The same files in their present state, for a workspace that must be told apart from the one that saw these.</summary>
    public DiskWorkspaceFiles Next() => new(root, Revision + 1);

    /// <inheritdoc/>
    public override bool Exists(string path)
    {
        // Paths come without dots; of what lies outside of the root nothing is known.
        if (path.Contains("..", StringComparison.Ordinal) && path.Split('/').Contains(".."))
        {
            return true;
        }

        var trimmed = path.AsSpan().Trim('/');
        var end = trimmed.LastIndexOf('/');
        return trimmed.Length == 0 || Holds(Listing(trimmed[..Math.Max(0, end)]), trimmed[(end + 1)..]);
    }

    // The names in a folder; none for one that does not exist, which the folder above tells without a call of the system. Only folders that
    // exist are kept: rules ask for many places that do not.
    private HashSet<string> Listing(ReadOnlySpan<char> folder)
    {
        if (_listings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folder, out var known))
        {
            return known;
        }

        var end = folder.LastIndexOf('/');
        return folder.Length == 0 || Holds(Listing(folder[..Math.Max(0, end)]), folder[(end + 1)..]) ? _listings.GetOrAdd(folder.ToString(), List) : [];
    }

    private static bool Holds(HashSet<string> names, ReadOnlySpan<char> name) => names.Count > 0 && names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <inheritdoc/>
    public override IReadOnlyList<string> FileNamesIn(string folder) =>
        Exists(folder) && !LeadsOut(folder) && Listing(folder) is { Count: <= MaxSuggestions } names ? [.. names] : [];

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

        using var absence = WorkingClock.Leave();
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
    public override IReadOnlyList<string> FindByName(string fileName) => Index().Find(fileName);

    /// <inheritdoc/>
    public override IReadOnlyList<string> FindByEnding(string path) => _endings.GetOrAdd(path, base.FindByEnding);

    // One thread makes it while others wait.
    private FileNameIndex Index()
    {
        var index = _index;
        if (index.IsValueCreated)
        {
            return index.Value;
        }

        using var absence = WorkingClock.Leave();
        return index.Value;
    }

    private HashSet<string> List(string folder)
    {
        using var absence = WorkingClock.Leave();
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
        using var absence = WorkingClock.Leave();
        try
        {
            return [.. FolderEntry.ListWithoutLinks(root.Full(folder)).Where(static entry => !entry.IsForeign).Take(MaxEntries).Select(static entry => entry.IsFolder ? entry.Name + "/" : entry.Name)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private bool LeadsOut(string path) => _outside.GetOrAdd(path, FindOutside);

    private bool FindOutside(string path)
    {
        using var absence = WorkingClock.Leave();
        var full = LinkedPath.Follow(root.Full(path));
        return full is null || !new WorkspaceRoot(LinkedPath.Follow(root.FullPath) ?? root.FullPath).Contains(full);
    }
}
