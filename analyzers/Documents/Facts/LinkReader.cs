using System.Buffers;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads the relative paths a document refers to: its links, and paths to documents and coverage reports in code and front matter.</summary>
internal static class LinkReader
{
    private const int LongestPath = 260;

    private static readonly SearchValues<char> NoPath = SearchValues.Create(" \t\r\n*<>|{}");

    public static IEnumerable<(LinkFact Fact, TextSpan Span)> Read(BoundDocument document)
    {
        var followed = new FollowedLinks(document.Outline);
        foreach (var link in document.Outline.Links)
        {
            if (link.Kind != LinkKind.Autolink && !link.TargetSpan.IsEmpty && RelativePath(link.Target) is { } path)
            {
                yield return (new LinkFact(path, IsLink: followed.Contains(link)), link.TargetSpan);
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

        var isReport = report.Length > 0 && PathResolver.EndsWithName(path, report);
        return isReport || path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path : null;
    }
}
