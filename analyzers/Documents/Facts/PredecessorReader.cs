using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads which of the documents that others follow on a document refers to, wherever these are (decisions 40).</summary>
internal static class PredecessorReader
{
    private const string Scheme = "://";

    /// <summary>
    /// Their kinds: named by a path of the kind's form, by a field or front matter key with the kind's name that holds a path or address, or
    /// by an address that has the kind's name as its text or before it on its line.
    /// </summary>
    public static IEnumerable<string> Read(BoundDocument document, IReadOnlyCollection<LinkFact> links)
    {
        foreach (var kind in document.Definition.Predecessors)
        {
            if (links.Any(link => IsPathOf(kind, link.Target))
                || document.Outline.Fields.Any(field => IsReferenceTo(kind, field))
                || document.Outline.Links.Any(link => IsAddressOf(document.Outline, kind, link)))
            {
                yield return kind.Id;
            }
        }
    }

    private static bool IsPathOf(DocumentKind kind, string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        && (kind.FilePatterns.Any(pattern => TextPattern.Get(pattern).Fits(path)) || (kind.CanonicalPath.Length > 0 && PathResolver.EndsWithName(path, kind.CanonicalPath)));

    // "Verification Checklist: https://wiki/…": the address is no path of the workspace, but the document is named.
    private static bool IsReferenceTo(DocumentKind kind, Field field)
    {
        if (!field.Value.Contains("](", StringComparison.Ordinal) && !field.Value.Contains(Scheme, StringComparison.Ordinal))
        {
            return false;
        }

        return field.Notation == FieldNotation.FrontMatter
            ? kind.FrontMatterTypes.Append(kind.Id).Any(type => IsKeyOf(type, field.Name))
            : IsName(kind, field.Key);
    }

    // "plan", "plan_ref", "plan_url".
    private static bool IsKeyOf(string type, string name) =>
        name.StartsWith(type, StringComparison.OrdinalIgnoreCase) && (name.Length == type.Length || name[type.Length] is '_' or '-' or '.');

    private static bool IsAddressOf(MarkdownOutline outline, DocumentKind kind, Link link)
    {
        if (!link.Target.Contains(Scheme, StringComparison.Ordinal))
        {
            return false;
        }

        var line = outline.Text.AsSpan(0, link.Span.Start);
        var before = line[(line.LastIndexOf('\n') + 1)..].ToString();
        return IsName(kind, HeadingKey.Normalize(link.Text)) || Words.IndexOfPhrase(Words.Fold(PlainText.Of(before)), Words.Fold(kind.Name)) >= 0;
    }

    private static bool IsName(DocumentKind kind, string key) =>
        key.StartsWith(HeadingKey.Normalize(kind.Name), StringComparison.Ordinal) || TextPattern.Any(kind.TitlePatterns)?.Fits(key) == true;
}
