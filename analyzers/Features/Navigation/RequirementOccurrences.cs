using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Navigation;

/// <summary>A requirement id in a document.</summary>
/// <param name="Id">The id in upper case.</param>
/// <param name="Span">Where, in the document's outline; the whole range for an id between its ends.</param>
/// <param name="Range">The range that it is part of; null for an id that stands alone.</param>
internal sealed record RequirementOccurrence(string Id, TextSpan Span, RequirementIdRange? Range)
{
    /// <summary>Whether the id itself is written there, and not only meant by a range.</summary>
    public bool IsWritten { get; init; } = true;
}

/// <summary>Finds requirement ids wherever a document writes them.</summary>
internal static class RequirementOccurrences
{
    /// <summary>The ids in a document, in order.</summary>
    public static IEnumerable<RequirementOccurrence> In(BoundDocument document) => In(document, new TextSpan(0, document.Outline.Text.Length));

    /// <summary>The ids in a stretch of a document, in order.</summary>
    public static IEnumerable<RequirementOccurrence> In(BoundDocument document, TextSpan stretch)
    {
        var outline = document.Outline;
        var text = outline.Text.Substring(stretch.Start, stretch.Length);
        var last = -1;
        foreach (var token in document.Definition.RequirementIds.FindAll(text))
        {
            if (IsPartOfPath(document, text, token, stretch.Start))
            {
                continue;
            }

            var range = RequirementIdMatcher.RangeFrom(text, token) is { IsPlain: true } found ? found : default(RequirementIdRange?);
            if (token.Start != last)
            {
                yield return new RequirementOccurrence(token.Id, new TextSpan(stretch.Start + token.Start, token.Length), range);
            }

            if (range is not { } series)
            {
                continue;
            }

            last = series.LastStart;
            foreach (var id in series.Ids.Skip(1))
            {
                var isLast = id == series.From.With(series.Last);
                yield return new RequirementOccurrence(
                    id,
                    isLast ? TextSpan.FromBounds(stretch.Start + series.LastStart, stretch.Start + series.End) : TextSpan.FromBounds(stretch.Start + series.Start, stretch.Start + series.End),
                    range)
                {
                    IsWritten = isLast,
                };
            }
        }

        // Reading the definitions takes long beside reading a line, and hardly anybody writes ids in small letters.
        if (document.Definition.RequirementIds.FindAll(text.ToUpperInvariant()).Any(token => text.AsSpan(token.Start, token.Length).ContainsAnyInRange('a', 'z')))
        {
            foreach (var spelling in OtherSpellings(document, stretch))
            {
                yield return spelling;
            }
        }
    }

    /// <summary>The feature that an id is given to where it is written ("F008/FR-003"); null when none is.</summary>
    public static string? FeatureBefore(BoundDocument document, TextSpan id)
    {
        var text = document.Outline.Text;
        if (id.Start == 0 || text[id.Start - 1] != '/')
        {
            return null;
        }

        var word = WordBefore(text, id.Start - 1);
        return document.Definition.RequirementIds.IsFeatureId(word) ? word.ToUpperInvariant() : null;
    }

    // A definition in small letters is one all the same.
    private static IEnumerable<RequirementOccurrence> OtherSpellings(BoundDocument document, TextSpan stretch)
    {
        foreach (var definition in RequirementReader.Definitions(document))
        {
            var written = document.Outline.Text.Substring(definition.Span.Start, definition.Span.Length);
            var start = written.IndexOf(definition.Fact.Id, StringComparison.OrdinalIgnoreCase);
            if (stretch.Contains(definition.Span) && start >= 0 && !written.Contains(definition.Fact.Id, StringComparison.Ordinal))
            {
                yield return new RequirementOccurrence(definition.Fact.Id, new TextSpan(definition.Span.Start + start, definition.Fact.Id.Length), null);
            }
        }
    }

    // "specs/FR-001/plan.md" names a folder; "F008/FR-003" and "FR-001/FR-002" name requirements.
    private static bool IsPartOfPath(BoundDocument document, string text, RequirementIdToken token, int offset)
    {
        var ids = document.Definition.RequirementIds;
        if (token.Start > 0 && text[token.Start - 1] == '/')
        {
            var word = WordBefore(text, token.Start - 1);
            if (!ids.IsFeatureId(word) && ids.Parse(word) is null)
            {
                return true;
            }
        }

        var start = offset + token.Start;
        return document.Outline.LinkAt(start) is { } link
            && (link.Kind == LinkKind.Autolink || (link.TargetSpan.Contains(start) && document.Outline.Text.IndexOf('#', link.TargetSpan.Start, start - link.TargetSpan.Start) < 0));
    }

    private static string WordBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '_' or '.'))
        {
            start--;
        }

        return text[start..end];
    }
}
