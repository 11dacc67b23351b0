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
        foreach (var sentence in Sentence.Holding(document.Outline, WordSearch.For(nouns)))
        {
            foreach (var (number, span, end) in Numbers(sentence.Text, nouns))
            {
                if (!ClaimScope.Of(document).IsOpen(sentence.Start + span.Start) || list.Behind(sentence, end) is not { } listed || listed.Count == number)
                {
                    continue;
                }

                context.Report(
                    new TextSpan(sentence.Start + span.Start, span.Length),
                    $"{number} services are announced, {listed.Count} are listed. The number is copied into plan and report; correct it, or the list.",
                    Math.Abs(number - listed.Count) <= listed.Infrastructure ? Severity.Info : null,
                    listed.Count,
                    (listed.Span, "the list"));
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is int count
        ? [new Fix($"Write {count}", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, count.ToString(CultureInfo.InvariantCulture))]) { IsPreferred = true }]
        : [];

    // "5 microservices", but not "3/5 services", "~5 services" and "4.5 services".
    private static IEnumerable<(int Number, TextSpan Span, int End)> Numbers(string text, ImmutableArray<string> nouns)
    {
        var lower = text.ToLowerInvariant();
        for (var start = 0; start < lower.Length; start++)
        {
            if (!char.IsAsciiDigit(lower[start]))
            {
                continue;
            }

            var end = start;
            while (end < lower.Length && char.IsAsciiDigit(lower[end]))
            {
                end++;
            }

            var word = TextScan.SkipBlanks(lower, end, lower.Length);
            var isWhole = start == 0 || lower[start - 1] is ' ' or '(' or '*' or '"' or '|';
            if (isWhole && end - start <= 2 && word > end && nouns.FirstOrDefault(noun => Words.IsPhraseAt(lower, word, noun)) is { } found)
            {
                yield return (int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture), TextSpan.FromBounds(start, end), word + found.Length);
            }

            start = end;
        }
    }
}
