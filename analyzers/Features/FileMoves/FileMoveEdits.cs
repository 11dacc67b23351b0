using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Features.Links;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.FileMoves;

/// <summary>Lets links and paths follow files and folders that move.</summary>
public static class FileMoveEdits
{
    /// <summary>
    /// The changes by document, under its old path, that keep every path leading where it leads now: in documents that name what moves, and
    /// in moved documents that name others relative to themselves. Style, anchors and line numbers stay.
    /// </summary>
    /// <param name="workspace">The workspace before the move.</param>
    /// <param name="moves">What moves.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableDictionary<string, ImmutableArray<TextChange>> Of(Workspace workspace, IReadOnlyList<MovedPath> moves, CancellationToken cancellationToken)
    {
        var changes = new TextChangeSet();
        if (moves.Count == 0)
        {
            return changes.ToImmutable();
        }

        var rewriter = new PathRewriter(workspace, moves);
        foreach (var document in workspace.Documents.Values.OrderBy(static document => document.Path, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var newPath = rewriter.Moved(document.Path);
            if (newPath == document.Path && !moves.Any(move => FileReferences.MayName(document.Text.ToString(), NameOf(move.From))))
            {
                continue;
            }

            var file = document.GetBound(cancellationToken);
            var toSource = file.Repair?.Map ?? TextMap.Identity;
            foreach (var reference in file.Host is { } host ? PathReferenceReader.Read(host) : PathReferenceReader.Links(file.Outline))
            {
                if (reference.IsWritten && !reference.PathSpan.IsEmpty && rewriter.Rewrite(document.Path, newPath, reference) is { } written)
                {
                    changes.Add(document.Path, toSource.ToSource(reference.PathSpan), Escaped(file.Outline.Text, reference, written));
                }
            }
        }

        return changes.ToImmutable();
    }

    // The last part of a moved path stands in every path that leads to it or through it.
    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    // A target in angle brackets may hold blanks as they are.
    private static string Escaped(string text, PathReference reference, string written)
    {
        var isPlain = reference.Form != PathForm.MarkdownLink || (reference.Span.Start > 0 && text[reference.Span.Start - 1] == '<');
        var needsEscape = text.AsSpan(reference.PathSpan.Start, reference.PathSpan.Length).Contains('%') || written.AsSpan().ContainsAny(" ()");
        return isPlain || !needsEscape ? written : string.Join('/', written.Split('/').Select(Uri.EscapeDataString));
    }
}
