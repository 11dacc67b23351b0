using System.Globalization;
using System.Text;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>Text from documents made fit for terminals.</summary>
internal static class Printable
{
    /// <summary>
    /// The text with control characters replaced by their pictures, so that a document cannot steer the terminal that shows it, and with
    /// tabs as four blanks.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\t' => result.Append(' ', TabWidth),
                < ' ' => result.Append((char)('\u2400' + character)),
                '\u007F' => result.Append('\u2421'),
                _ when IsUnsafe(character) => result.Append('\uFFFD'),
                _ => result.Append(character),
            };
        }

        return result.ToString();
    }

    /// <summary>How many cells a terminal needs for a text that is printed with <see cref="Of"/>.</summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
        }

        return width;
    }

    /// <summary>How many cells a terminal needs for a character: 0, 1 or 2 (4 for a tab).</summary>
    public static int Width(Rune rune)
    {
        if (rune.Value < 0x300)
        {
            return rune.Value == '\t' ? TabWidth : 1;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ => IsWide(rune.Value) ? 2 : 1,
        };
    }

    private const int TabWidth = 4;

    // C1 controls, line and paragraph separators, and the marks that turn the direction of writing round.
    private static bool IsUnsafe(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>East Asian wide and fullwidth blocks, and the emoji that terminals draw wide.</summary>
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x33FF) or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF) or (>= 0xA000 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F)
        or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD)
        or 0x231A or 0x231B or 0x23E9 or 0x2705 or 0x274C or 0x274E or 0x2753 or 0x2757 or 0x2795 or 0x27B0 or 0x2B50 or 0x2B55;
}
