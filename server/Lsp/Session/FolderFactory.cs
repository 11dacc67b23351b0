using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>Makes folders that hold nothing yet.</summary>
internal sealed class FolderFactory(FrameworkDefinition definition)
{
    /// <summary>The framework definition that every workspace starts from.</summary>
    public FrameworkDefinition Definition { get; } = definition;

    /// <summary>The folder of a document outside of all roots; nothing around the document is looked at.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="path">The document's path; null when it is no file.</param>
    public FolderState Single(string key, string? path) => new()
    {
        Id = "single:" + key,
        Path = path is null ? "" : path[..Math.Max(1, path.LastIndexOf('/'))].TrimEnd('/') is { Length: > 0 } folder ? folder : "/",
        Workspace = Workspace.Create(Definition),
    };

    /// <summary>A folder of the client, before it is indexed.</summary>
    public FolderState Root(string path) => new()
    {
        Id = path,
        Path = path,
        Workspace = Workspace.Create(Definition),
        IsRoot = true,
        NeedsIndex = true,
    };
}
