using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads the fragments of links to headings, in the document itself and in other Markdown files.</summary>
internal static class FragmentReader
{
    public static IEnumerable<(FragmentFact Fact, TextSpan Span)> Read(BoundDocument document)
    {
        IReadOnlySet<string>? own = null;
        var followed = new FollowedLinks(document.Outline);
        foreach (var link in document.Outline.Links)
        {
            var hash = link.Kind == LinkKind.Autolink ? -1 : link.Target.IndexOf('#', StringComparison.Ordinal);
            if (hash < 0 || link.TargetSpan.IsEmpty || Fragment(link.Target, hash) is not { } fragment || !followed.Contains(link))
            {
                continue;
            }

            var path = LinkReader.RelativePath(link.Target[..hash]);
            if (hash == 0)
            {
                own ??= HeadingSlugs.In(document.Outline);
                if (!HeadingSlugs.Contains(own, fragment))
                {
                    yield return (new FragmentFact("", fragment, Nearest: Workspaces.NearestWord.Of(fragment, own)), link.TargetSpan);
                }
            }
            else if (path is not null && path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            {
                yield return (new FragmentFact(path, fragment, Nearest: null), link.TargetSpan);
            }
        }
    }

    // "#L20" and "#L20-L30" are lines on the pages of a repository, ":~:text=" is a text.
    private static string? Fragment(string target, int hash)
    {
        var fragment = Uri.UnescapeDataString(target[(hash + 1)..]);
        var isLine = fragment is ['L', >= '0' and <= '9', ..];
        return fragment.Length == 0 || isLine || fragment.Contains(':', StringComparison.Ordinal) || fragment.Contains('/', StringComparison.Ordinal) || fragment.AsSpan().ContainsAny("{}<>") ? null : fragment;
    }
}
