using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Links;

/// <summary>A path in a document that leads to a file.</summary>
/// <param name="Span">What is to be clicked on, in the source text.</param>
/// <param name="Path">The file, relative to the root.</param>
/// <param name="Line">The one-based line; null for the beginning, and as long as the heading has not been looked for.</param>
/// <param name="Fragment">The heading of the file; empty when none is named.</param>
public sealed record DocumentLinkEntry(TextSpan Span, string Path, int? Line, string Fragment)
{
    /// <summary>Where it leads, for people.</summary>
    public string Tooltip => Path + (Line is { } line ? string.Create(CultureInfo.InvariantCulture, $", line {line}") : Fragment.Length > 0 ? $"#{Fragment}" : "");
}

/// <summary>Finds the paths of a document that lead to files: links, evidence, code, front matter, navigation matrices.</summary>
public static class DocumentLinkProvider
{
    /// <summary>The links of a file in order; paths that lead nowhere are left out. Examples lead to files of imaginary projects and have none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="options">What is left to the client.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<DocumentLinkEntry> GetLinks(BoundFile file, Workspace workspace, LinkOptions options, CancellationToken cancellationToken)
    {
        if (file.Host is not { } document)
        {
            return [];
        }

        var targets = new PathTargets(workspace);
        var links = new List<DocumentLinkEntry>();
        foreach (var reference in PathReferenceReader.Read(document))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((reference.Form != PathForm.MarkdownLink || options.MarkdownLinks) && targets.Find(file.Path, reference) is { } path)
            {
                links.Add(new DocumentLinkEntry(document.ToSource.ToSource(reference.Span), path, reference.Line, reference.Fragment));
            }
        }

        return links;
    }

    /// <summary>The line of a heading of a document; null when there is no such document or heading.</summary>
    public static int? LineOf(Workspace workspace, string path, string fragment, CancellationToken cancellationToken)
    {
        if (fragment.Length == 0 || !workspace.Documents.TryGetValue(path, out var document))
        {
            return null;
        }

        var file = document.GetBound(cancellationToken);
        return HeadingTargets.Find(file.Outline, fragment) is { } section
            ? document.Text.Lines.GetLineFromPosition((file.Repair?.Map ?? TextMap.Identity).ToSource(section.TitleSpan.Start)).LineNumber + 1
            : null;
    }
}
