using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>
/// A regular expression of a pack, with the limits that foreign patterns need: one that exceeds its time limit matches nothing. Texts that
/// cannot match are told by their words, without asking the expression.
/// </summary>
public sealed class TextPattern
{
    private static readonly ConcurrentDictionary<string, TextPattern> Known = new(StringComparer.Ordinal);

    private readonly Regex _regex;
    private readonly WordSearch? _needed;

    private TextPattern(string pattern, Regex regex)
    {
        _regex = regex;
        _needed = PatternLiterals.Of(pattern) is { IsEmpty: false } literals ? new WordSearch(literals) : null;
    }

    /// <summary>The pattern, made once. Throws <see cref="RegexParseException"/> when it is not valid, which reading a pack has ruled out.</summary>
    public static TextPattern Get(string pattern) => Known.GetOrAdd(pattern, static text => new TextPattern(text, PackPattern.Compile(text)));

    /// <summary>A pattern in which case matters, made anew.</summary>
    public static TextPattern Exactly(string pattern) => new(pattern, PackPattern.Compile(pattern, RegexOptions.None));

    /// <summary>One pattern that matches where any of the patterns matches; null for none.</summary>
    public static TextPattern? Any(ImmutableArray<string> patterns) =>
        patterns.IsDefaultOrEmpty ? null : Get(string.Join('|', patterns.Select(static pattern => $"(?:{pattern})")));

    /// <summary>Whether the pattern occurs in a text.</summary>
    public bool Fits(string text)
    {
        try
        {
            return MayFit(text) && _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>The first match, or null.</summary>
    public Match? FirstMatch(string text)
    {
        try
        {
            return MayFit(text) && _regex.Match(text) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Every match in order; those found before the time limit when it is exceeded.</summary>
    public ImmutableArray<Match> Matches(string text)
    {
        var matches = ImmutableArray.CreateBuilder<Match>();
        try
        {
            for (var match = MayFit(text) ? _regex.Match(text) : Match.Empty; match.Success; match = match.NextMatch())
            {
                matches.Add(match);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // What was found is right; a pattern of a user's pack that runs away must not cost the rest.
        }

        return matches.ToImmutable();
    }

    private bool MayFit(string text) => _needed?.OccursIn(text) != false;
}
