using System.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>A one-byte character set that UTF-8 is often taken for, read backwards: character to byte.</summary>
internal sealed class MojibakeCharset
{
    private static readonly Lazy<MojibakeCharset> MacRoman = new(static () => new MojibakeCharset("macintosh", ('€', 0xDB), ('¤', 0xDB), ('Ω', 0xBD), ('\u2126', 0xBD), ('\uF8FF', 0xF0)));
    private static readonly Lazy<MojibakeCharset> Western = new(static () => new MojibakeCharset("windows-1252"));
    private static readonly Lazy<MojibakeCharset> Cyrillic = new(static () => new MojibakeCharset("windows-1251"));

    private readonly Dictionary<char, byte> _bytes = new(256);

    // The extra pairs are characters that vendors put on the same byte at different times.
    private MojibakeCharset(string name, params ReadOnlySpan<(char Character, int Byte)> extras)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        Span<char> character = stackalloc char[1];
        for (var value = 0; value < 256; value++)
        {
            encoding.GetChars([(byte)value], character);
            _bytes.TryAdd(character[0], (byte)value);
        }

        foreach (var extra in extras)
        {
            _bytes.TryAdd(extra.Character, (byte)extra.Byte);
        }
    }

    /// <summary>The character set of a name, or null when it is not one of the known.</summary>
    public static MojibakeCharset? Find(string name) => name.ToLowerInvariant() switch
    {
        "mac-roman" or "macroman" or "macintosh" or "x-mac-roman" => MacRoman.Value,
        "windows-1252" or "cp1252" => Western.Value,
        "windows-1251" or "cp1251" => Cyrillic.Value,
        _ => null,
    };

    /// <summary>One byte for each character, or null when a character is not in the set.</summary>
    public byte[]? Encode(string text)
    {
        var bytes = new byte[text.Length];
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsAscii(text[index]))
            {
                bytes[index] = (byte)text[index];
            }
            else if (!_bytes.TryGetValue(text[index], out bytes[index]))
            {
                return null;
            }
        }

        return bytes;
    }
}
