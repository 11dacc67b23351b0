using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Protocol;

/// <summary>
/// The only conversion between offsets of a text and positions on the wire. Positions out of range are clamped, as the specification
/// wants: a character behind the end of its line means the end of the line, a line behind the last one the end of the text.
/// </summary>
internal sealed class PositionConverter(PositionEncoding encoding)
{
    /// <summary>The unit of characters.</summary>
    public PositionEncoding Encoding { get; } = encoding;

    /// <summary>The offset of a position.</summary>
    public int ToOffset(SourceText text, Position position)
    {
        var lines = LineMap.Of(text);
        if (position.Line >= lines.Count)
        {
            return text.Length;
        }

        var line = (int)position.Line;
        var start = lines.Start(line);
        var end = ContentEnd(text, lines, line);
        if (Encoding == PositionEncoding.Utf16)
        {
            return (int)Math.Min(start + (long)position.Character, end);
        }

        long units = 0;
        var offset = start;
        while (offset < end)
        {
            var length = Length(text, offset, end);
            units += Units(text, offset, length);
            if (units > position.Character)
            {
                break;
            }

            offset += length;
        }

        return offset;
    }

    /// <summary>The position of an offset; an offset inside a line end is the end of the line's content.</summary>
    public Position ToPosition(SourceText text, int offset)
    {
        var clamped = Math.Clamp(offset, 0, text.Length);
        var lines = LineMap.Of(text);
        var line = lines.LineOf(clamped);
        var start = lines.Start(line);
        var contentEnd = ContentEnd(text, lines, line);
        var end = Math.Min(clamped, contentEnd);
        if (Encoding == PositionEncoding.Utf16)
        {
            return new Position((uint)line, (uint)(end - start));
        }

        var units = 0;
        for (var at = start; at < end;)
        {
            var length = Length(text, at, contentEnd);
            if (at + length > end)
            {
                // Between the two halves of a character there is no position; the one before it is meant.
                break;
            }

            units += Units(text, at, length);
            at += length;
        }

        return new Position((uint)line, (uint)units);
    }

    /// <summary>The range of a span.</summary>
    public Range ToRange(SourceText text, TextSpan span) => new(ToPosition(text, span.Start), ToPosition(text, span.End));

    /// <summary>The span of a range; a range whose ends are swapped is read as if they were not.</summary>
    public TextSpan ToSpan(SourceText text, Range range)
    {
        var start = ToOffset(text, range.Start);
        var end = ToOffset(text, range.End);
        return start <= end ? TextSpan.FromBounds(start, end) : TextSpan.FromBounds(end, start);
    }

    /// <summary>The edit of a change.</summary>
    public TextEdit ToEdit(SourceText text, TextChange change) => new(ToRange(text, change.Span), change.NewText ?? "");

    private static int ContentEnd(SourceText text, LineMap lines, int line)
    {
        if (line + 1 >= lines.Count)
        {
            return text.Length;
        }

        var end = lines.Start(line + 1) - 1;
        return end > lines.Start(line) && text[end] == '\n' && text[end - 1] == '\r' ? end - 1 : end;
    }

    private static int Length(SourceText text, int offset, int end) =>
        offset + 1 < end && char.IsHighSurrogate(text[offset]) && char.IsLowSurrogate(text[offset + 1]) ? 2 : 1;

    // A surrogate without its partner travels as U+FFFD: three bytes, one code point.
    private int Units(SourceText text, int offset, int length) => (Encoding, length) switch
    {
        (PositionEncoding.Utf8, 2) => 4,
        (PositionEncoding.Utf8, _) => text[offset] switch
        {
            < '\u0080' => 1,
            < '\u0800' => 2,
            _ => 3,
        },
        _ => 1,
    };
}
