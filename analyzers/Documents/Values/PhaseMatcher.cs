using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Tells by its words which of the workflow's phases a heading of a plan is about (C-41).</summary>
/// <param name="phases">The phases of a definition.</param>
internal sealed class PhaseMatcher(ImmutableArray<Phase> phases)
{
    private const int ShortestStem = 5;
    private const int LongestCase = 3;

    private readonly ImmutableArray<(Phase Phase, ImmutableArray<string> Words)> _phases =
        [.. phases.Select(static phase => (phase, phase.Keywords.Concat(phase.Aliases).Append(phase.Name).Select(Words.Fold).ToImmutableArray()))];

    /// <summary>The phases that a title names, in the order of the definition, each with where its first word stands.</summary>
    public IReadOnlyList<(Phase Phase, int Start)> Named(string title)
    {
        var folded = Words.Fold(title);
        var named = new List<(Phase, int)>();
        foreach (var (phase, words) in _phases)
        {
            var first = -1;
            foreach (var word in words)
            {
                var index = IndexOfWord(folded, word);
                first = index >= 0 && (first < 0 || index < first) ? index : first;
            }

            if (first >= 0)
            {
                named.Add((phase, first));
            }
        }

        return named;
    }

    // The beginning of a word: "worker" stands for "workers" as well. Short words begin many others ("bot" and "bottleneck"), and stand for their
    // plural and, in languages with cases, their forms.
    private static bool IsFormOf(string word, ReadOnlySpan<char> rest)
    {
        if (word.Length >= ShortestStem)
        {
            return true;
        }

        var end = 0;
        while (end < rest.Length && char.IsLetterOrDigit(rest[end]))
        {
            end++;
        }

        return char.IsAscii(word[^1]) ? end == 0 || rest[..end] is "s" : end <= LongestCase;
    }

    private static int IndexOfWord(string folded, string word)
    {
        for (var index = folded.IndexOf(word, StringComparison.Ordinal); index >= 0; index = folded.IndexOf(word, index + 1, StringComparison.Ordinal))
        {
            if ((index == 0 || !char.IsLetterOrDigit(folded[index - 1])) && IsFormOf(word, folded.AsSpan(index + word.Length)))
            {
                return index;
            }
        }

        return -1;
    }
}
