using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>FW922: a text that was decoded with the wrong character set.</summary>
public sealed class MojibakeRule() : DocumentRule(new RuleDescriptor("FW922", "mojibake", Severity.Warning, FixSafety.Safe, "0.1") { AppliesToReferenceMaterial = true })
{
    private const int SampleLength = 12;

    private const int LongestSample = 24;

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        if (context.Document.Repair is not { } repair)
        {
            return;
        }

        // The first place where repaired and original text differ, in the repaired text's coordinates.
        var source = context.Document.Source.ToString();
        var first = 0;
        while (first < repair.Text.Length && first < source.Length && repair.Text[first] == source[first])
        {
            first++;
        }

        // Both sides of the sample are the same stretch of the text, to the end of a character.
        var end = ExcerptEnd(repair.Text, first);
        var (from, to) = (repair.Map.ToSource(Math.Min(first, end)), repair.Map.ToSource(end));
        context.Report(
            new TextSpan(Math.Min(first, Math.Max(0, repair.Text.Length - 1)), Math.Min(1, repair.Text.Length)),
            $"The text was decoded with the wrong character set ({repair.Charset}): it shows \"{source[from..to].Trim()}\" for \"{repair.Text[first..end].Trim()}\". Decode the file as UTF-8; the other rules read the repaired text.");
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Bound.Repair is not { } repair
        ? []
        :
        [
            new Fix("Decode the whole file as UTF-8", FixSafety.Safe, [new TextChange(new TextSpan(0, context.Document.Text.Length), repair.Text)])
            {
                IsPreferred = true,
                IsSourceEdit = true,
            },
        ];

    // To the end of the word in which the sample is long enough, or of the line.
    private static int ExcerptEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && end < start + LongestSample && text[end] is not ('\n' or '\r') && (end < start + SampleLength || text[end] != ' '))
        {
            end++;
        }

        return end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end;
    }
}
