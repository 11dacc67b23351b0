using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>A phrase where it stands in a text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Phrase">The phrase as it was asked for.</param>
internal readonly record struct PhraseOccurrence(int Start, string Phrase);

/// <summary>
/// Where the words of a document stand, whatever their case. A dozen rules look for lists of phrases in all of a text; with its words at hand
/// each of them touches only the places that hold one.
/// </summary>
internal sealed class DocumentWords
{
    // The bit that tells ASCII letters by case; digits have it anyway.
    private const char LowerCase = ' ';

    private static readonly DocumentMemo<DocumentWords> Known = new(static document => new DocumentWords(document.Outline.Text));
    private static readonly ConditionalWeakTable<string[], LeadingWord[]> Leads = [];

    private readonly string _text;
    private readonly int[] _buckets;
    private readonly List<Word> _words;

    // Of every occurrence of a word where it starts, and the next occurrence of the same word (-1 for the last). Words are told apart by their
    // hashes alone: two of one hash would share their occurrences, and whoever asks for one of them compares the text.
    private readonly List<(int Start, int Next)> _occurrences;

    /// <summary>Reads the words of a text.</summary>
    internal DocumentWords(string text)
    {
        _text = text;

        // A word and the blank behind it take seven characters, and most words come more than once.
        _occurrences = new List<(int, int)>((text.Length / 7) + 1);
        _words = new List<Word>((text.Length / 14) + 1);
        _buckets = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, text.Length / 12))];
        for (var index = 0; index < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[index]))
            {
                index++;
                continue;
            }

            var length = WordLength(text, index, out var hash);
            Add(index, hash);
            index += length;
        }
    }

    /// <summary>The words of a document.</summary>
    public static DocumentWords Of(BoundDocument document) => Known.Of(document);

    /// <summary>Every place of phrases as whole words, in order.</summary>
    /// <param name="phrases">A list that is kept, such as one of the pack.</param>
    public IReadOnlyList<PhraseOccurrence> Find(ImmutableArray<string> phrases)
    {
        var found = new List<PhraseOccurrence>();
        foreach (var lead in Leads.GetValue(ImmutableCollectionsMarshal.AsArray(phrases) ?? [], static list => [.. list.Select(LeadingWord.Of)]))
        {
            if (lead.Length == 0)
            {
                AddLiteral(lead.Phrase, found);
            }
            else if (IndexOf(lead.Hash) is >= 0 and var word)
            {
                AddPlaces(lead, _words[word].First, found);
            }
        }

        // Nearly always there is none or one.
        if (found.Count > 1)
        {
            found.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        }

        return found;
    }

    private void AddPlaces(LeadingWord lead, int occurrence, List<PhraseOccurrence> found)
    {
        for (var index = occurrence; index >= 0; index = _occurrences[index].Next)
        {
            var start = _occurrences[index].Start - lead.Offset;
            var end = start + lead.Phrase.Length;
            if (start >= 0 && end <= _text.Length && !IsInsideWord(end) && IsAt(start, lead.Phrase))
            {
                found.Add(new PhraseOccurrence(start, lead.Phrase));
            }
        }
    }

    // Any blank stands for a blank, but not the end of a line.
    private bool IsAt(int start, string phrase)
    {
        for (var index = 0; index < phrase.Length; index++)
        {
            var (character, expected) = (_text[start + index], phrase[index]);
            if (character != expected
                && char.ToLowerInvariant(character) != char.ToLowerInvariant(expected)
                && !(expected == ' ' && char.IsWhiteSpace(character) && character is not ('\n' or '\r')))
            {
                return false;
            }
        }

        return true;
    }

    // A phrase without letters, such as "->".
    private void AddLiteral(string phrase, List<PhraseOccurrence> found)
    {
        for (var index = phrase.Length == 0 ? -1 : _text.IndexOf(phrase, StringComparison.Ordinal); index >= 0; index = _text.IndexOf(phrase, index + 1, StringComparison.Ordinal))
        {
            found.Add(new PhraseOccurrence(index, phrase));
        }
    }

    private bool IsInsideWord(int index) => index < _text.Length && char.IsLetterOrDigit(_text[index]) && char.IsLetterOrDigit(_text[index - 1]);

    private void Add(int start, uint hash)
    {
        var occurrence = _occurrences.Count;
        _occurrences.Add((start, -1));
        if (IndexOf(hash) is >= 0 and var known)
        {
            ref var word = ref CollectionsMarshal.AsSpan(_words)[known];
            CollectionsMarshal.AsSpan(_occurrences)[word.Last].Next = occurrence;
            word.Last = occurrence;
            return;
        }

        ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        _words.Add(new Word(hash, occurrence, occurrence, bucket - 1));
        bucket = _words.Count;
    }

    private int IndexOf(uint hash)
    {
        var words = CollectionsMarshal.AsSpan(_words);
        for (var index = _buckets[hash & (uint)(_buckets.Length - 1)] - 1; index >= 0; index = words[index].NextInBucket)
        {
            if (words[index].Hash == hash)
            {
                return index;
            }
        }

        return -1;
    }

    private static int WordLength(string text, int start, out uint hash)
    {
        hash = 2166136261;
        var index = start;
        while (index < text.Length && char.IsLetterOrDigit(text[index]))
        {
            var character = text[index];
            hash = (hash ^ (char.IsAscii(character) ? (char)(character | LowerCase) : char.ToLowerInvariant(character))) * 16777619;
            index++;
        }

        hash ^= hash >> 15;
        return index - start;
    }

    private record struct Word(uint Hash, int First, int Last, int NextInBucket);

    // The first word of a phrase, by which it is found.
    private readonly record struct LeadingWord(string Phrase, int Offset, int Length, uint Hash)
    {
        public static LeadingWord Of(string phrase)
        {
            var offset = 0;
            while (offset < phrase.Length && !char.IsLetterOrDigit(phrase[offset]))
            {
                offset++;
            }

            var length = WordLength(phrase, offset, out var hash);
            return new LeadingWord(phrase, offset, length, hash);
        }
    }
}
