using System.Collections.Immutable;
using System.IO.Enumeration;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Server.Host;

/// <summary>
/// Finds the Markdown files below a folder of a workspace (<c>.md</c> and <c>.markdown</c>), with the configurations met on the way. Left
/// out are files that git ignores, that a configuration excludes, folders of version control and dependencies, and symbolic links: a link
/// would show a document twice, or lead round in circles. Not thread-safe.
/// </summary>
internal sealed class DocumentScanner(WorkspaceRoot root, ConfigurationLoader loader, LintConfiguration? onlyConfiguration)
{
    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LintConfiguration> _configurations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<HostNotice> _notices = [];
    private int _ignored;
    private int _excluded;
    private int _links;

    /// <summary>What was found so far.</summary>
    public ScanResult Result => new(
        [.. _files],
        _configurations.ToImmutableDictionary(StringComparer.Ordinal),
        [.. _notices],
        new ScanCounts(_visited.Count, _ignored, _excluded, _links));

    /// <summary>Whether scans take a file for Markdown, going by its name.</summary>
    public static bool IsMarkdown(ReadOnlySpan<char> fileName) =>
        fileName.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    /// <summary>Scans a folder.</summary>
    /// <param name="folder">The folder relative to the root; empty for the root. It is scanned even when it is ignored itself.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public void Scan(string folder, CancellationToken cancellationToken)
    {
        var (ignores, scope) = Approach(folder, cancellationToken);
        Visit(folder, ignores, scope, cancellationToken);
    }

    /// <summary>Loads the configurations that hold for a file which no scan may have met.</summary>
    /// <param name="path">The file relative to the root.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void LoadConfigurationsFor(string path, CancellationToken cancellationToken)
    {
        var folder = path[..Math.Max(0, path.LastIndexOf('/'))];
        var (_, scope) = Approach(folder, cancellationToken);
        EnterConfiguration(folder, scope);
    }

    /// <summary>What holds for a folder, by the folders above it.</summary>
    private (IgnoreScope Ignores, FileScope? Scope) Approach(string folder, CancellationToken cancellationToken)
    {
        var ignores = IgnoreScope.OfRoot(root.FullPath);
        FileScope? scope = null;
        var outer = "";
        while (outer.Length < folder.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            scope = EnterConfiguration(outer, scope);
            ignores = outer.Length == 0 ? ignores : ignores.Enter(root.Full(outer), outer);
            var slash = folder.IndexOf('/', outer.Length == 0 ? 0 : outer.Length + 1);
            outer = slash < 0 ? folder : folder[..slash];

            // Whoever names an ignored folder wants to see what is in it.
            ignores = ignores.IsIgnored(outer, isFolder: true) ? IgnoreScope.Nothing : ignores;
        }

        return (ignores, scope);
    }

    private void Visit(string folder, IgnoreScope ignores, FileScope? scope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_visited.Add(folder))
        {
            return;
        }

        var fullPath = root.Full(folder);
        List<FolderEntry> entries;
        try
        {
            entries = FolderEntry.List(fullPath, IsInteresting);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _notices.Add(new HostNotice(fullPath, $"cannot be listed: {exception.Message}"));
            return;
        }

        scope = EnterConfiguration(folder, scope);
        ignores = folder.Length == 0 ? ignores : ignores.Enter(fullPath, folder);
        foreach (var entry in entries)
        {
            if (!entry.IsForeign)
            {
                Take(entry, folder.Length == 0 ? entry.Name : folder + "/" + entry.Name, ignores, scope, cancellationToken);
            }
        }
    }

    private void Take(FolderEntry entry, string path, IgnoreScope ignores, FileScope? scope, CancellationToken cancellationToken)
    {
        if (entry.IsLink)
        {
            _links++;
        }
        else if (ignores.IsIgnored(path, entry.IsFolder))
        {
            _ignored++;
        }
        else if (scope is not null && (entry.IsFolder ? scope.Excludes(path) : scope.LeavesOut(path)))
        {
            _excluded++;
        }
        else if (entry.IsFolder)
        {
            Visit(path, ignores, scope, cancellationToken);
        }
        else
        {
            _files.Add(path);
        }
    }

    private FileScope? EnterConfiguration(string folder, FileScope? outer)
    {
        if (!_configurations.TryGetValue(folder, out var configuration))
        {
            configuration = onlyConfiguration is null ? loader.LoadFolder(root.Full(folder)) : folder.Length == 0 ? onlyConfiguration : null;
            if (configuration is null)
            {
                return outer;
            }

            _configurations.Add(folder, configuration);
        }

        return new FileScope(outer, folder, configuration);
    }

    private static bool IsInteresting(ref FileSystemEntry entry) => entry.IsDirectory || IsMarkdown(entry.FileName);
}
