using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>
/// Finds what written paths lead to (catalogue 1.12): the first of <see cref="PathResolver.Candidates(FrameworkDefinition, string, string)"/>
/// that exists. For many paths: what is the same for all of them is found out once, and roots that do not exist are passed over.
/// </summary>
/// <param name="definition">The definition.</param>
/// <param name="exists">Whether a path of the workspace exists.</param>
/// <param name="isFolder">Whether a folder exists, given with its closing slash.</param>
internal sealed class PathSearch(FrameworkDefinition definition, Func<string, bool> exists, Func<string, bool> isFolder)
{
    private readonly Dictionary<(string Folder, string Head), bool> _heads = [];
    private readonly Dictionary<string, string?> _deliveryRoots = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<string>> _roots = new(() =>
        [.. definition.ResolutionRoots.Concat(definition.ReferenceRoots).Distinct(StringComparer.Ordinal).Where(isFolder)]);

    /// <summary>What a path that a document writes leads to; null when nothing there exists.</summary>
    public string? Find(string documentPath, string target)
    {
        if (PathResolver.HoldsDots(target))
        {
            // Steps upwards may lead out of a root that does not exist to one that does.
            return PathResolver.Candidates(definition, documentPath, DeliveryRoot(documentPath), target).FirstOrDefault(candidate => candidate.Length > 0 && exists(candidate));
        }

        var isRooted = target.StartsWith('/');
        if (PathResolver.Normalize(target) is not { Length: > 0 } path)
        {
            return null;
        }

        // Without a folder in it there is nothing to be told before the whole path.
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var head = path[..(slash + 1)];
        if ((!isRooted && IsIn(PathResolver.Folder(documentPath), out var found)) || (DeliveryRoot(documentPath) is { Length: > 0 } own && IsIn(own, out found)) || IsIn("", out found))
        {
            return found;
        }

        foreach (var root in isRooted ? [] : _roots.Value)
        {
            if (IsIn(root, out found))
            {
                return found;
            }
        }

        return null;

        bool IsIn(string folder, out string candidate)
        {
            candidate = "";
            return (slash < 0 || Holds(folder, head)) && exists(candidate = folder + path);
        }
    }

    // Most paths fail at their first folder, which many of them share.
    private bool Holds(string folder, string head)
    {
        if (!_heads.TryGetValue((folder, head), out var holds))
        {
            _heads[(folder, head)] = holds = isFolder(folder + head);
        }

        return holds;
    }

    /// <summary>The root of the delivery of a document; see <see cref="PathResolver.DeliveryRoot"/>.</summary>
    public string? DeliveryRoot(string documentPath)
    {
        // The documents of one folder share it.
        var folder = PathResolver.Folder(documentPath);
        if (!_deliveryRoots.TryGetValue(folder, out var root))
        {
            _deliveryRoots[folder] = root = PathResolver.DeliveryRoot(definition, documentPath);
        }

        return root;
    }
}
