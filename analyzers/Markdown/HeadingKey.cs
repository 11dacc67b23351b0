using System.Globalization;
using System.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Normalises headings, field names and column headers, so that spellings of the same name compare equal (catalogue 1.3).</summary>
public static class HeadingKey
{
    // Words that number a heading. They say nothing of its meaning, in any framework; names that do ("Phase 1") are kept.
    private static readonly string[] NumberedParts = ["part", "section", "раздел"];

    // Leading characters that may belong to a name, unlike bullets, emoji and other decoration.
    private const string NameOpeners = "./@$%&([{<\"'~_";

    private const int StackLimit = 256;
    private const int VariationSelector = 0xFE0F;

    /// <summary>
    /// The comparable form: without markup, leading emoji and symbols, numbering, <c>Part n:</c>, trailing parenthesis and colon; lower case,
    /// "and" for an ampersand, е for ё, single spaces. A step that would leave nothing is not taken.
    /// </summary>
    public static string Normalize(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var plain = PlainText.Of(text);

        // An ampersand becomes a word of three letters and a blank.
        var capacity = plain.Contains('&') ? plain.Length * 5 : plain.Length;
        var buffer = capacity <= StackLimit ? stackalloc char[StackLimit] : new char[capacity];
        ReadOnlySpan<char> name = buffer[..Fold(plain, buffer)];
        while (true)
        {
            var bare = WithoutSymbols(name);
            if (bare.IsEmpty)
            {
                break;
            }

            name = bare;
            var shorter = WithoutNumbering(name);
            if (shorter.Length == name.Length || WithoutSymbols(shorter).IsEmpty)
            {
                break;
            }

            name = shorter;
        }

        var key = WithoutTail(name);
        return key.SequenceEqual(text) ? text : key.ToString();
    }

    // Writes the folded text and returns its length.
    private static int Fold(string text, Span<char> buffer)
    {
        var length = 0;
        var blank = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                blank = true;
                continue;
            }

            if ((blank || character == '&') && length > 0)
            {
                buffer[length++] = ' ';
            }

            blank = character == '&';
            if (blank)
            {
                "and".CopyTo(buffer[length..]);
                length += 3;
                continue;
            }

            var lower = char.ToLowerInvariant(character);
            buffer[length++] = lower == 'ё' ? 'е' : lower;
        }

        return length;
    }

    private static ReadOnlySpan<char> WithoutSymbols(ReadOnlySpan<char> name)
    {
        while (!name.IsEmpty)
        {
            if (KeycapLength(name) is > 0 and var keycap)
            {
                name = name[keycap..];
                continue;
            }

            Rune.DecodeFromUtf16(name, out var rune, out var length);
            if (Rune.IsLetterOrDigit(rune) || (rune.IsAscii && NameOpeners.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                break;
            }

            name = name[length..];
        }

        return name;
    }

    // A digit or sign drawn as a key: the character, an optional variation selector and U+20E3.
    private static int KeycapLength(ReadOnlySpan<char> name) => name switch
    {
        [_, '\u20E3', ..] => 2,
        [_, '\uFE0F', '\u20E3', ..] => 3,
        _ => 0,
    };

    private static ReadOnlySpan<char> WithoutNumbering(ReadOnlySpan<char> name)
    {
        foreach (var part in NumberedParts)
        {
            if (name.StartsWith(part, StringComparison.Ordinal) && name.Length > part.Length && name[part.Length] == ' ')
            {
                var rest = name[(part.Length + 1)..];
                var number = NumberLength(rest);
                number = number == 0 ? RomanLength(rest) : number;
                if (number > 0 && (number == rest.Length || rest[number] is ' ' or ':' or '.' or ')' or '-' or '–' or '—'))
                {
                    return rest[number..].TrimStart(" :.)-–—");
                }
            }
        }

        var digits = NumberLength(name);
        if (digits > 0)
        {
            var dotted = name[..digits].Contains('.');
            var after = name[digits..];
            return after switch
            {
                ['.' or ')', ' ', .. var rest] => rest,
                [' ', .. var rest] when dotted => rest,
                _ => name,
            };
        }

        var roman = RomanLength(name);
        return roman > 0 && name[roman..] is ['.' or ')', ' ', .. var tail] ? tail : name;
    }

    // The length of "12" or "2.3.1" at the start, without a final dot.
    private static int NumberLength(ReadOnlySpan<char> name)
    {
        var length = 0;
        while (length < name.Length && (char.IsAsciiDigit(name[length]) || (name[length] == '.' && length > 0 && length + 1 < name.Length && char.IsAsciiDigit(name[length + 1]))))
        {
            length++;
        }

        return length;
    }

    private static int RomanLength(ReadOnlySpan<char> name)
    {
        var length = 0;
        while (length < name.Length && name[length] is 'i' or 'v' or 'x' or 'l' or 'c' or 'd' or 'm')
        {
            length++;
        }

        return length <= 8 ? length : 0;
    }

    private static ReadOnlySpan<char> WithoutTail(ReadOnlySpan<char> name)
    {
        while (true)
        {
            var shorter = WithoutClosingMarker(WithoutTrailingSymbols(name.TrimEnd(" :：")));
            if (shorter is [.., ')'])
            {
                shorter = WithoutParenthesis(shorter);
            }

            if (shorter.IsEmpty || shorter.Length == name.Length)
            {
                return name;
            }

            name = shorter;
        }
    }

    private static ReadOnlySpan<char> WithoutTrailingSymbols(ReadOnlySpan<char> name)
    {
        while (!name.IsEmpty)
        {
            Rune.DecodeLastFromUtf16(name, out var rune, out var length);
            if (rune.Value != VariationSelector && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherSymbol or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
            {
                break;
            }

            name = name[..^length];
        }

        return name;
    }

    // "## Heading ##" closes with markers; "C#" does not.
    private static ReadOnlySpan<char> WithoutClosingMarker(ReadOnlySpan<char> name) =>
        name.TrimEnd('#') is [.., ' '] shorter ? shorter.TrimEnd(' ') : name;

    private static ReadOnlySpan<char> WithoutParenthesis(ReadOnlySpan<char> name)
    {
        var depth = 0;
        for (var index = name.Length - 1; index >= 0; index--)
        {
            if (name[index] == ')')
            {
                depth++;
            }
            else if (name[index] == '(' && --depth == 0)
            {
                return name[..index].TrimEnd(' ');
            }
        }

        return name;
    }
}
