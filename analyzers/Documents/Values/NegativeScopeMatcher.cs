using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Tells where a document claims nothing: what it skips, excludes, weighs or forbids (catalogue 1.9).</summary>
public sealed class NegativeScopeMatcher
{
    private static readonly char[] ClauseEnds = [',', ';', '.', ':', '(', ')', '\n', '—', '–'];
    private readonly ImmutableArray<string> _headings;
    private readonly ImmutableArray<string> _words;
    private readonly ImmutableArray<string> _marks;

    /// <summary>Prepares a definition's words.</summary>
    public NegativeScopeMatcher(NegativeScope scope)
    {
        _headings = [.. scope.Headings.Select(Words.Fold)];
        _words = [.. scope.Words.Select(Words.Fold).Where(static word => word.Length > 0)];
        _marks = scope.Marks;
    }

    /// <summary>Whether a heading or label opens a negative scope.</summary>
    public bool IsNegativeHeading(string key)
    {
        var folded = Words.Fold(key);
        return _headings.Any(heading => Words.IndexOfPhrase(folded, heading) >= 0);
    }

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

    /// <summary>Whether a word before the offset negates what stands there, in the same clause.</summary>
    public bool IsNegatedAt(string text, int offset)
    {
        var start = text.LastIndexOfAny(ClauseEnds, Math.Max(0, offset - 1)) + 1;
        var clause = Words.Fold(text[Math.Min(start, offset)..offset]);
        return clause.Length > 0 && _words.Any(word => Words.IndexOfPhrase(clause, word) >= 0);
    }
}
