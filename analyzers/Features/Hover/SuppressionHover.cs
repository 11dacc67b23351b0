using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Hover;

/// <summary>Explains the rules that a suppression comment names.</summary>
internal static class SuppressionHover
{
    /// <summary>The hover for a rule's id or name in a comment; null when there is none.</summary>
    public static HoverText? At(DocumentPlace place)
    {
        var comment = place.Document.Outline.Comments.FirstOrDefault(comment => comment.ContentSpan.IntersectsWith(place.Offset));
        if (comment is null || !comment.Content.StartsWith(SuppressionComment.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var word = place.Word(static character => char.IsAsciiLetterOrDigit(character) || character == '-');
        word = TextSpan.FromBounds(word.Start, word.Start + place.TextOf(word).TrimEnd('-').Length);
        return RuleCatalog.Find(place.TextOf(word)) is { } rule
            ? new HoverText(place.ToSource(word), StructureHovers.Rule(rule, rule.Severity))
            : null;
    }
}
