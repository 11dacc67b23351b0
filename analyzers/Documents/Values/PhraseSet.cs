using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>
/// Phrases that are looked for together, as whole words. Nearly all texts hold none of them, so one search for all of them at once answers
/// nearly always; and most of those questions are answered by the longest word of each phrase before the text is folded.
/// </summary>
internal sealed class PhraseSet
{
    // Making a set costs more than many searches with it; the lists of a pack are asked for again with every document.
    private static readonly ConditionalWeakTable<string[], PhraseSet> Known = [];

    private readonly ImmutableArray<string> _phrases;
    private readonly SearchValues<string> _any;
    private readonly WordSearch? _hints;

    /// <summary>Takes phrases in any form; empty ones are left out.</summary>
    public PhraseSet(IEnumerable<string> phrases)
    {
        _phrases = [.. phrases.Select(Words.Fold).Where(static phrase => phrase.Length > 0)];
        _any = SearchValues.Create([.. _phrases], StringComparison.Ordinal);
        var hints = _phrases.Select(static phrase => LongestLiteral(phrase)).ToArray();
        _hints = Array.TrueForAll(hints, static hint => hint.Length > 0) ? new WordSearch(hints) : null;
    }

    /// <summary>The set of a list that is kept, such as one of the pack; made once.</summary>
    public static PhraseSet Of(ImmutableArray<string> phrases) =>
        Known.GetValue(ImmutableCollectionsMarshal.AsArray(phrases) ?? [], static words => new PhraseSet(words));

    /// <summary>Whether one of the phrases stands in a text.</summary>
    public bool OccursIn(string text) =>
        !_phrases.IsEmpty && (_hints is null || _hints.OccursIn(text)) && OccursInFolded(Words.Fold(text));

    /// <summary>Where, from an offset on, a text first holds what one of the phrases cannot do without; -1 when it holds none of them.</summary>
    public int IndexOfHint(string text, int start)
    {
        if (_phrases.IsEmpty || start >= text.Length)
        {
            return -1;
        }

        return _hints is null ? start : text.AsSpan(start).IndexOfAny(_hints.In(text)) is var index and >= 0 ? start + index : -1;
    }

    /// <summary>Whether one of the phrases stands in a text that was folded, for a caller who asks for many sets.</summary>
    public bool OccursInFolded(string folded) =>
        !_phrases.IsEmpty && folded.AsSpan().ContainsAny(_any) && _phrases.Any(phrase => Words.IndexOfPhrase(folded, phrase) >= 0);

    // The longest run of letters that folding leaves as they are but for their case: every text that holds the phrase holds it.
    private static string LongestLiteral(string phrase) => phrase
        .Split(' ', '\'', 'е')
        .MaxBy(static part => part.Length) ?? "";
}
