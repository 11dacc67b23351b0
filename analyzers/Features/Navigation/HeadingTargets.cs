using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Features.Navigation;

/// <summary>Finds the heading that a fragment leads to.</summary>
internal static class HeadingTargets
{
    /// <summary>The section; null when no heading has the anchor.</summary>
    public static Section? Find(MarkdownOutline outline, string fragment)
    {
        var sections = HeadingSlugs.Sections(outline);
        return sections.FirstOrDefault(entry => entry.Slug == fragment).Section
            ?? sections.FirstOrDefault(entry => HeadingSlugs.Contains(new HashSet<string>([entry.Slug], StringComparer.Ordinal), fragment)).Section;
    }
}
