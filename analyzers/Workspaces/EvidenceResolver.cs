using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>What a path of evidence leads to.</summary>
/// <param name="Exists">Whether it may be there: found, or not to be told.</param>
/// <param name="Path">The workspace path when it leads to exactly one file; null otherwise.</param>
/// <param name="Nearest">Where a file of the same name is, when the path leads nowhere; null when there is none or there are several.</param>
public sealed record ResolvedEvidence(bool Exists, string? Path, string? Nearest);

/// <summary>Resolves the paths that evidence names (catalogue 1.12, FW518): as links, then by the end of the path; braces and wildcards are understood.</summary>
public sealed class EvidenceResolver(FrameworkDefinition definition, WorkspaceFiles files)
{
    private readonly PathSearch _search = new(definition, files.Exists, root => files.Exists(root.TrimEnd('/')));

    /// <summary>Resolves a path of a document.</summary>
    public ResolvedEvidence Resolve(string documentPath, string written)
    {
        var alternatives = PathBraces.Expand(written);
        if (alternatives.Count == 1)
        {
            return ResolveOne(documentPath, alternatives[0]);
        }

        // The first that is missing decides.
        return alternatives.Select(path => ResolveOne(documentPath, path)).FirstOrDefault(static resolved => !resolved.Exists) ?? new ResolvedEvidence(true, null, null);
    }

    /// <summary>Whether a path is one of those that tools write, which are usually not checked in.</summary>
    public bool IsGenerated(string path)
    {
        foreach (var generated in definition.EvidencePaths.Generated)
        {
            if (generated.EndsWith('/') ? PathResolver.IndexOfFolder(path.TrimStart('.', '/') + "/", generated) >= 0 : PathResolver.EndsWithName(path, generated))
            {
                return true;
            }
        }

        return false;
    }

    private ResolvedEvidence ResolveOne(string documentPath, string path)
    {
        var wildcard = path.IndexOf('*', StringComparison.Ordinal);
        if (wildcard >= 0)
        {
            var folder = PathResolver.Folder(path[..wildcard]).TrimEnd('/');
            return new ResolvedEvidence(folder.Length == 0 || _search.Find(documentPath, folder) is not null, null, null);
        }

        if (_search.Find(documentPath, path) is { } found)
        {
            return new ResolvedEvidence(true, found, null);
        }

        // "app/main.py" is the end of "services/api/app/main.py"; which of several is meant nobody can tell.
        var clean = PathResolver.Normalize(path.TrimStart('/')) ?? path;
        return files.FindByEnding(clean) switch
        {
            [var only] => new ResolvedEvidence(true, only, null),
            [] => new ResolvedEvidence(false, null, files.FindByName(clean[(clean.LastIndexOf('/') + 1)..]) is [var named] ? named : null),
            _ => new ResolvedEvidence(true, null, null),
        };
    }
}
