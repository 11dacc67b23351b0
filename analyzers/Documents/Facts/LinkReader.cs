using System.Buffers;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads the relative paths a document refers to: its links, and paths to documents and coverage reports in code and front matter.</summary>
internal static class LinkReader
{
    private const int LongestPath = 260;

    private static readonly SearchValues<char> NoPath = SearchValues.Create(" \t\r\n*<>|{}");

    public static IEnumerable<(LinkFact Fact, TextSpan Span)> Read(BoundDocument document)
    {
        foreach (var link in document.Outline.Links)
        {
            if (link.Kind != LinkKind.Autolink && !link.TargetSpan.IsEmpty && RelativePath(link.Target) is { } path)
            {
                yield return (new LinkFact(path, IsLink: true), link.TargetSpan);
            }
        }

        var report = document.Definition.Definition.NumberSlots.CoverageReport;
        foreach (var code in document.Outline.InlineCodes)
        {
            if (CitedPath(code.Content, report) is { } path)
            {
                yield return (new LinkFact(path, IsLink: false), code.ContentSpan);
            }
        }

        foreach (var field in document.Outline.Fields)
        {
            if (field.Notation != FieldNotation.FrontMatter)
            {
                continue;
            }

            if (CitedPath(field.Value.Trim('"', '\''), report) is { } path)
            {
                yield return (new LinkFact(path, IsLink: false), field.ValueSpan);
            }

            foreach (var item in field.Items.IsDefaultOrEmpty ? [] : field.Items)
            {
                if (CitedPath(item.Raw.Trim('"', '\''), report) is { } listed)
                {
                    yield return (new LinkFact(listed, IsLink: false), item.ContentSpan);
                }
            }
        }
    }

    /// <summary>
    /// The kinds of documents that others follow on and that the document refers to: by a path of the kind's form, or by a field with the
    /// kind's name that holds a path or address.
    /// </summary>
    public static IEnumerable<string> RefersTo(BoundDocument document, IReadOnlyCollection<LinkFact> links)
    {
        foreach (var kind in document.Definition.Predecessors)
        {
            if (links.Any(link => IsPathOf(kind, link.Target)) || document.Outline.Fields.Any(field => IsReferenceTo(kind, field)))
            {
                yield return kind.Id;
            }
        }
    }

    private static bool IsPathOf(DocumentKind kind, string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        && (kind.FilePatterns.Any(pattern => TextPattern.Get(pattern).Fits(path)) || (kind.CanonicalPath.Length > 0 && path.EndsWith(kind.CanonicalPath, StringComparison.Ordinal)));

    // "Verification Checklist: https://wiki/…": the address is no path of the workspace, but the document is named.
    private static bool IsReferenceTo(DocumentKind kind, Field field) =>
        (field.Value.Contains("](", StringComparison.Ordinal) || field.Value.Contains("://", StringComparison.Ordinal))
        && field.Key.StartsWith(HeadingKey.Normalize(kind.Name), StringComparison.Ordinal);

    // The path of a target within the repository: no scheme, no host, not only a fragment; without query and fragment, percent-decoded.
    internal static string? RelativePath(string target)
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

    // A path in code or front matter counts when it leads to a document (with or without a fragment) or to the coverage report.
    internal static string? CitedPath(string text, string report)
    {
        var end = text.IndexOf('#', StringComparison.Ordinal);
        var path = end > 0 ? text[..end] : text;
        if (path.Length is <= 3 or >= LongestPath || path.AsSpan().ContainsAny(NoPath) || path.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var isReport = report.Length > 0 && path.EndsWith(report, StringComparison.Ordinal) && (path.Length == report.Length || path[^(report.Length + 1)] == '/');
        return isReport || path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path : null;
    }
}
