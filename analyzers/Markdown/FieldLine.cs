using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>A name and a value read from a line.</summary>
/// <param name="Name">The name without emphasis and colon.</param>
/// <param name="Value">The trimmed value; the empty span where it belongs when there is none.</param>
/// <param name="HasColon">Whether a colon follows the name; only a bold label may do without.</param>
internal readonly record struct FieldLine(TextSpan Name, TextSpan Value, bool HasColon)
{
    private const int MaximumBoldName = 120;
    private const int MaximumPlainName = 60;
    private const int MaximumRemark = 400;
    private const int MaximumDecoration = 8;

    /// <summary>Reads <c>**Name**: value</c> with the colon outside or inside the bold, or a bold label that fills the line.</summary>
    public static FieldLine? ReadBold(string text, int start, int end)
    {
        var open = BoldStart(text, start, end);
        if (open < 0)
        {
            return null;
        }

        var marker = TextScan.RunLength(text, open, end);
        var inner = open + marker;
        if (marker > 3 || inner >= end || char.IsWhiteSpace(text[inner]))
        {
            return null;
        }

        var length = text.AsSpan(inner, Math.Min(end - inner, MaximumBoldName + 4)).IndexOf(text.AsSpan(open, marker));
        if (length <= 0)
        {
            return null;
        }

        var name = WithoutColon(text, inner, inner + length, out var hasColon);
        var rest = inner + length + marker;
        if (name.Length > MaximumBoldName || !HasLetterOrDigit(text, name))
        {
            return null;
        }

        // "**Name** (unit): value" and "**Name (unit):** value" say the same.
        var after = SkipParenthesis(text, TextScan.SkipBlanks(text, rest, end), end);
        if (!hasColon && after < end && text[after] is ':' or '：')
        {
            hasColon = true;
            rest = after + 1;
        }

        if (!hasColon)
        {
            return after == end ? new FieldLine(name, new TextSpan(end, 0), HasColon: false) : null;
        }

        return new FieldLine(name, ValueSpan(text, rest, end), HasColon: true);
    }

    /// <summary>Reads <c>Name: value</c> where the name looks like one and not like the beginning of a sentence, an address or a time.</summary>
    public static FieldLine? ReadPlain(string text, int start, int end)
    {
        var colon = PlainColon(text, start, end);
        if (colon < 0 || (text[colon] == ':' && colon + 1 < end && text[colon + 1] is not (' ' or '\t')))
        {
            return null;
        }

        var name = WithoutEmphasis(text, TextScan.Trimmed(text, start, colon));
        return HasLetter(text, name) ? new FieldLine(name, ValueSpan(text, colon + 1, end), HasColon: true) : null;
    }

    /// <summary>Reads the name cell of a two-column table; null when it names nothing.</summary>
    public static TextSpan? ReadCellName(string text, TextSpan cell)
    {
        var name = WithoutEmphasis(text, cell);
        name = WithoutEmphasis(text, WithoutColon(text, name.Start, name.End, out _));
        return HasLetterOrDigit(text, name) ? name : null;
    }

    /// <summary>Cuts a value before the next bold field on the same line, which a pipe or a dot separates; null when there is none.</summary>
    public static FieldLine? SplitValue(string text, TextSpan whole, out TextSpan value)
    {
        var at = whole.Start;
        while (text.AsSpan(at, whole.End - at).IndexOfAny('|', '·', '•') is >= 0 and var found)
        {
            var separator = at + found;
            at = separator + 1;
            var next = TextScan.SkipBlanks(text, at, whole.End);
            if (ReadBold(text, next, whole.End) is { HasColon: true } field)
            {
                value = TextScan.Trimmed(text, whole.Start, separator);
                return field;
            }
        }

        value = whole;
        return null;
    }

    // Where the bold starts that opens the line, an emoji or another sign before it allowed; -1 when the line does not open so.
    private static int BoldStart(string text, int start, int end)
    {
        var limit = Math.Min(end - 1, start + MaximumDecoration);
        for (var at = start; at < limit; at++)
        {
            var character = text[at];
            if (character is '*' or '_' && text[at + 1] == character)
            {
                return at;
            }

            if (character is '|' or '`' or '[' or '<' or '(' or '"' or '*' or '_' or '\\' || char.IsLetterOrDigit(character))
            {
                return -1;
            }
        }

        return -1;
    }

    private static TextSpan WithoutColon(string text, int start, int end, out bool hasColon)
    {
        var trimmed = TextScan.Trimmed(text, start, end);
        end = trimmed.End;
        hasColon = false;
        while (end > trimmed.Start && text[end - 1] is ':' or '：')
        {
            end--;
            hasColon = true;
        }

        return TextSpan.FromBounds(trimmed.Start, TextScan.TrimEnd(text, trimmed.Start, end));
    }

    private static TextSpan WithoutEmphasis(string text, TextSpan span)
    {
        while (span.Length > 2 && text[span.Start] is '*' or '_' && text[span.End - 1] == text[span.Start])
        {
            span = TextSpan.FromBounds(span.Start + 1, span.End - 1);
        }

        return span;
    }

    private static int SkipParenthesis(string text, int start, int end)
    {
        if (start >= end || text[start] != '(')
        {
            return start;
        }

        var close = text.AsSpan(start, end - start).IndexOf(')');
        return close < 0 ? start : TextScan.SkipBlanks(text, start + close + 1, end);
    }

    // A backslash at the end of a line is a hard break and not part of the value.
    private static TextSpan ValueSpan(string text, int start, int end)
    {
        end = TextScan.TrimEnd(text, start, end);
        if (end - start >= 1 && text[end - 1] == '\\' && (end - start < 2 || text[end - 2] != '\\'))
        {
            end = TextScan.TrimEnd(text, start, end - 1);
        }

        var value = TextScan.Trimmed(text, start, end);
        return value.IsEmpty ? new TextSpan(end, 0) : value;
    }

    // The colon behind a name; -1 when sentences, unbalanced quotes, brackets or code before it say that it belongs to something else. What
    // stands in parentheses is a remark: it may be long and hold anything.
    private static int PlainColon(string text, int start, int end)
    {
        var depth = 0;
        var length = 0;
        var ticks = 0;
        var quotes = 0;
        var stars = 0;
        var limit = Math.Min(end, start + MaximumPlainName + MaximumRemark);
        for (var index = start; index < limit && length <= MaximumPlainName; index++)
        {
            var character = text[index];
            depth += character switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (depth < 0)
            {
                return -1;
            }

            if (depth > 0 || character is ')' or ']')
            {
                continue;
            }

            length++;
            switch (character)
            {
                case ':' or '：':
                    return index > start && ticks % 2 == 0 && quotes % 2 == 0 && stars % 2 == 0 ? index : -1;
                case '.' or '!' or '?' or ';' or ',' when index + 1 == end || char.IsWhiteSpace(text[index + 1]):
                case '|':
                    return -1;
                case '`':
                    ticks++;
                    break;
                case '"':
                    quotes++;
                    break;
                case '*':
                    stars++;
                    break;
            }
        }

        return -1;
    }

    private static bool HasLetter(string text, TextSpan span)
    {
        foreach (var character in text.AsSpan(span.Start, span.Length))
        {
            if (char.IsLetter(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLetterOrDigit(string text, TextSpan span)
    {
        foreach (var character in text.AsSpan(span.Start, span.Length))
        {
            if (char.IsLetterOrDigit(character))
            {
                return true;
            }
        }

        return false;
    }
}
