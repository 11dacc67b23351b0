using FrameworkLsp.Analyzers.Features.Links;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.FileMoves;

/// <summary>Writes paths anew when what they lead to, or what they stand in, moves.</summary>
/// <param name="workspace">The workspace before the move.</param>
/// <param name="moves">What moves.</param>
internal sealed class PathRewriter(Workspace workspace, IReadOnlyList<MovedPath> moves)
{
    private readonly PathTargets _targets = new(workspace);

    /// <summary>Where a path is after the move.</summary>
    public string Moved(string path) => moves.Select(move => move.Moved(path)).FirstOrDefault(static moved => moved is not null) ?? path;

    /// <summary>The path as it must be written after the move; null when it may stay as it is, or leads nowhere now.</summary>
    /// <param name="documentPath">The document that writes it.</param>
    /// <param name="newDocumentPath">The document after the move.</param>
    /// <param name="reference">The path.</param>
    public string? Rewrite(string documentPath, string newDocumentPath, PathReference reference)
    {
        if (reference.Path.Length == 0 || _targets.FindAny(documentPath, reference) is not { } target)
        {
            return null;
        }

        var newTarget = Moved(target);
        if (newTarget == target && newDocumentPath == documentPath)
        {
            return null;
        }

        var written = reference.Form == PathForm.MarkdownLink
            ? Link(newDocumentPath, reference.Path, newTarget)
            : Cited(documentPath, newDocumentPath, reference, target, newTarget);
        return written is null ? null : written + (reference.Path.EndsWith('/') && !written.EndsWith('/') ? "/" : "");
    }

    private static string? Link(string documentPath, string path, string target) =>
        PathResolver.LinkTarget(documentPath, path) == target ? null
        : path.StartsWith('/') ? "/" + target
        : Relative(documentPath, path, target);

    private string? Cited(string documentPath, string newDocumentPath, PathReference reference, string target, string newTarget)
    {
        var path = reference.Path;
        if (_targets.Candidates(newDocumentPath, reference).Contains(newTarget, StringComparer.Ordinal))
        {
            return null;
        }

        var plain = PathResolver.Normalize(path.TrimStart('/'));
        if (path.StartsWith('.') || plain is null || !target.EndsWith(plain, StringComparison.Ordinal))
        {
            return Relative(newDocumentPath, path, newTarget);
        }

        // The end of a path leads to a file wherever the rest of it is.
        var start = target[..^plain.Length];
        var isEnding = !_targets.Candidates(documentPath, reference).Contains(target, StringComparer.Ordinal);
        if (isEnding && newTarget.EndsWith("/" + plain, StringComparison.Ordinal))
        {
            return null;
        }

        var root = PathResolver.DeliveryRoot(workspace.Definition, newDocumentPath) ?? "";
        var rest = start.Length > 0 && newTarget.StartsWith(start, StringComparison.Ordinal) ? newTarget[start.Length..]
            : newTarget.StartsWith(root, StringComparison.Ordinal) ? newTarget[root.Length..]
            : newTarget;
        return (path.StartsWith('/') ? "/" : "") + rest;
    }

    private static string Relative(string documentPath, string path, string target)
    {
        var written = RelativePath.From(PathResolver.Folder(documentPath), target);
        return path.StartsWith("./", StringComparison.Ordinal) && !written.StartsWith("..", StringComparison.Ordinal) ? "./" + written : written;
    }
}
