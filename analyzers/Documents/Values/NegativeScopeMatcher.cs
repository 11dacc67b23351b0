using System.Buffers;
using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Tells where a document claims nothing: what it skips, excludes, weighs or forbids (catalogue 1.9).</summary>
public sealed class NegativeScopeMatcher
{
    // A clause is a sentence's part; what is further away says nothing about a word, and the limit keeps long lines linear.
    private const int LongestClause = 160;

    // "❌", "rejected in March": a cell with more to say is about something else.
    private const int LongestVerdict = 24;
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;.:()\n—–|");

    private readonly PhraseSet _headings;
    private readonly PhraseSet _words;
    private readonly PhraseSet _trailingWords;
    private readonly ImmutableArray<string> _marks;

    /// <summary>Prepares a definition's words.</summary>
    public NegativeScopeMatcher(NegativeScope scope)
    {
        _headings = new PhraseSet(scope.Headings);
        _words = new PhraseSet(scope.Words);
        _trailingWords = new PhraseSet(scope.TrailingWords);
        _marks = scope.Marks;
    }

    /// <summary>Whether a heading or label opens a negative scope.</summary>
    public bool IsNegativeHeading(string key) => _headings.OccursIn(key);

    /// <summary>Whether a section or one it stands in opens a negative scope.</summary>
    public bool IsNegative(MarkdownOutline outline, int section)
    {
        for (var index = section; index > 0; index = outline.Sections[index].Parent)
        {
            if (outline.Sections[index].Level > 1 && IsNegativeHeading(outline.Sections[index].Key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a line starts with a mark that negates it.</summary>
    public bool HasNegativeMark(string line)
    {
        var text = line.TrimStart(' ', '\t', '-', '*', '+', '>');
        return _marks.Any(mark => text.StartsWith(mark, StringComparison.Ordinal));
    }

    /// <summary>Whether a mark that negates stands anywhere in a text.</summary>
    public bool HoldsNegativeMark(string text) => _marks.Any(mark => text.Contains(mark, StringComparison.Ordinal));

    /// <summary>Whether a cell says nothing but that its row is not taken: "rejected", "❌ out of scope".</summary>
    public bool IsVerdict(string cell) => cell.Length <= LongestVerdict && (HasNegativeMark(cell) || _trailingWords.OccursIn(cell));

    /// <summary>Whether a word before the offset negates what stands there, in the same clause.</summary>
    public bool IsNegatedAt(string text, int offset)
    {
        var start = Math.Max(0, offset - LongestClause);
        var clause = text.AsSpan(start, offset - start);
        var end = clause.LastIndexOfAny(ClauseEnds);
        return _words.OccursIn((end < 0 ? clause : clause[(end + 1)..]).ToString());
    }

    /// <summary>
    /// Whether what stands at a place is negated: by a word before it, by one behind it in the rest of the sentence ("comes later"), or because
    /// the sentence asks.
    /// </summary>
    public bool IsNegated(string text, int start, int length)
    {
        if (IsNegatedAt(text, start))
        {
            return true;
        }

        var end = start + length;
        var rest = text.AsSpan(end, Math.Min(LongestClause, text.Length - end));
        var stop = rest.IndexOfAny(";.\n|");
        rest = stop < 0 ? rest : rest[..stop];
        return rest.Contains('?') || _trailingWords.OccursIn(rest.ToString());
    }
}
