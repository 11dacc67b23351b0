using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>A root with its workspace: a folder of the client, or the folder of a single file outside of all of them.</summary>
internal sealed record FolderState
{
    /// <summary>What identifies it; the path for a folder of the client.</summary>
    public required string Id { get; init; }

    /// <summary>The absolute path without a closing slash; empty for a document that is no file.</summary>
    public required string Path { get; init; }

    /// <summary>Its documents.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Whether it is a folder of the client rather than that of a single file.</summary>
    public bool IsRoot { get; init; }

    /// <summary>Whether all documents of the folder are in the workspace, so that what is missing is missing.</summary>
    public bool IsIndexed { get; init; }

    /// <summary>The client's folders that led to this root; only documents in them are reported unopened.</summary>
    public ImmutableHashSet<string> ClientFolders { get; init; } = [];

    /// <summary>The roots below this one, which own their documents themselves.</summary>
    public ImmutableHashSet<string> NestedRoots { get; init; } = [];

    /// <summary>Whether what is known of it must be read anew.</summary>
    public bool NeedsIndex { get; init; }

    /// <summary>The analysis made while indexing, from which the first one of the session is made; null before.</summary>
    public WorkspaceAnalysis? Seed { get; init; }

    /// <summary>What is wrong in its configuration files.</summary>
    public ImmutableArray<ConfigurationProblem> Problems { get; init; } = [];

    /// <summary>The settings of the folder, where the client tells them by folder; null for those of the session.</summary>
    public ServerSettings? Settings { get; init; }

    /// <summary>The client's folder whose settings hold for the root; null for the folder of a single file.</summary>
    public string? SettingsScope => ClientFolders.Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The absolute path of the configuration file that settings name for the whole folder; null when the nearest ones hold.</summary>
    public string? ConfigurationFile(ServerSettings settings) =>
        settings.ConfigPath is { } file ? DocumentUri.NormalizePath(System.IO.Path.GetFullPath(System.IO.Path.Combine(SettingsScope ?? Path, file))) : null;

    /// <summary>Whether an absolute path is in the folder.</summary>
    public bool Contains(string path) =>
        path.Length > Path.Length + 1 && path.StartsWith(Path, StringComparison.Ordinal) && (path[Path.Length] == '/' || Path == "/");

    /// <summary>The path relative to the folder.</summary>
    public string Relative(string path) => path[(Path == "/" ? 1 : Path.Length + 1)..];

    /// <summary>The absolute path of a document of the folder.</summary>
    public string FullPath(string relativePath) => Path == "/" ? "/" + relativePath : $"{Path}/{relativePath}";

    /// <summary>The address of a document of the folder.</summary>
    public string UriOf(string relativePath) => DocumentUri.FromPath(FullPath(relativePath));

    /// <summary>Whether a document is in one of the client's folders.</summary>
    public bool IsShown(string relativePath)
    {
        var path = FullPath(relativePath);
        return ClientFolders.Any(folder => folder == Path || path.StartsWith(folder + "/", StringComparison.Ordinal));
    }
}
