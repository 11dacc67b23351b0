using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads whether a validation note declares the prompt complete.</summary>
public static class CompletenessReader
{
    /// <summary>The phrase that says so; null when none does.</summary>
    public static TextSpan? Verdict(BoundDocument document)
    {
        if (!document.Kind.HasRole(KindRoles.ValidatesPrompt))
        {
            return null;
        }

        // Lines are folded for comparison, so the phrase is found in the line and the line is the place.
        var text = document.Outline.Text;
        foreach (var phrase in document.Definition.Definition.CompletePhrases)
        {
            var word = phrase.Split(' ').MaxBy(static part => part.Length)!;
            for (var index = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); index >= 0; index = text.IndexOf(word, index + 1, StringComparison.OrdinalIgnoreCase))
            {
                var start = text.LastIndexOfAny(['\n', '\r'], index) + 1;
                var end = text.AsSpan(index).IndexOfAny('\n', '\r') is var rest and >= 0 ? index + rest : text.Length;
                var line = Words.Fold(text[start..end]);
                if (Words.IndexOfPhrase(line, Words.Fold(phrase)) >= 0 && document.Definition.Status(VocabularyIds.OverallResult).Classify(text[start..end]) != StatusClasses.Fail && document.Outline.FenceAt(index) is null)
                {
                    var lead = text.AsSpan(start, end - start);
                    var trimmed = lead.Length - lead.TrimStart(" \t#>*-").Length;
                    return TextSpan.FromBounds(start + trimmed, start + lead.TrimEnd().Length);
                }
            }
        }

        return null;
    }
}
