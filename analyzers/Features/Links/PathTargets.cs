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
    public string? Find(string documentPath, PathReference reference)
    {
        if (reference.Path.Length == 0)
        {
            return documentPath;
        }

        return reference.Form switch
        {
            PathForm.MarkdownLink => PathResolver.LinkTarget(documentPath, reference.Path) is { } path && IsFile(path) ? path : null,
            PathForm.Navigation => workspace.Definition.Navigation.PathPrefixes.Prepend("")
                .SelectMany(prefix => PathResolver.Candidates(workspace.Definition, documentPath, prefix + reference.Path.TrimStart('/')))
                .FirstOrDefault(IsFile),
            _ => PathResolver.Candidates(workspace.Definition, documentPath, reference.Path).FirstOrDefault(workspace.Documents.ContainsKey)
                ?? (_evidence.Resolve(documentPath, reference.Path).Path is { } found && IsFile(found) ? found : null),
        };
    }

    private bool IsFile(string path) => workspace.Documents.ContainsKey(path) || workspace.Files.IsFile(path);
}
