using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads what calls for a recorded decision: words for technologies and approaches other than the workflow's (seed Stage 3 action 11).</summary>
internal static class DecisionNeedReader
{
    private static readonly ConditionalWeakTable<CompiledDefinition, KeywordList> AllKeywords = [];

    /// <summary>Each reason once, at the first place that claims it, in document order; none in templates.</summary>
    public static IEnumerable<(DecisionNeedFact Fact, TextSpan Span)> Read(BoundDocument document) =>
        document.IsTemplate || document.IsReference || !IsAsked(document)
            ? []
            : Claims(document).DistinctBy(static claim => claim.Trigger.Id)
                .Select(claim => (new DecisionNeedFact(claim.Trigger.Id, document.Outline.Text.Substring(claim.Span.Start, claim.Span.Length)), claim.Span));

    /// <summary>The first place that claims a reason; null when none does.</summary>
    public static string? Word(BoundDocument document, DecisionTrigger trigger) => Claims(document)
        .Where(claim => claim.Trigger == trigger)
        .Select(claim => document.Outline.Text.Substring(claim.Span.Start, claim.Span.Length))
        .FirstOrDefault();

    /// <summary>The first claim in a passage, with its word as it is written; null when nothing in it calls for a decision.</summary>
    public static (DecisionTrigger Trigger, string Word)? In(BoundDocument document, TextSpan passage) => Claims(document)
        .Where(claim => passage.Contains(claim.Span))
        .Select(claim => ((DecisionTrigger, string)?)(claim.Trigger, document.Outline.Text.Substring(claim.Span.Start, claim.Span.Length)))
        .FirstOrDefault();

    /// <summary>For a record of a decision, the words in it that call for one; empty for others.</summary>
    public static IEnumerable<string> Decided(BoundDocument document) => !document.Kind.HasRole(KindRoles.Decides) || document.IsTemplate
        ? []
        : WordSearch.For(Keywords(document)).FoundIn(document.Outline.Text).Order(StringComparer.Ordinal);

    /// <summary>Whether a document refers to a record of a decision: by its path, or by its id.</summary>
    public static bool CitesDecision(BoundDocument document, IEnumerable<LinkFact> links)
    {
        var definition = document.Definition.Definition;
        if (!IsAsked(document))
        {
            return false;
        }

        var records = definition.Kinds.Where(static kind => kind.HasRole(KindRoles.Decides)).ToList();
        return links.Any(link => records.Exists(kind => PathResolver.IsInAny(link.Target, kind.Folders) || kind.FilePatterns.Any(pattern => TextPattern.Get(pattern).Fits(link.Target))))
            || CitesDecision(definition, document.Outline.Text);
    }

    /// <summary>Whether a text names a record of a decision by its id.</summary>
    public static bool CitesDecision(FrameworkDefinition definition, string text) => Citation(definition)?.Fits(text) == true;

    // The documents that choose: those with requirements and those that map them.
    private static bool IsAsked(BoundDocument document) => document.Kind.HasRole(KindRoles.DefinesRequirements) || document.Kind.HasRole(KindRoles.MapsRequirements);

    private static ImmutableArray<string> Keywords(BoundDocument document) => AllKeywords.GetValue(
        document.Definition,
        static definition => new KeywordList([.. definition.Definition.DecisionTriggers.SelectMany(static trigger => trigger.Keywords).Distinct(StringComparer.Ordinal)])).Words;

    private static IEnumerable<(DecisionTrigger Trigger, TextSpan Span)> Claims(BoundDocument document)
    {
        var definition = document.Definition.Definition;
        var keywords = Keywords(document);
        if (keywords.IsEmpty)
        {
            yield break;
        }

        var scope = ClaimScope.Of(document);
        var external = PhraseSet.Of(definition.Architecture.ExternalWords);
        var places = DocumentWords.Of(document).Find(keywords);
        var used = places.Select(static place => place.Phrase).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in Sentence.Around(document.Outline, places))
        {
            if (external.OccursIn(sentence.Text) || IsAboutOthers(document, sentence.Start))
            {
                continue;
            }

            var lower = sentence.Text.ToLowerInvariant();
            foreach (var trigger in definition.DecisionTriggers)
            {
                foreach (var keyword in trigger.Keywords.Where(used.Contains))
                {
                    var index = Words.IndexOfPhrase(lower, keyword);
                    if (index >= 0 && scope.IsClaimed(sentence, index, keyword.Length) && document.Outline.CodeAt(sentence.Start + index) is null)
                    {
                        yield return (trigger, new TextSpan(sentence.Start + index, keyword.Length));
                    }
                }
            }
        }
    }

    // What is told there is how things are around the project.
    private static bool IsAboutOthers(BoundDocument document, int offset) =>
        document.Owners[document.Outline.SectionAt(offset).Index]?.Definition.Role is SectionRoles.Dependencies or SectionRoles.BusinessContext;

    private static TextPattern? Citation(FrameworkDefinition definition) =>
        definition.Architecture.DecisionCitation.Length == 0 ? null : TextPattern.Get(definition.Architecture.DecisionCitation);

    private sealed record KeywordList(ImmutableArray<string> Words);
}
