using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>Turns paths written in documents into paths of the workspace (catalogue 1.12).</summary>
public static class PathResolver
{
    private const int LongestOnStack = 512;

    /// <summary>
    /// The workspace paths that a written path may mean, best first: relative to the document's folder, to the root of its delivery, to the
    /// root, to the definition's resolution roots. A leading slash means the root of the delivery, then the root. Paths that leave the
    /// root are left out; none comes twice.
    /// </summary>
    public static IEnumerable<string> Candidates(FrameworkDefinition definition, string documentPath, string target) =>
        Candidates(definition, documentPath, DeliveryRoot(definition, documentPath), target);

    /// <summary>The same for a caller who knows the root of the document's delivery.</summary>
    internal static IEnumerable<string> Candidates(FrameworkDefinition definition, string documentPath, string? deliveryRoot, string target)
    {
        var seen = new List<string>();
        foreach (var folder in Folders(definition, documentPath, deliveryRoot, target.StartsWith('/')))
        {
            if (Normalize(folder + target.TrimStart('/')) is { } path && !seen.Contains(path))
            {
                seen.Add(path);
                yield return path;
            }
        }
    }

    /// <summary>The workspace path that the target of a Markdown link means: relative to the document, with a leading slash to the root; null when it leaves the root.</summary>
    public static string? LinkTarget(string documentPath, string target) => Normalize(target.StartsWith('/') ? target[1..] : Folder(documentPath) + target);

    /// <summary>
    /// The folder that holds the artefact folders of a document's delivery, with a closing slash and empty for the workspace's root; null
    /// for a document that stands in no artefact folder.
    /// </summary>
    public static string? DeliveryRoot(FrameworkDefinition definition, string documentPath)
    {
        var first = -1;
        foreach (var kind in definition.Kinds)
        {
            if (!kind.HasRole(KindRoles.Delivers))
            {
                continue;
            }

            foreach (var folder in kind.Folders)
            {
                var index = IndexOfFolder(documentPath, folder);
                if (index >= 0 && (first < 0 || index < first))
                {
                    first = index;
                }
            }
        }

        return first < 0 ? null : documentPath[..first];
    }

    /// <summary>The path with <c>.</c> and <c>..</c> resolved and backslashes turned; null when it leaves the root.</summary>
    public static string? Normalize(string path)
    {
        // Nearly every path is as it should be.
        if (path.Length > 0 && path[0] is not ('/' or '.') && path[^1] != '/' && !path.Contains('\\', StringComparison.Ordinal) && !path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal))
        {
            return path;
        }

        Span<char> result = path.Length <= LongestOnStack ? stackalloc char[path.Length] : new char[path.Length];
        var length = 0;
        foreach (var range in path.AsSpan().SplitAny('/', '\\'))
        {
            var segment = path.AsSpan()[range];
            if (segment is "" or ".")
            {
                continue;
            }

            if (segment is "..")
            {
                if (length == 0)
                {
                    return null;
                }

                length = Math.Max(0, result[..length].LastIndexOf('/'));
                continue;
            }

            if (length > 0)
            {
                result[length++] = '/';
            }

            segment.CopyTo(result[length..]);
            length += segment.Length;
        }

        return result[..length].ToString();
    }

    /// <summary>Whether a path ends in a name or path, not as the end of another name.</summary>
    internal static bool EndsWithName(string path, string name) =>
        path.EndsWith(name, StringComparison.Ordinal) && (path.Length == name.Length || path[path.Length - name.Length - 1] == '/');

    /// <summary>Where a folder with its closing slash stands in a path, not as the end of another's name; -1 when it does not.</summary>
    internal static int IndexOfFolder(string path, string folder)
    {
        var index = path.IndexOf(folder, StringComparison.Ordinal);
        while (index > 0 && path[index - 1] != '/')
        {
            index = path.IndexOf(folder, index + 1, StringComparison.Ordinal);
        }

        return index;
    }

    /// <summary>Whether a path leads into one of the folders, which end in a slash and may stand anywhere in it.</summary>
    internal static bool IsInAny(string path, ImmutableArray<string> folders)
    {
        foreach (var folder in folders)
        {
            if (IndexOfFolder(path, folder) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a path has segments that lead elsewhere: <c>.</c> and <c>..</c>.</summary>
    internal static bool HoldsDots(string path) =>
        path.Contains("./", StringComparison.Ordinal) || path.Contains(".\\", StringComparison.Ordinal) || path.EndsWith("/.", StringComparison.Ordinal) || path.EndsWith("..", StringComparison.Ordinal) || path == ".";

    /// <summary>The folder of a path with a closing slash; empty at the root.</summary>
    public static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static IEnumerable<string> Folders(FrameworkDefinition definition, string documentPath, string? deliveryRoot, bool isRooted)
    {
        if (!isRooted)
        {
            yield return Folder(documentPath);
        }

        if (deliveryRoot is { Length: > 0 } root)
        {
            yield return root;
        }

        yield return "";
        foreach (var folder in isRooted ? [] : definition.ResolutionRoots.Concat(definition.ReferenceRoots))
        {
            yield return folder;
        }
    }
}
