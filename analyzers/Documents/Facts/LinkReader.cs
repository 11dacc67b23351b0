using System.Buffers;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads the relative paths a document refers to: its links, and paths to Markdown files in code and front matter.</summary>
internal static class LinkReader
{
    private static readonly SearchValues<char> NoPath = SearchValues.Create(" \t*<>|{}");

    public static IEnumerable<(LinkFact Fact, TextSpan Span)> Read(BoundDocument document)
    {
        foreach (var link in document.Outline.Links)
        {
            if (link.Kind != LinkKind.Autolink && !link.TargetSpan.IsEmpty && RelativePath(link.Target) is { } path)
            {
                yield return (new LinkFact(path, IsLink: true), link.TargetSpan);
            }
        }

        foreach (var code in document.Outline.InlineCodes)
        {
            if (IsDocumentPath(code.Content))
            {
                yield return (new LinkFact(code.Content, IsLink: false), code.ContentSpan);
            }
        }

        foreach (var field in document.Outline.Fields)
        {
            if (field.Notation == FieldNotation.FrontMatter && IsDocumentPath(field.Value.Trim('"', '\'')))
            {
                yield return (new LinkFact(field.Value.Trim('"', '\''), IsLink: false), field.ValueSpan);
            }
        }
    }

    // The path of a target within the repository: no scheme, no host, not only a fragment; without query and fragment, percent-decoded.
    private static string? RelativePath(string target)
    {
        var end = target.AsSpan().IndexOfAny('#', '?');
        var path = end < 0 ? target : target[..end];
        if (path.Length == 0 || path.StartsWith("//", StringComparison.Ordinal) || HasScheme(path))
        {
            return null;
        }

        return path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;
    }

    private static bool HasScheme(string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && path.AsSpan(0, colon).IndexOfAnyExceptInRange('+', 'z') < 0 && path.AsSpan(0, colon).IndexOf('/') < 0;
    }

    private static bool IsDocumentPath(string text) =>
        text.Length is > 3 and < 260 && text.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !text.AsSpan().ContainsAny(NoPath);
}
