using System.Buffers;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A feature that a plan leaves to higher levels.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Span">Its name there.</param>
/// <param name="Text">The whole row or item.</param>
public sealed record SkippedFeature(Feature Feature, TextSpan Span, string Text)
{
    /// <summary>The table and row it stands in; null for a list item.</summary>
    public (BoundTable Table, TableRow Row)? Place { get; init; }

    /// <summary>Whether its name goes on with other words, so that a part or a stronger form of the feature may be meant: "Nginx gateway with mTLS".</summary>
    public bool IsExtended { get; init; }
}

/// <summary>Reads which features a plan skips, from its table or list of skipped features (seed Stage 3 action 9).</summary>
public static class SkippedFeatureReader
{
    // " and ", " и "
    private const int LongestConnective = 5;
    private static readonly SearchValues<char> Separators = SearchValues.Create(",+&/");

    /// <summary>The skipped features in document order.</summary>
    public static IEnumerable<SkippedFeature> Read(BoundDocument document)
    {
        var features = document.Definition.Features;
        var text = document.Outline.Text;
        var level = LevelReader.Level(document);
        foreach (var table in document.TablesOf(TableRoles.Features).Where(static table => table.Owner?.Definition.Role == SectionRoles.Skipped))
        {
            foreach (var row in table.Table.Rows)
            {
                if (table.Cell(row, ColumnRoles.Feature) is { } cell)
                {
                    var previous = 0;
                    foreach (var mention in features.FindAll(cell.Raw))
                    {
                        var isOwn = !IsOfThisLevel(mention, level) || (StartsEntry(cell.Raw, previous, mention.Start) && !IsExtended(mention, cell.Raw));
                        previous = mention.Start + mention.Length;
                        if (!isOwn)
                        {
                            continue;
                        }

                        yield return new SkippedFeature(mention.Feature, new TextSpan(cell.ContentSpan.Start + mention.Start, mention.Length), text.Substring(row.Span.Start, row.Span.Length))
                        {
                            Place = (table, row),
                            IsExtended = IsExtended(mention, cell.Raw),
                        };
                    }
                }
            }
        }

        foreach (var item in document.Outline.ListItems.Where(item => item.Parent < 0 && document.Owners[item.Section]?.Definition.Role == SectionRoles.Skipped))
        {
            // What an item names first is skipped; what follows may explain it: "Kubernetes (Docker Compose is enough)".
            var mention = features.FindAll(item.Raw).FirstOrDefault();
            if (mention.Feature is not null && !(IsOfThisLevel(mention, level) && (IsExtended(mention, item.Raw) || !StartsEntry(item.Raw, 0, mention.Start))))
            {
                yield return new SkippedFeature(mention.Feature, new TextSpan(item.ContentSpan.Start + mention.Start, mention.Length), item.Raw) { IsExtended = IsExtended(mention, item.Raw) };
            }
        }
    }

    // What a level has, a higher one may extend: "Docker Compose production overrides" are not Docker Compose (decisions 19).
    private static bool IsExtended(FeatureMention mention, string name)
    {
        var rest = name.AsSpan(mention.Start + mention.Length).TrimStart(' ');
        return rest.Length > 0 && char.IsLetterOrDigit(rest[0]);
    }

    private static bool IsOfThisLevel(FeatureMention mention, int? level) => mention.Feature.MinLevel <= level;

    // Behind nothing but marks, or behind another entry: "Metrics and health checks", but not "Kubernetes instead of Docker Compose".
    private static bool StartsEntry(string text, int previous, int start)
    {
        var between = text.AsSpan(previous, start - previous);
        if (previous > 0 && between.Length <= LongestConnective)
        {
            return true;
        }

        between = between[(between.LastIndexOfAny(Separators) + 1)..];
        foreach (var character in between)
        {
            if (char.IsLetterOrDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
