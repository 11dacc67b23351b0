using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Searches whole texts for any of some words at once, whatever their case; word boundaries are for the caller to check.</summary>
internal static class WordSearch
{
    // Making a search costs more than searching a document; the lists of a pack are asked for again with every document.
    private static readonly ConditionalWeakTable<string[], SearchValues<string>> Known = [];

    /// <summary>The search for the words of a list that is kept, such as one of the pack; made once.</summary>
    public static SearchValues<string> For(ImmutableArray<string> words) =>
        Known.GetValue(ImmutableCollectionsMarshal.AsArray(words) ?? [], static list => SearchValues.Create(list, StringComparison.OrdinalIgnoreCase));
}
