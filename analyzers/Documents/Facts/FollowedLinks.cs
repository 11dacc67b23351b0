using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>
/// The links of an outline that lead a reader somewhere. A reference definition that nothing refers to is not shown; some write comments or
/// keep old targets in that form.
/// </summary>
internal sealed class FollowedLinks(MarkdownOutline outline)
{
    private readonly Lazy<HashSet<string>> _referenced = new(() =>
        outline.Links.Where(static link => link.Kind != LinkKind.Definition && link.TargetSpan.IsEmpty).Select(static link => link.Target).ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether a link is one of them.</summary>
    public bool Contains(Link link) => link.Kind != LinkKind.Definition || _referenced.Value.Contains(link.Target);
}
