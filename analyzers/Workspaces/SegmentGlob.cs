using System.Buffers;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>Matches one segment of a path with the wildcards of git: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!x]</c>, <c>[[:digit:]]</c> and backslash.</summary>
internal static class SegmentGlob
{
    private static readonly SearchValues<char> _special = SearchValues.Create("*?[\\");

    /// <summary>Whether a name matches a pattern. A pattern that is broken matches nothing.</summary>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        if (!pattern.ContainsAny(_special))
        {
            return pattern.SequenceEqual(name);
        }

        var (at, index) = (0, 0);
        var (star, starIndex) = (-1, 0);
        while (index < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, starIndex) = (at++, index);
            }
            else if (at < pattern.Length && MatchOne(pattern[at..], name[index]) is var length and > 0)
            {
                (at, index) = (at + length, index + 1);
            }
            else if (star >= 0)
            {
                (at, index) = (star + 1, ++starIndex);
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].TrimStart('*').IsEmpty;
    }

    /// <summary>How many units of the pattern match the character; 0 when it does not match.</summary>
    private static int MatchOne(ReadOnlySpan<char> pattern, char character) => pattern[0] switch
    {
        '?' => 1,
        '\\' => pattern.Length > 1 && pattern[1] == character ? 2 : 0,
        '[' => MatchSet(pattern, character),
        var literal => literal == character ? 1 : 0,
    };

    private static int MatchSet(ReadOnlySpan<char> pattern, char character)
    {
        var at = 1;
        var isNegated = at < pattern.Length && pattern[at] is '!' or '^';
        at += isNegated ? 1 : 0;
        var first = at;
        var isMatch = false;
        while (at < pattern.Length && (pattern[at] != ']' || at == first))
        {
            if (pattern[at..].StartsWith("[:") && pattern[at..].IndexOf(":]") is var end and > 0)
            {
                isMatch |= IsInClass(pattern.Slice(at + 2, end - 2), character);
                at += end + 2;
                continue;
            }

            var low = Literal(pattern, ref at);
            var high = low;
            if (at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']')
            {
                at++;
                high = Literal(pattern, ref at);
            }

            isMatch |= character >= low && character <= high;
        }

        return at < pattern.Length && isMatch != isNegated ? at + 1 : 0;
    }

    private static char Literal(ReadOnlySpan<char> pattern, ref int at)
    {
        if (pattern[at] == '\\' && at + 1 < pattern.Length)
        {
            at++;
        }

        return pattern[at++];
    }

    private static bool IsInClass(ReadOnlySpan<char> name, char character) => name switch
    {
        "alnum" => char.IsAsciiLetterOrDigit(character),
        "alpha" => char.IsAsciiLetter(character),
        "blank" => character is ' ' or '\t',
        "cntrl" => char.IsControl(character),
        "digit" => char.IsAsciiDigit(character),
        "graph" => character is > ' ' and < '\x7f',
        "lower" => char.IsAsciiLetterLower(character),
        "print" => character is >= ' ' and < '\x7f',
        "punct" => character < 128 && (char.IsPunctuation(character) || char.IsSymbol(character)),
        "space" => char.IsWhiteSpace(character),
        "upper" => char.IsAsciiLetterUpper(character),
        "xdigit" => char.IsAsciiHexDigit(character),
        _ => false,
    };
}
