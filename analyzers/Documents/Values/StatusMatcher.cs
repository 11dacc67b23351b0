using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>
/// Classifies status values: by word first, then by emoji; a word that contradicts its emoji makes the value neutral (catalogue 1.7).
/// The verdict a value starts with decides ("PASS (3 skipped)"); without one a failure does, else the longest phrase.
/// </summary>
public sealed class StatusMatcher
{
    // "not yet fully ready": how many words may stand between a negation and what it negates.
    private const int NegationReach = 2;

    // Documents write the same few results again and again.
    private const int LongestKept = 32;
    private const int MostKept = 1000;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;.:()—–/");

    private readonly Dictionary<string, ImmutableArray<Phrase>> _byFirstWord;
    private readonly ImmutableArray<(string Emoji, string Class)> _emoji;
    private readonly ImmutableHashSet<string> _negations;
    private readonly ConcurrentDictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>Prepares a vocabulary.</summary>
    public StatusMatcher(StatusVocabulary vocabulary, FrameworkDefinition definition)
    {
        var phrases = vocabulary.Classes
            .SelectMany(static entry => entry.Words.Select(word => new Phrase(Words.Fold(word), entry.Id)))
            .Where(static phrase => phrase.Text.Length > 0)
            .ToList();
        _byFirstWord = phrases
            .Where(static phrase => char.IsLetterOrDigit(phrase.Text[0]))
            .GroupBy(static phrase => WordAt(phrase.Text, 0), StringComparer.Ordinal)
            .ToDictionary(
                static group => group.Key,
                static group => group.OrderByDescending(static phrase => phrase.Text.Length).ToImmutableArray(),
                StringComparer.Ordinal);
        _emoji =
        [
            .. vocabulary.Classes.SelectMany(static entry => entry.Emoji.Select(emoji => (emoji.TrimEnd('\uFE0F'), entry.Id))),
            .. phrases.Where(static phrase => !char.IsLetterOrDigit(phrase.Text[0])).Select(static phrase => (phrase.Text, phrase.Class)),
        ];
        _negations = [.. definition.NegativeScope.Words.Concat(definition.DashValues).Select(Words.Fold).Where(static word => word.Length > 1 && char.IsLetter(word[0]))];
    }

    /// <summary>The class of a value, one of <see cref="StatusClasses"/>; null when it is empty, unknown or contradicts itself.</summary>
    public string? Classify(string value)
    {
        if (value.Length > LongestKept)
        {
            return Read(value);
        }

        if (_known.TryGetValue(value, out var known))
        {
            return known;
        }

        var found = Read(value);
        if (_known.Count < MostKept)
        {
            _known.TryAdd(value, found);
        }

        return found;
    }

    private string? Read(string value)
    {
        var text = PlainText.Of(value).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var folded = Words.Fold(text);
        var matches = FindWords(folded);
        var emoji = FindEmoji(text);
        if (matches.Count > 0)
        {
            var word = Verdict(matches);
            return word is not null && emoji is not null && Contradicts(word, emoji) ? null : word;
        }

        if (emoji is not null)
        {
            return _negations.Any(negation => Words.IndexOfPhrase(folded, negation) >= 0) ? null : emoji;
        }

        return IsComplete(text) ? StatusClasses.Pass : null;
    }

    private static string? Verdict(List<Match> matches)
    {
        var failure = matches.Find(static match => match.Phrase.Class == StatusClasses.Fail);
        var hasCondition = matches.Exists(static match => match.Phrase.Class == StatusClasses.Warn && !match.IsCount);
        if (matches[0] is { IsFirst: true, IsCount: false } lead)
        {
            if (lead.Phrase.Class != StatusClasses.Pass)
            {
                return lead.Phrase.Class;
            }

            // An explicit refusal behind an approval holds ("approved, but do not deploy"); a mere "failed" may tell of the past.
            return failure is not null ? failure.Phrase.IsLong ? StatusClasses.Fail : null
                : hasCondition ? StatusClasses.Warn
                : StatusClasses.Pass;
        }

        if (failure is not null)
        {
            return failure.IsCount && hasCondition ? StatusClasses.Warn : StatusClasses.Fail;
        }

        // Counts speak only where nothing else does, and among them the passed ones: "287 passed, 3 skipped".
        var verdicts = matches.Where(static match => !match.IsCount).DefaultIfEmpty(matches.Find(static match => match.Phrase.Class == StatusClasses.Pass) ?? matches[0]);
        return verdicts.MaxBy(static match => match.Phrase.Text.Length)!.Phrase.Class;
    }

    private List<Match> FindWords(string folded)
    {
        var matches = new List<Match>();
        var isFirst = true;
        for (var index = 0; index < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[index]))
            {
                index++;
                continue;
            }

            var word = WordAt(folded, index);
            if (PhraseAt(folded, index, word) is { } phrase)
            {
                var count = CountBefore(folded, index);
                if (count != 0 && !IsNegated(folded, index, phrase))
                {
                    matches.Add(new Match(phrase, isFirst, count is not null));
                }

                index += phrase.Text.Length;
            }
            else
            {
                index += word.Length;
            }

            isFirst = false;
        }

        return matches;
    }

    private Phrase? PhraseAt(string folded, int index, string word)
    {
        foreach (var phrase in _byFirstWord.GetValueOrDefault(word, []))
        {
            if (Words.IsPhraseAt(folded, index, phrase.Text))
            {
                return phrase;
            }
        }

        return null;
    }

    // "0 failed" and "no failed tests" do not fail, "not yet ready" is not ready. Phrases that hold their negation speak for themselves.
    private bool IsNegated(string folded, int index, Phrase phrase)
    {
        if (phrase.Class is not (StatusClasses.Pass or StatusClasses.Fail))
        {
            return false;
        }

        var end = index;
        for (var words = 0; words <= NegationReach; words++)
        {
            while (end > 0 && folded[end - 1] == ' ')
            {
                end--;
            }

            var start = end;
            while (start > 0 && folded[start - 1] != ' ' && !ClauseEnds.Contains(folded[start - 1]))
            {
                start--;
            }

            if (start == end)
            {
                return false;
            }

            if (_negations.Contains(folded[start..end]))
            {
                return true;
            }

            end = start;
        }

        return false;
    }

    // The number right before a word: "3 failed". Null when there is none.
    private static int? CountBefore(string folded, int index)
    {
        var end = index;
        while (end > 0 && folded[end - 1] == ' ')
        {
            end--;
        }

        var start = end;
        while (start > 0 && char.IsAsciiDigit(folded[start - 1]))
        {
            start--;
        }

        var isNumber = start < end && end < index && (start == 0 || !char.IsLetterOrDigit(folded[start - 1]));
        return isNumber ? int.TryParse(folded.AsSpan(start, end - start), out var count) ? count : int.MaxValue : null;
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

    private static string WordAt(string text, int index)
    {
        var end = index;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[index..end];
    }

    private sealed record Phrase(string Text, string Class)
    {
        public bool IsLong => Text.Contains(' ', StringComparison.Ordinal);
    }

    private sealed record Match(Phrase Phrase, bool IsFirst, bool IsCount);
}
