using System.Collections.Immutable;
using System.Text;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>A text that was UTF-8 but was decoded with another character set, decoded again (catalogue FW922).</summary>
/// <param name="Text">The repaired text.</param>
/// <param name="Map">Maps offsets of the repaired text to the text as it is.</param>
/// <param name="Charset">The character set it was decoded with, as the signature names it.</param>
public sealed record MojibakeRepair(string Text, TextMap Map, string Charset)
{
    private const int MinimumMarkers = 3;

    /// <summary>
    /// Repairs a text that holds at least three typical sequences outside inline code and, as a whole, is UTF-8 in disguise; null when
    /// it is not (decision 44). Signatures of unknown character sets are passed over.
    /// </summary>
    public static MojibakeRepair? TryRepair(string text, IEnumerable<MojibakeSignature> signatures)
    {
        if (Ascii.IsValid(text))
        {
            return null;
        }

        foreach (var signature in signatures)
        {
            if (MayHold(text, signature)
                && CountMarkers(text, signature.Markers) >= MinimumMarkers
                && MojibakeCharset.Find(signature.Charset) is { } charset
                && charset.Encode(text) is { } bytes
                && Decode(text, bytes, signature.Charset) is { } repair)
            {
                return repair;
            }
        }

        return null;
    }

    // Every character of the text is one byte, so that offsets into the bytes are offsets into the text.
    private static MojibakeRepair? Decode(string text, byte[] bytes, string charset)
    {
        var repaired = new StringBuilder(text.Length);
        var segments = ImmutableArray.CreateBuilder<TextMap.Segment>();
        ReadOnlySpan<byte> utf8 = bytes;
        var position = utf8.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        while (position < bytes.Length)
        {
            var ascii = utf8[position..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            ascii = ascii < 0 ? bytes.Length - position : ascii;
            if (ascii > 0)
            {
                segments.Add(new TextMap.Segment(repaired.Length, position, ascii, ascii));
                repaired.Append(text, position, ascii);
                position += ascii;
                continue;
            }

            if (Rune.DecodeFromUtf8(utf8[position..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                return null;
            }

            segments.Add(new TextMap.Segment(repaired.Length, position, rune.Utf16SequenceLength, length));
            repaired.Append(rune.ToString());
            position += length;
        }

        return new MojibakeRepair(repaired.ToString(), TextMap.Create(segments.DrainToImmutable()), charset);
    }

    // Nearly all characters are ASCII, and hardly any other begins a sequence.
    private static bool MayHold(string text, MojibakeSignature signature)
    {
        for (var index = 0; text.AsSpan(index).IndexOfAnyExceptInRange('\0', '\x7F') is >= 0 and var found; index += found + 1)
        {
            if (signature.Starts.Contains(text[index + found], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return signature.Starts.Any(char.IsAscii);
    }

    // Stops at the number that is needed.
    private static int CountMarkers(string text, ImmutableArray<string> markers)
    {
        var count = 0;
        foreach (var marker in markers)
        {
            var position = 0;
            var seen = 0;
            var isCode = false;
            while (marker.Length > 0 && count < MinimumMarkers && text.AsSpan(position).IndexOf(marker, StringComparison.Ordinal) is >= 0 and var found)
            {
                position += found;
                isCode = IsInlineCode(text.AsSpan(seen, position - seen), isCode);
                seen = position;
                count += isCode ? 0 : 1;
                position += marker.Length;
            }
        }

        return count;
    }

    // Whether code is open behind a stretch of text: an odd number of backticks on its last line.
    private static bool IsInlineCode(ReadOnlySpan<char> stretch, bool before)
    {
        var lineEnd = stretch.LastIndexOfAny('\r', '\n');
        return (stretch[(lineEnd + 1)..].Count('`') % 2 == 1) ^ (lineEnd < 0 && before);
    }
}
