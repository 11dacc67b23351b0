using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>
/// Searches texts for any of some words at once, whatever their case; word boundaries are for the caller to check. Ignoring case is many times
/// slower beyond ASCII, and most texts hold no letter of another alphabet: then only the other words are looked for.
/// </summary>
internal sealed class WordSearch
{
    // Making a search costs more than searching a document; the lists of a pack are asked for again with every document.
    private static readonly ConditionalWeakTable<string[], WordSearch> Known = [];

    private readonly ImmutableArray<string> _words;
    private readonly SearchValues<string> _all;
    private readonly SearchValues<string> _ascii;
    private readonly SearchValues<string>? _foreign;
    private readonly char _lowest = char.MaxValue;
    private readonly char _highest;

    /// <summary>Prepares words; none may be empty.</summary>
    public WordSearch(IReadOnlyCollection<string> words)
    {
        var foreign = words.Where(static word => !word.All(char.IsAscii)).ToArray();
        _words = [.. words];
        _all = SearchValues.Create([.. words], StringComparison.OrdinalIgnoreCase);
        _ascii = foreign.Length == 0 ? _all : SearchValues.Create([.. words.Except(foreign)], StringComparison.OrdinalIgnoreCase);
        _foreign = foreign.Length == 0 ? null : SearchValues.Create(foreign, StringComparison.OrdinalIgnoreCase);
        foreach (var character in foreign.SelectMany(static word => word.ToLowerInvariant() + word.ToUpperInvariant()).Where(static character => !char.IsAscii(character)))
        {
            _lowest = character < _lowest ? character : _lowest;
            _highest = character > _highest ? character : _highest;
        }
    }

    /// <summary>The search for the words of a list that is kept, such as one of the pack; made once.</summary>
    public static WordSearch For(ImmutableArray<string> words) =>
        Known.GetValue(ImmutableCollectionsMarshal.AsArray(words) ?? [], static list => new WordSearch(list));

    /// <summary>Whether one of the words stands in a text.</summary>
    public bool OccursIn(ReadOnlySpan<char> text) =>
        text.ContainsAny(_ascii) || (_foreign is not null && text.ContainsAnyInRange(_lowest, _highest) && text.ContainsAny(_foreign));

    /// <summary>Those of the words that stand in a text, also within others.</summary>
    public IReadOnlyCollection<string> FoundIn(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var search = In(text);
        for (var index = text.AsSpan().IndexOfAny(search); index >= 0; index = text.AsSpan(index + 1).IndexOfAny(search) is var next and >= 0 ? index + 1 + next : -1)
        {
            foreach (var word in _words)
            {
                if (string.Compare(text, index, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
                {
                    found.Add(word);
                }
            }
        }

        return found;
    }

    /// <summary>What to search a text with, again and again.</summary>
    public SearchValues<string> In(ReadOnlySpan<char> text) => _foreign is not null && text.ContainsAnyInRange(_lowest, _highest) ? _all : _ascii;
}
