using System.Collections.Immutable;
using System.Globalization;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>
/// Reads from a pattern which words a text must hold to match it: one of several, since a pattern has alternatives. Nearly all texts hold none,
/// and looking for words is many times faster than asking the pattern.
/// </summary>
internal ref struct PatternLiterals
{
    private readonly ReadOnlySpan<char> _pattern;
    private int _index;
    private bool _isBeyond;

    private PatternLiterals(ReadOnlySpan<char> pattern) => _pattern = pattern;

    /// <summary>The words in lower case of which every text that matches holds one; empty when none are certain.</summary>
    public static ImmutableArray<string> Of(string pattern)
    {
        var reader = new PatternLiterals(pattern);
        var literals = reader.Alternatives();
        return reader._isBeyond || reader._index < pattern.Length || literals is null ? [] : [.. literals.Distinct(StringComparer.Ordinal)];
    }

    // One of the words of each alternative; null when an alternative needs none.
    private List<string>? Alternatives()
    {
        var (all, isCertain) = (new List<string>(), true);
        do
        {
            var needed = Sequence();
            isCertain &= needed is not null;
            all.AddRange(needed ?? []);
        }
        while (Take('|'));

        return isCertain ? all : null;
    }

    // Everything in a sequence is needed, so its most telling part stands for it.
    private List<string>? Sequence()
    {
        List<string>? best = null;
        var run = new List<char>();
        while (!_isBeyond && _index < _pattern.Length && _pattern[_index] is not ('|' or ')'))
        {
            if (_pattern[_index] == '(')
            {
                best = Better(best, Ended(run));
                var group = Group();
                best = TakeQuantifier() is null or > 0 ? Better(best, group) : best;
            }
            else if (Character() is { } character)
            {
                var minimum = TakeQuantifier();
                if (minimum is null or > 0)
                {
                    run.Add(char.ToLowerInvariant(character));
                }

                // What is repeated may stand between it and the next.
                best = minimum is null ? best : Better(best, Ended(run));
            }
            else
            {
                best = Better(best, Ended(run));
                TakeQuantifier();
            }
        }

        return Better(best, Ended(run));
    }

    private List<string>? Group()
    {
        _index++;
        var isAround = false;
        if (Take('?'))
        {
            var close = _pattern[_index..].IndexOf('>');
            if (_pattern[_index..] is ['=' or '!', ..] or ['<', '=' or '!', ..])
            {
                isAround = true;
                _index += _pattern[_index] == '<' ? 2 : 1;
            }
            else if (_pattern[_index..] is ['<', ..] && close > 0)
            {
                _index += close + 1;
            }
            else if (!Take(':') && !Take('>'))
            {
                _isBeyond = true;
                return null;
            }
        }

        var literals = Alternatives();
        _isBeyond |= !Take(')');
        return isAround ? null : literals;
    }

    // The character that stands for itself; null for a class, an anchor and whatever else fits several or none.
    private char? Character()
    {
        var character = _pattern[_index++];
        switch (character)
        {
            case '[':
                SkipClass();
                return null;
            case '\\':
                return Escaped();
            case '.' or '^' or '$':
                return null;
            default:
                return character;
        }
    }

    private char? Escaped()
    {
        if (_index >= _pattern.Length)
        {
            _isBeyond = true;
            return null;
        }

        var character = _pattern[_index++];
        switch (character)
        {
            case 'p' or 'P' or 'k' when _pattern[_index..] is ['{' or '<', ..] && _pattern[_index..].IndexOfAny('}', '>') is > 0 and var close:
                _index += close + 1;
                return null;
            case 'u' when HexadecimalAt(_index, 4) is { } code:
                _index += 4;
                return code;
            case 'x' when HexadecimalAt(_index, 2) is { } code:
                _index += 2;
                return code;
            case 'b' or 'B' or 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 'A' or 'Z' or 'z' or 'G' or 't' or 'r' or 'n':
                return null;
            default:
                // References to groups, control characters and the like are not needed by any pack.
                _isBeyond |= char.IsLetterOrDigit(character);
                return character;
        }
    }

    private readonly char? HexadecimalAt(int index, int length) =>
        index + length <= _pattern.Length && ushort.TryParse(_pattern.Slice(index, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? (char)code : null;

    // A closing bracket right at the start belongs to the class.
    private void SkipClass()
    {
        _index += _pattern[_index..] is ['^', ..] ? 2 : 1;
        while (_index < _pattern.Length && _pattern[_index] != ']')
        {
            _index += _pattern[_index] == '\\' ? 2 : 1;
        }

        _isBeyond |= _index >= _pattern.Length;
        _index++;
    }

    // How often what stands before must occur at least; null when there is no quantifier.
    private int? TakeQuantifier()
    {
        int? minimum = null;
        if (Take('?') || Take('*'))
        {
            minimum = 0;
        }
        else if (Take('+'))
        {
            minimum = 1;
        }
        else if (_index + 1 < _pattern.Length && _pattern[_index] == '{' && char.IsAsciiDigit(_pattern[_index + 1]) && _pattern[_index..].IndexOf('}') is > 0 and var close)
        {
            minimum = _pattern[_index + 1] == '0' ? 0 : 1;
            _index += close + 1;
        }

        // Lazy and possessive forms need the same.
        _ = minimum is not null && Take('?');
        return minimum;
    }

    private bool Take(char character)
    {
        if (_index >= _pattern.Length || _pattern[_index] != character)
        {
            return false;
        }

        _index++;
        return true;
    }

    private static List<string>? Ended(List<char> run)
    {
        var literal = run.Count == 0 ? null : new List<string> { new([.. run]) };
        run.Clear();
        return literal;
    }

    // Long words are rare; of two choices the one whose shortest word is longer.
    private static List<string>? Better(List<string>? left, List<string>? right) =>
        left is null || (right is not null && Shortest(right) > Shortest(left)) ? right : left;

    private static int Shortest(List<string> literals) => literals.Min(static literal => literal.Length);
}
