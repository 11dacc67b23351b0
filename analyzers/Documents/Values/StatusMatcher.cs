using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Classifies status values: by word first, then by emoji; a word that contradicts its emoji makes the value neutral (catalogue 1.7).</summary>
public sealed class StatusMatcher
{
    private readonly ImmutableArray<(string Word, string Class)> _words;
    private readonly ImmutableArray<(string Emoji, string Class)> _emoji;
    private readonly ImmutableArray<string> _negations;

    /// <summary>Prepares a vocabulary.</summary>
    public StatusMatcher(StatusVocabulary vocabulary, FrameworkDefinition definition)
    {
        // Longer phrases are tried first: "not approved" is no "approved". Among equals the vocabulary's order decides.
        _words =
        [
            .. vocabulary.Classes
                .SelectMany(static entry => entry.Words.Select(word => (Word: Words.Fold(word), entry.Id)))
                .OrderByDescending(static entry => entry.Word.Length),
        ];
        _emoji = [.. vocabulary.Classes.SelectMany(static entry => entry.Emoji.Select(emoji => (emoji.TrimEnd('\uFE0F'), entry.Id)))];
        _negations = [.. definition.NegativeScope.Words.Concat(definition.DashValues).Select(Words.Fold).Where(static word => word.Length > 1 && char.IsLetter(word[0]))];
    }

    /// <summary>The class of a value, one of <see cref="StatusClasses"/>; null when it is empty, unknown or contradicts itself.</summary>
    public string? Classify(string value)
    {
        var text = PlainText.Of(value).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var folded = Words.Fold(text);
        var word = FindWord(folded);
        var emoji = FindEmoji(text);
        if (word is not null)
        {
            return emoji is not null && Contradicts(word, emoji) ? null : word;
        }

        if (emoji is not null)
        {
            return _negations.Any(negation => Words.IndexOfPhrase(folded, negation) >= 0) ? null : emoji;
        }

        return IsComplete(text) ? StatusClasses.Pass : null;
    }

    private string? FindWord(string folded)
    {
        foreach (var (word, id) in _words)
        {
            if (Words.IndexOfPhrase(folded, word) >= 0)
            {
                return id;
            }
        }

        return null;
    }

    private string? FindEmoji(string text)
    {
        var first = int.MaxValue;
        string? found = null;
        foreach (var (emoji, id) in _emoji)
        {
            var index = text.IndexOf(emoji, StringComparison.Ordinal);
            if (index >= 0 && index < first)
            {
                (first, found) = (index, id);
            }
        }

        return found;
    }

    private static bool Contradicts(string word, string emoji) =>
        (word == StatusClasses.Pass && emoji == StatusClasses.Fail) || (word == StatusClasses.Fail && emoji == StatusClasses.Pass);

    // "12/12" says that all of them are there.
    private static bool IsComplete(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            && int.TryParse(text.AsSpan(0, slash).Trim(), out var done)
            && int.TryParse(text.AsSpan(slash + 1).Trim(), out var total)
            && done == total
            && total > 0;
    }
}
