using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Links;

/// <summary>A link to a heading.</summary>
/// <param name="Path">The document with the link.</param>
/// <param name="Span">The fragment without the hash, in its source text.</param>
internal sealed record AnchorLink(string Path, TextSpan Span);

/// <summary>Finds the links that lead to a heading, in all documents of the workspace.</summary>
internal static class AnchorLinks
{
    /// <summary>The links; for a heading of an example those in the example.</summary>
    /// <param name="document">The document with the heading.</param>
    /// <param name="section">The section of the heading.</param>
    /// <param name="candidates">The documents to look in.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IEnumerable<AnchorLink> To(BoundDocument document, Section section, IEnumerable<Document> candidates, CancellationToken cancellationToken)
    {
        if (document.IsEmbedded)
        {
            return In(document.Path, document.Path, document.Outline, document.ToSource, document.Outline, section);
        }

        return candidates
            .OrderBy(static candidate => candidate.Path, StringComparer.Ordinal)
            .Where(candidate => Mentions(candidate, document.Path))
            .SelectMany(candidate =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                var file = candidate.GetBound(cancellationToken);
                return In(candidate.Path, document.Path, file.Outline, file.Repair?.Map ?? TextMap.Identity, document.Outline, section);
            });
    }

    // Reading the links of every document would mean to parse it; the text tells sooner that there are none.
    private static bool Mentions(Document candidate, string path)
    {
        var text = candidate.Text.ToString();
        var name = path[(path.LastIndexOf('/') + 1)..];
        return text.Contains('#', StringComparison.Ordinal) && (candidate.Path == path || FileReferences.MayName(text, name));
    }

    private static IEnumerable<AnchorLink> In(string path, string targetPath, MarkdownOutline outline, TextMap toSource, MarkdownOutline target, Section section)
    {
        foreach (var reference in PathReferenceReader.Links(outline))
        {
            if (reference.Fragment.Length > 0 && reference.IsWritten
                && (reference.Path.Length == 0 ? path : PathResolver.LinkTarget(path, reference.Path)) == targetPath
                && HeadingTargets.Find(target, reference.Fragment)?.Index == section.Index)
            {
                var hash = outline.Text.IndexOf('#', reference.Span.Start, reference.Span.Length);
                if (hash >= 0)
                {
                    yield return new AnchorLink(path, toSource.ToSource(TextSpan.FromBounds(hash + 1, reference.Span.End)));
                }
            }
        }
    }
}
