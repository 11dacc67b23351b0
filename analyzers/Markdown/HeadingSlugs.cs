using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>The anchors of a Markdown text: the slugs of its headings as GitHub makes them, and the ids of HTML elements.</summary>
public static partial class HeadingSlugs
{
    // Every browser scrolls to the top for it.
    private const string TopOfPage = "top";

    private const string ContentPrefix = "user-content-";

    /// <summary>Every anchor of a text.</summary>
    public static IReadOnlySet<string> In(MarkdownOutline outline) => With(Sections(outline).Select(static entry => entry.Slug), outline.Text);

    /// <summary>Every anchor of a text whose headings are known.</summary>
    /// <param name="slugs">The anchors of its headings.</param>
    /// <param name="text">The text.</param>
    public static IReadOnlySet<string> With(IEnumerable<string> slugs, string text)
    {
        var anchors = slugs.ToHashSet(StringComparer.Ordinal);
        if (HoldsAttribute(text))
        {
            foreach (Match id in HtmlId().Matches(text))
            {
                anchors.Add(id.Groups["id"].Value);
            }
        }

        return anchors;
    }

    /// <summary>The headings with the anchors that lead to them, in document order.</summary>
    public static IReadOnlyList<(string Slug, Section Section)> Sections(MarkdownOutline outline)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        return [.. outline.Sections.Where(static section => section.Level > 0).Select(section => (Add(anchors, Of(section.Title)), section))];
    }

    /// <summary>The slug of a heading: lower case, no punctuation, hyphens for blanks.</summary>
    public static string Of(string title)
    {
        if (title.Contains("{#", StringComparison.Ordinal) && CustomId().Match(title) is { Success: true } custom)
        {
            return custom.Groups["id"].Value;
        }

        var slug = new StringBuilder(title.Length);
        foreach (var rune in title.Trim().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                var lower = Rune.ToLowerInvariant(rune);
                _ = lower.IsBmp ? slug.Append((char)lower.Value) : slug.Append(lower.ToString());
            }
            else if (rune.Value == ' ')
            {
                slug.Append('-');
            }
        }

        return slug.ToString();
    }

    /// <summary>
    /// Whether a fragment leads to one of the anchors, or to the top of the page. Renderers differ in what they make of emoji and repeated
    /// hyphens, so these differences do not count; neither does case, nor the prefix that GitHub gives the ids of a document.
    /// </summary>
    public static bool Contains(IReadOnlySet<string> anchors, string fragment)
    {
        if (fragment.Length == 0 || anchors.Contains(fragment) || fragment.Equals(TopOfPage, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var name = fragment.StartsWith(ContentPrefix, StringComparison.OrdinalIgnoreCase) ? fragment[ContentPrefix.Length..] : fragment;
        return anchors.Select(Simplified).Contains(Simplified(name), StringComparer.OrdinalIgnoreCase);
    }

    // A quote behind an equals sign: without one no element has an id.
    private static bool HoldsAttribute(string text)
    {
        for (var index = text.IndexOf('=', StringComparison.Ordinal); index >= 0; index = text.IndexOf('=', index + 1))
        {
            if (text.AsSpan(index + 1).TrimStart() is ['"' or '\'', ..])
            {
                return true;
            }
        }

        return false;
    }

    // The second heading with the same text is "-1".
    private static string Add(HashSet<string> anchors, string slug)
    {
        var unique = slug;
        for (var count = 1; !anchors.Add(unique); count++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{slug}-{count}");
        }

        return unique;
    }

    private static string Simplified(string slug) => Hyphens().Replace(slug.Replace("\uFE0F", "", StringComparison.Ordinal), "-").Trim('-');

    [GeneratedRegex(@"-{2,}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"<[a-zA-Z][^<>]{0,200}\s(?:id|name)\s{0,4}=\s{0,4}[""'](?<id>[^""'<>]{1,100})[""']", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlId();

    [GeneratedRegex(@"\{#(?<id>[\w-]{1,100})\}\s*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex CustomId();
}
