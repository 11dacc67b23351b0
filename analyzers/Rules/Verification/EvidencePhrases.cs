using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>Reads from the evidence of a check whether it found problems.</summary>
/// <param name="problems">Regular expressions of counted problems and failures.</param>
/// <param name="clean">Regular expressions of evidence that nothing was found.</param>
/// <param name="doubts">Regular expressions of what a check may fail for although nothing was found.</param>
/// <param name="ignored">Words beside a count that make it known, old or mended.</param>
/// <param name="openers">Words that a clause begins with when it goes on about the count before it.</param>
internal sealed class EvidencePhrases(ImmutableArray<string> problems, ImmutableArray<string> clean, ImmutableArray<string> doubts, ImmutableArray<string> ignored, ImmutableArray<string> openers)
{
    // "3 failed (all of them pre-existing)": how far a word may stand from the count that it excuses.
    private const int Reach = 40;

    private readonly TextPattern? _problems = TextPattern.Any(problems);
    private readonly TextPattern? _clean = TextPattern.Any(clean);
    private readonly TextPattern? _doubts = TextPattern.Any(doubts);
    private readonly PhraseSet _ignored = PhraseSet.Of(ignored);

    /// <summary>The first problem that counts, as start and length; null when there is none.</summary>
    public (int Start, int Length)? Problem(string text)
    {
        foreach (var match in _problems?.Matches(text) ?? [])
        {
            if (!IsExcused(text, match.Index, match.Index + match.Length))
            {
                return (match.Index, match.Length);
            }
        }

        return null;
    }

    /// <summary>The first phrase that says that nothing was found, as start and length; null when there is none, or the text tells another reason to fail.</summary>
    public (int Start, int Length)? Clean(string text) =>
        _clean?.FirstMatch(text) is { } match && _doubts?.Fits(text) != true ? (match.Index, match.Length) : null;

    private bool IsExcused(string text, int start, int end)
    {
        var before = text.AsSpan(Math.Max(0, start - Reach), Math.Min(start, Reach));
        var clause = before.LastIndexOfAny(",;.");
        var after = text.AsSpan(end, Math.Min(Reach, text.Length - end));
        var stop = after.IndexOfAny(",;.");
        return _ignored.OccursIn((clause < 0 ? before : before[(clause + 1)..]).ToString())
            || _ignored.OccursIn((stop < 0 ? after : after[..stop]).ToString())
            || (stop >= 0 && GoesOn(after[(stop + 1)..]));
    }

    // "3 issues, all fixed": the next clause excuses the count only when it is about it.
    private bool GoesOn(ReadOnlySpan<char> rest)
    {
        var stop = rest.IndexOfAny(",;.");
        var clause = Words.Fold((stop < 0 ? rest : rest[..stop]).ToString());
        return openers.Any(opener => Words.StartsWithPhrase(clause, opener)) && _ignored.OccursInFolded(clause);
    }
}
