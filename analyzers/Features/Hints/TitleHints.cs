using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Hints;

/// <summary>The titles of requirements behind their ids, in documents that do not define them.</summary>
internal static class TitleHints
{
    // A hint must not push the rest of its line out of sight.
    private const int Longest = 40;

    /// <summary>The hints in a range: once per line and requirement, and not where the line tells the title itself.</summary>
    public static IEnumerable<Hint> In(BoundDocument document, IReadOnlyList<DocumentFacts> documents, TextSpan range, CancellationToken cancellationToken)
    {
        if (document.Kind.HasRole(KindRoles.DefinesRequirements) && !document.Kind.HasRole(KindRoles.MapsRequirements))
        {
            yield break;
        }

        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var requirement in documents.Where(facts => facts.Path != document.Path || facts.Part != document.Part).SelectMany(static facts => facts.Requirements))
        {
            if (requirement.Title.Length > 0)
            {
                titles.TryAdd(requirement.Id, requirement.Title);
            }
        }

        if (titles.Count == 0)
        {
            yield break;
        }

        var text = document.Outline.Text;
        var (line, seen) = (-1, new HashSet<string>(StringComparer.Ordinal));
        foreach (var token in document.Definition.RequirementIds.FindAll(text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = document.ToSource.ToSource(new TextSpan(token.Start, token.Length)).End;
            if (end < range.Start || end > range.End || !titles.TryGetValue(token.Id, out var title) || document.Outline.FenceAt(token.Start) is not null)
            {
                continue;
            }

            var start = text.LastIndexOf('\n', Math.Max(0, token.Start - 1)) + 1;
            if (start != line)
            {
                (line, seen) = (start, new HashSet<string>(StringComparer.Ordinal));
            }

            var stop = text.IndexOf('\n', token.Start);
            if (seen.Add(token.Id) && !text.AsSpan(start, (stop < 0 ? text.Length : stop) - start).Contains(title, StringComparison.OrdinalIgnoreCase))
            {
                yield return new Hint(end, title.Length > Longest ? title[..Longest].TrimEnd() + "…" : title, title);
            }
        }
    }
}
