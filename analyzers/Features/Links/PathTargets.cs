using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Links;

/// <summary>Finds the files that written paths lead to.</summary>
/// <param name="workspace">The workspace.</param>
internal sealed class PathTargets(Workspace workspace)
{
    private readonly EvidenceResolver _evidence = new(workspace.Definition, workspace.Files);

    /// <summary>The file, relative to the root; null when the path leads to none, to a folder or to nobody knows which of several.</summary>
    /// <param name="documentPath">The document that writes the path.</param>
    /// <param name="reference">The path.</param>
    public string? Find(string documentPath, PathReference reference) =>
        reference.Path.Length == 0 ? documentPath
        : Candidates(documentPath, reference).FirstOrDefault(IsFile) ?? (Ending(documentPath, reference) is { } found && IsFile(found) ? found : null);

    /// <summary>The file or folder that a path leads to; null as for <see cref="Find"/>.</summary>
    public string? FindAny(string documentPath, PathReference reference) =>
        Candidates(documentPath, reference).FirstOrDefault(path => path.Length > 0 && (workspace.Documents.ContainsKey(path) || workspace.Files.Exists(path)))
        ?? Ending(documentPath, reference);

    /// <summary>The paths of the workspace that a written path may mean by its form, best first.</summary>
    public IEnumerable<string> Candidates(string documentPath, PathReference reference) => reference.Form switch
    {
        PathForm.MarkdownLink => PathResolver.LinkTarget(documentPath, reference.Path) is { } path ? [path] : [],
        PathForm.Navigation => workspace.Definition.Navigation.PathPrefixes.Prepend("").SelectMany(prefix => PathResolver.Candidates(workspace.Definition, documentPath, prefix + reference.Path.TrimStart('/'))),
        _ => PathResolver.Candidates(workspace.Definition, documentPath, reference.Path),
    };

    // Evidence may name the end of a path only.
    private string? Ending(string documentPath, PathReference reference) =>
        reference.Form == PathForm.Cited ? _evidence.Resolve(documentPath, reference.Path).Path : null;

    private bool IsFile(string path) => workspace.Documents.ContainsKey(path) || workspace.Files.IsFile(path);
}
