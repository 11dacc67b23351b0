using System.Buffers;
using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>
/// What every text begins with that fits one of some anchored patterns. Nearly all cells of a document are told apart from placeholders by
/// their first characters, which is far cheaper than asking the patterns.
/// </summary>
internal sealed class PatternPrefixes
{
    private readonly ImmutableArray<string> _prefixes;
    private readonly SearchValues<char>? _first;

    /// <summary>Reads the patterns; one that does not begin with an anchor and a literal lets every text pass.</summary>
    public PatternPrefixes(ImmutableArray<string> patterns)
    {
        var prefixes = new List<string>();
        foreach (var pattern in patterns)
        {
            if (!pattern.StartsWith('^') || !Collect(pattern.AsSpan(1), prefixes))
            {
                return;
            }
        }

        _prefixes = [.. prefixes.Distinct(StringComparer.OrdinalIgnoreCase)];
        _first = SearchValues.Create([.. _prefixes.SelectMany(static prefix => new[] { char.ToLowerInvariant(prefix[0]), char.ToUpperInvariant(prefix[0]) })]);
    }

    /// <summary>Whether a text may fit: false only when it certainly does not.</summary>
    public bool MayFit(string text)
    {
        if (_first is null)
        {
            return true;
        }

        if (text.Length == 0 || !_first.Contains(text[0]))
        {
            return false;
        }

        foreach (var prefix in _prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text may fit that begins with a character: false only when it certainly does not.</summary>
    public bool MayBegin(char first) => _first?.Contains(first) != false;

    private static bool Collect(ReadOnlySpan<char> pattern, List<string> prefixes)
    {
        if (pattern is not ['(', ..] || pattern is ['(', '?', ..])
        {
            return Add(pattern, prefixes);
        }

        // A group at the start: one prefix for each alternative. A group inside it, or one that may be left out, is beyond this reader.
        var close = pattern.IndexOf(')');
        while (close > 0 && pattern[close - 1] == '\\')
        {
            var next = pattern[(close + 1)..].IndexOf(')');
            close = next < 0 ? -1 : close + 1 + next;
        }

        if (close < 0 || pattern[1..close].Contains('(') || (close + 1 < pattern.Length && pattern[close + 1] is '?' or '*' or '{'))
        {
            return false;
        }

        foreach (var alternative in pattern[1..close].ToString().Split('|'))
        {
            if (!Add(alternative, prefixes))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Add(ReadOnlySpan<char> pattern, List<string> prefixes)
    {
        var literal = new List<char>();
        var index = 0;
        while (index < pattern.Length)
        {
            var character = pattern[index];
            if (character == '\\' && index + 1 < pattern.Length && !char.IsLetterOrDigit(pattern[index + 1]))
            {
                literal.Add(pattern[index + 1]);
                index += 2;
                continue;
            }

            if (character is '\\' or '[' or '(' or ')' or '.' or '^' or '$' or '|' or '?' or '*' or '+' or '{')
            {
                break;
            }

            literal.Add(character);
            index++;
        }

        // A quantifier may say that the last character is not needed.
        if (index < pattern.Length && pattern[index] is '?' or '*' or '{' && literal.Count > 0 && !IsAtLeastOne(pattern[index..]))
        {
            literal.RemoveAt(literal.Count - 1);
        }

        // An alternative further on could do without all of it.
        if (literal.Count == 0 || HasTopLevelAlternative(pattern))
        {
            return false;
        }

        prefixes.Add(new string([.. literal]));
        return true;
    }

    private static bool IsAtLeastOne(ReadOnlySpan<char> quantifier) => quantifier is ['{', >= '1' and <= '9', ..];

    private static bool HasTopLevelAlternative(ReadOnlySpan<char> pattern)
    {
        var depth = 0;
        var isClass = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            switch (pattern[index])
            {
                case '\\':
                    index++;
                    break;
                case '[':
                    isClass = true;
                    break;
                case ']':
                    isClass = false;
                    break;
                case '(' when !isClass:
                    depth++;
                    break;
                case ')' when !isClass:
                    depth--;
                    break;
                case '|' when !isClass && depth == 0:
                    return true;
            }
        }

        return false;
    }
}
