using System.Collections.Immutable;
using System.Text.Json;

namespace FrameworkLsp.Server.Protocol;

/// <summary>The open folders changed.</summary>
internal sealed record DidChangeWorkspaceFoldersParams
{
    public required WorkspaceFoldersChangeEvent Event { get; init; }
}

/// <summary>Which folders came and went.</summary>
internal sealed record WorkspaceFoldersChangeEvent
{
    public required IReadOnlyList<WorkspaceFolder> Added { get; init; }

    public required IReadOnlyList<WorkspaceFolder> Removed { get; init; }
}

/// <summary>The settings changed; many clients send nothing and want to be asked.</summary>
internal sealed record DidChangeConfigurationParams
{
    public JsonElement? Settings { get; init; }
}

/// <summary>Files changed on the disk.</summary>
internal sealed record DidChangeWatchedFilesParams
{
    public required IReadOnlyList<FileEvent> Changes { get; init; }
}

/// <summary>A file changed on the disk.</summary>
internal sealed record FileEvent
{
    public required string Uri { get; init; }

    public required FileChangeType Type { get; init; }
}

/// <summary>How a file changed.</summary>
internal enum FileChangeType
{
    Created = 1,
    Changed = 2,
    Deleted = 3,
}

/// <summary>Asks the client for settings.</summary>
internal sealed record ConfigurationParams(ImmutableArray<ConfigurationItem> Items);

/// <summary>Names the settings asked for.</summary>
internal sealed record ConfigurationItem
{
    public string? ScopeUri { get; init; }

    public string? Section { get; init; }
}

/// <summary>Asks the client to register capabilities.</summary>
internal sealed record RegistrationParams(ImmutableArray<Registration> Registrations);

/// <summary>A capability to register. The options' type depends on the method; only watching needs any.</summary>
internal sealed record Registration(string Id, string Method)
{
    public DidChangeWatchedFilesRegistrationOptions? RegisterOptions { get; init; }
}

/// <summary>What to watch.</summary>
internal sealed record DidChangeWatchedFilesRegistrationOptions(ImmutableArray<FileSystemWatcher> Watchers);

/// <summary>A pattern to watch.</summary>
/// <param name="GlobPattern">The pattern, as a text or a <see cref="RelativePattern"/>.</param>
/// <param name="Kind">What happens to files, as a sum of <see cref="WatchKind"/>; null means everything.</param>
internal sealed record FileSystemWatcher(object GlobPattern, int? Kind = null);

/// <summary>A pattern in a folder that need not be one of the client's.</summary>
internal sealed record RelativePattern(string BaseUri, string Pattern);

/// <summary>Asks the client to take capabilities back. The name of the list is misspelt in the protocol.</summary>
internal sealed record UnregistrationParams(ImmutableArray<Unregistration> Unregisterations);

/// <summary>A capability to take back.</summary>
internal sealed record Unregistration(string Id, string Method);

/// <summary>What happens to files.</summary>
internal static class WatchKind
{
    public const int Create = 1;
    public const int Change = 2;
    public const int Delete = 4;
}
