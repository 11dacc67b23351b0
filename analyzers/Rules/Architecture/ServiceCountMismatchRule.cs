using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>FW419: a number of services that is not that of the list beside it.</summary>
public sealed class ServiceCountMismatchRule() : DocumentRule(new RuleDescriptor("FW419", "service-count-mismatch", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    private const int LongestGap = 4;
    private const int LongestNumber = 2;
    private const int LongestNoun = 40;

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var nouns = context.Parameter("nouns");
        if (document.IsTemplate || nouns.IsEmpty)
        {
            return;
        }

        var list = new ListedServices(document, context.Parameter("open_ends"));
        foreach (var (number, span, end) in Numbers(document.Outline.Text, nouns))
        {
            if (Sentence.At(document.Outline, span.Start) is not { } sentence
                || !ClaimScope.Of(document).IsOpen(span.Start)
                || end > sentence.Start + sentence.Text.Length
                || list.Behind(sentence, end - sentence.Start) is not { } listed
                || listed.Count == number)
            {
                continue;
            }

            context.Report(
                span,
                $"{number} services are announced, {listed.Count} are listed. The number is copied into plan and report; correct it, or the list.",
                Math.Abs(number - listed.Count) <= listed.Infrastructure ? Severity.Info : null,
                listed.Count,
                (listed.Span, "the list"));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is int count
        ? [new Fix($"Write {count}", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, count.ToString(CultureInfo.InvariantCulture))]) { IsPreferred = true }]
        : [];

    // "5 microservices", but not "3/5 services", "~5 services" and "4.5 services".
    private static IEnumerable<(int Number, TextSpan Span, int End)> Numbers(string text, ImmutableArray<string> nouns)
    {
        for (var offset = 0; text.AsSpan(offset).IndexOfAnyInRange('0', '9') is >= 0 and var found;)
        {
            var start = offset + found;
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            offset = end;
            var isWhole = start == 0 || char.IsWhiteSpace(text[start - 1]) || text[start - 1] is '(' or '*' or '"' or '|';
            if (!isWhole || end - start > LongestNumber)
            {
                continue;
            }

            var word = TextScan.Trimmed(text, end, Math.Min(text.Length, end + LongestGap + 1)).Start;
            if (word > end && Noun(text, word, nouns) is > 0 and var length)
            {
                yield return (int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture), TextSpan.FromBounds(start, end), word + length);
            }
        }
    }

    private static int Noun(string text, int offset, ImmutableArray<string> nouns)
    {
        if (!nouns.Any(noun => noun.Length > 0 && noun[0] == char.ToLowerInvariant(text[offset])))
        {
            return 0;
        }

        var word = text.Substring(offset, Math.Min(LongestNoun, text.Length - offset)).ToLowerInvariant();
        return nouns.Where(noun => Words.StartsWithPhrase(word, noun)).Select(static noun => noun.Length).DefaultIfEmpty().Max();
    }
}
