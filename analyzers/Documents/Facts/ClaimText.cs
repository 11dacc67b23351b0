using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Tells what a piece of text claims (catalogue 1.9): nothing where it is negated, struck out or about another level.</summary>
internal sealed class ClaimText
{
    // "Metrics and tracing": what may stand between two features of a list.
    private const int LongestConnective = 5;

    private readonly BoundDocument _document;
    private readonly int _level;
    private readonly bool?[] _isSilent;

    public ClaimText(BoundDocument document, int level)
    {
        _document = document;
        _level = level;
        _isSilent = new bool?[document.Outline.Sections.Length];
    }

    private NegativeScopeMatcher Scope => _document.Definition.NegativeScope;

    /// <summary>Whether a section claims nothing: its heading, or one above it, opens a negative scope or names another level.</summary>
    public bool IsSilent(int section)
    {
        if (section <= 0)
        {
            return false;
        }

        var sections = _document.Outline.Sections;
        return _isSilent[section] ??= IsSilent(sections[section].Parent) || (sections[section].Level > 1 && IsSilentHeading(sections[section]));
    }

    /// <summary>Whether a text mentions levels, but not the document's.</summary>
    public bool SpeaksOfOthers(string text) => _document.Definition.LevelMentions.SpeaksOfOthers(text, _level);

    /// <summary>Whether a line starts with a mark that negates it.</summary>
    public bool HasNegativeMark(string text) => Scope.HasNegativeMark(text);

    /// <summary>Whether what stands at a place is negated.</summary>
    public bool IsNegated(string text, int start, int length) => Scope.IsNegated(text, start, length);

    /// <summary>The features of a list, in which any of their names means them when an entry starts with it.</summary>
    public IEnumerable<FeatureMention> InList(string raw)
    {
        var previous = -LongestConnective;
        foreach (var mention in Scope.HasNegativeMark(raw) ? [] : _document.Definition.Features.FindAll(raw))
        {
            if ((!mention.IsGeneric || StartsEntry(raw, mention.Start, previous)) && !Scope.IsNegated(raw, mention.Start, mention.Length) && !Scope.HoldsNegativeMark(Entry(raw, mention)))
            {
                yield return mention;
            }

            previous = mention.Start + mention.Length;
        }
    }

    /// <summary>The features of a sentence, in which only a distinctive name means one.</summary>
    public IEnumerable<FeatureMention> InProse(string raw)
    {
        foreach (var mention in Scope.HasNegativeMark(raw) ? [] : _document.Definition.Features.FindAll(raw))
        {
            if (!mention.IsGeneric && !Scope.IsNegated(raw, mention.Start, mention.Length))
            {
                yield return mention;
            }
        }
    }

    // A heading of the level's own features may say so: only other levels' features are silent.
    private bool IsSilentHeading(Section section) => Scope.IsNegativeHeading(section.Key) || SpeaksOfOthers(section.Title);

    private static bool StartsEntry(string raw, int start, int previous)
    {
        if (start - previous <= LongestConnective)
        {
            return true;
        }

        for (var index = start - 1; index >= 0 && !IsSeparator(raw[index]); index--)
        {
            if (char.IsLetterOrDigit(raw[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Entry(string raw, FeatureMention mention)
    {
        var start = mention.Start;
        while (start > 0 && !IsSeparator(raw[start - 1]))
        {
            start--;
        }

        var end = mention.Start + mention.Length;
        while (end < raw.Length && !IsSeparator(raw[end]))
        {
            end++;
        }

        return raw[start..end];
    }

    private static bool IsSeparator(char character) => character is ',' or ';' or '+' or '&' or '/' or '|' or '(' or ')' or ':' or '\n' or '>' or '–' or '—';
}
