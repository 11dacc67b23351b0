using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads whether a validation note declares the prompt complete.</summary>
public static class CompletenessReader
{
    private static readonly DocumentMemo<TextSpan?> Known = new(Read);

    /// <summary>The first line that says so, without its marks; null when none does.</summary>
    public static TextSpan? Verdict(BoundDocument document) => document.Kind.HasRole(KindRoles.ValidatesPrompt) ? Known.Of(document) : null;

    private static TextSpan? Read(BoundDocument document)
    {
        var text = document.Outline.Text;
        var phrases = PhraseSet.Of(document.Definition.Definition.CompletePhrases);
        var results = document.Definition.Status(VocabularyIds.OverallResult);
        for (var index = phrases.IndexOfHint(text, 0); index >= 0;)
        {
            // Phrases are folded for comparison, so a phrase is found in the line and the line is the place.
            var start = text.LastIndexOfAny(['\n', '\r'], index) + 1;
            var end = text.AsSpan(index).IndexOfAny('\n', '\r') is var rest and >= 0 ? index + rest : text.Length;
            var line = text[start..end];
            if (phrases.OccursIn(line) && document.Outline.FenceAt(index) is null && results.Classify(line) != StatusClasses.Fail)
            {
                return TextSpan.FromBounds(end - line.TrimStart([.. " \t#>*-"]).Length, start + line.TrimEnd().Length);
            }

            index = phrases.IndexOfHint(text, end);
        }

        return null;
    }
}
