using CsCheck;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;
using Range = FrameworkLsp.Server.Protocol.Range;

namespace FrameworkLsp.Server.Tests.Lsp.Protocol;

internal sealed class PositionConverterTests
{
    // Line ends, what only looks like one, surrogate pairs, a surrogate alone, and characters of every width.
    private static readonly string[] Pieces = ["a", "bc", "\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u00E9", "\u4E2D", "\U0001F600", "\uD83D", "\uDE00", " ", "|"];

    private static readonly Gen<string> Texts = Gen.OneOf(Pieces).List[0, 30].Select(static pieces => string.Concat(pieces));

    private static readonly Gen<PositionEncoding> Encodings = Gen.OneOf(PositionEncoding.Utf8, PositionEncoding.Utf16, PositionEncoding.Utf32);

    [Test]
    public void Offsets_survive_the_way_to_the_wire_and_back() => Gen.Select(Texts, Encodings, Gen.Int[0, 60]).Sample((text, encoding, offset) =>
    {
        var source = SourceText.From(text);
        var converter = new PositionConverter(encoding);
        var there = converter.ToPosition(source, Math.Min(offset, text.Length));

        // Inside a pair or a line end there is no position of its own; then the one before is meant, and it is stable.
        var back = converter.ToOffset(source, there);
        return back <= offset && converter.ToPosition(source, back) == there && ExpectedOffset(text, there, encoding) == back;
    });

    [Test]
    public void Positions_agree_with_counting_by_hand() => Gen.Select(Texts, Encodings, Gen.UInt[0, 12], Gen.UInt[0, 12]).Sample((text, encoding, line, character) =>
    {
        var position = new Position(line, character);
        return new PositionConverter(encoding).ToOffset(SourceText.From(text), position) == ExpectedOffset(text, position, encoding);
    });

    [TestCase(0u, 99u, 1)]
    [TestCase(1u, 99u, 4)]
    [TestCase(99u, 0u, 7)]
    [TestCase(uint.MaxValue, uint.MaxValue, 7)]
    public void Positions_out_of_range_are_clamped(uint line, uint character, int offset) => Assert.That(
        new PositionConverter(PositionEncoding.Utf16).ToOffset(SourceText.From("a\r\nb\nc\n"), new Position(line, character)),
        Is.EqualTo(offset));

    [Test]
    public void Swapped_ends_are_put_right() => Assert.That(
        new PositionConverter(PositionEncoding.Utf8).ToSpan(SourceText.From("abc"), new Range(new Position(0, 2), new Position(0, 1))),
        Is.EqualTo(TextSpan.FromBounds(1, 2)));

    [TestCase(null, PositionEncoding.Utf16)]
    [TestCase("utf-7", PositionEncoding.Utf16)]
    [TestCase("utf-7,utf-32,utf-8", PositionEncoding.Utf32)]
    [TestCase("utf-8,utf-16", PositionEncoding.Utf8)]
    public void The_first_known_encoding_is_chosen(string? offered, object expected) =>
        Assert.That(PositionEncodings.Choose(offered?.Split(',')), Is.EqualTo(expected));

    private static int ExpectedOffset(string text, Position position, PositionEncoding encoding)
    {
        var start = 0;
        for (var line = 0u; line < position.Line; line++)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n');
            if (end < 0)
            {
                return text.Length;
            }

            start += end + 1;
            start += text[start - 1] == '\r' && start < text.Length && text[start] == '\n' ? 1 : 0;
        }

        var content = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length ? text.Substring(start, length) : text[start..];
        if (encoding == PositionEncoding.Utf16)
        {
            return start + (int)Math.Min(position.Character, content.Length);
        }

        long units = 0;
        var offset = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            units += encoding == PositionEncoding.Utf8 ? rune.Utf8SequenceLength : 1;
            if (units > position.Character)
            {
                break;
            }

            offset += offset + 1 < content.Length && char.IsSurrogatePair(content[offset], content[offset + 1]) ? 2 : 1;
        }

        return start + offset;
    }
}
