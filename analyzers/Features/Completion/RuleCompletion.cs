using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers rules by id and name: in suppression comments and in the configuration file.</summary>
internal static class RuleCompletion
{
    /// <summary>The rules for a suppression comment around the cursor; null when there is none.</summary>
    public static IEnumerable<CompletionCandidate>? InComment(CompletionRequest request)
    {
        var place = request.Place;
        var typed = request.Typed;
        var open = typed.LastIndexOf("<!--", StringComparison.Ordinal);
        if (open < 0 || typed.AsSpan(open).Contains("-->", StringComparison.Ordinal))
        {
            return null;
        }

        var content = typed[(open + 4)..].TrimStart();
        if (!content.StartsWith(SuppressionComment.Prefix, StringComparison.Ordinal))
        {
            return SuppressionComment.Prefix.StartsWith(content, StringComparison.Ordinal) ? Verbs(place, content) : [];
        }

        var blank = content.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0)
        {
            return Verbs(place, content);
        }

        // Behind a colon stands the reason, in the author's words.
        return content.Contains(':', StringComparison.Ordinal) ? [] : Rules(place.ToSource(Word(place)), preferId: true);
    }

    /// <summary>Every rule, its id before its name or the other way round.</summary>
    public static IEnumerable<CompletionCandidate> Rules(TextSpan replaced, bool preferId, string suffix = "")
    {
        foreach (var rule in RuleCatalog.Descriptors)
        {
            var (written, other) = preferId ? (rule.Id, rule.Name) : (rule.Name, rule.Id);
            yield return new CompletionCandidate(CandidateKind.Rule, written, replaced, written + suffix)
            {
                Filter = $"{written} {other}",
                Detail = other,
                Topic = new CompletionTopic(TopicKind.Rule, rule.Id),
                MayKeepRest = true,
            };
        }
    }

    private static IEnumerable<CompletionCandidate> Verbs(DocumentPlace place, string typed)
    {
        var replaced = place.ToSource(TextSpan.FromBounds(place.Offset - typed.Length, place.Offset));
        return SuppressionComment.Verbs.Select(verb => new CompletionCandidate(CandidateKind.Value, SuppressionComment.Prefix + verb, replaced, SuppressionComment.Prefix + verb + " ") { Filter = SuppressionComment.Prefix + verb });
    }

    // "FW301-->": the hyphens that close the comment are no part of the name.
    private static TextSpan Word(DocumentPlace place)
    {
        var word = place.Word(static character => char.IsAsciiLetterOrDigit(character) || character == '-');
        return TextSpan.FromBounds(word.Start, Math.Max(place.Offset, word.Start + place.TextOf(word).TrimEnd('-').Length));
    }
}
