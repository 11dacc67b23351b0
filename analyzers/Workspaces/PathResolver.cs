using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>Turns paths written in documents into paths of the workspace (catalogue 1.12).</summary>
public static class PathResolver
{
    /// <summary>
    /// The workspace paths that a written path may mean, best first: relative to the document's folder, to the root, to the definition's
    /// resolution roots. A leading slash means the root. Paths that leave the root are left out.
    /// </summary>
    public static IEnumerable<string> Candidates(FrameworkDefinition definition, string documentPath, string target)
    {
        if (target.StartsWith('/'))
        {
            if (Normalize(target[1..]) is { } rooted)
            {
                yield return rooted;
            }

            yield break;
        }

        if (Normalize(Folder(documentPath) + target) is { } relative)
        {
            yield return relative;
        }

        if (Normalize(target) is { } fromRoot)
        {
            yield return fromRoot;
        }

        foreach (var root in definition.ResolutionRoots.Concat(definition.ReferenceRoots))
        {
            if (Normalize(root + target) is { } resolved)
            {
                yield return resolved;
            }
        }
    }

    /// <summary>The path with <c>.</c> and <c>..</c> resolved and backslashes turned; null when it leaves the root.</summary>
    public static string? Normalize(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Replace('\\', '/').Split('/'))
        {
            if (segment is "" or ".")
            {
                continue;
            }

            if (segment != "..")
            {
                segments.Add(segment);
            }
            else if (segments.Count == 0)
            {
                return null;
            }
            else
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        return string.Join('/', segments);
    }

    /// <summary>The folder of a path with a closing slash; empty at the root.</summary>
    public static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];
}
