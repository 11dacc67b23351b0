using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Links;

/// <summary>Finds the paths that lead to the same file.</summary>
internal static class FileReferences
{
    /// <summary>The file that the path at a place leads to; null when none is there. Examples lead to files of imaginary projects.</summary>
    public static string? FileAt(DocumentPlace place, Workspace workspace) =>
        !place.Document.IsEmbedded && PathReferenceReader.At(place.Document, place.Offset) is { Path.Length: > 0 } reference
            ? new PathTargets(workspace).Find(place.Document.Path, reference)
            : null;

    /// <summary>Every path that leads to a file, in the given documents.</summary>
    public static IEnumerable<Occurrence> To(string path, Workspace workspace, IEnumerable<Document> documents, CancellationToken cancellationToken)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var targets = new PathTargets(workspace);
        foreach (var document in documents.Where(document => MayName(document.Text.ToString(), name)).OrderBy(static document => document.Path, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (document.GetBound(cancellationToken).Host is not { } host)
            {
                continue;
            }

            foreach (var reference in PathReferenceReader.Read(host).Where(reference => reference.Path.Length > 0 && targets.Find(document.Path, reference) == path))
            {
                yield return new Occurrence(document.Path, host.ToSource.ToSource(reference.Span), IsDefinition: false);
            }
        }
    }

    /// <summary>Whether a text may hold a path that ends in a name or leads through it.</summary>
    public static bool MayName(string text, string name) =>
        text.Contains(name, StringComparison.Ordinal) || text.Contains(Uri.EscapeDataString(name), StringComparison.OrdinalIgnoreCase);
}
