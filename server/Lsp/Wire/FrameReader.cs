using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;

namespace FrameworkLsp.Server.Lsp.Wire;

/// <summary>
/// Cuts the incoming bytes into message bodies. Bytes that are no header are reported once and skipped up to the next
/// <c>Content-Length</c>, so that one broken message does not end the session.
/// </summary>
internal sealed class FrameReader(PipeReader input)
{
    private const int LongestHeader = 16 * 1024;
    private const int LongestBody = 256 * 1024 * 1024;

    private bool _skipping;

    private static ReadOnlySpan<byte> LengthHeader => "Content-Length:"u8;

    /// <summary>The next body, or a broken frame; null at the end of the stream.</summary>
    public async ValueTask<Frame?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
            var frame = Cut(read.Buffer, out var consumed, out var examined);
            if (read.IsCompleted && frame is null && consumed.Equals(read.Buffer.Start))
            {
                input.AdvanceTo(read.Buffer.End);
                return null;
            }

            input.AdvanceTo(consumed, examined);
            if (frame is not null)
            {
                return frame;
            }
        }
    }

    // Finds a whole frame at the start of the buffer. Without one, examined says how far the bytes are of no use yet.
    private Frame? Cut(ReadOnlySequence<byte> buffer, out SequencePosition consumed, out SequencePosition examined)
    {
        consumed = buffer.Start;
        examined = buffer.End;
        var head = Head(buffer, LongestHeader);
        var start = IndexOfHeader(head);
        if (start != 0)
        {
            return SkipGarbage(buffer, head, start, out consumed, out examined);
        }

        var end = EndOfHeaders(head);
        if (end < 0)
        {
            return head.Length < LongestHeader ? null : SkipGarbage(buffer, head, LengthHeader.Length, out consumed, out examined);
        }

        var length = ContentLength(head[..end]);
        if (length is null or <= 0 or > LongestBody)
        {
            return SkipGarbage(buffer, head, end, out consumed, out examined);
        }

        if (buffer.Length - end < length)
        {
            return null;
        }

        _skipping = false;
        var body = buffer.Slice(end, length.Value);
        consumed = examined = body.End;
        return new Frame(body.ToArray());
    }

    private Frame? SkipGarbage(ReadOnlySequence<byte> buffer, ReadOnlySpan<byte> head, int start, out SequencePosition consumed, out SequencePosition examined)
    {
        // Without a header in sight, the last bytes may be the beginning of one.
        var skip = start > 0 ? start : Math.Max(0, head.Length - LengthHeader.Length);
        consumed = buffer.GetPosition(skip);
        examined = start > 0 || buffer.Length > head.Length ? consumed : buffer.End;
        if (_skipping || skip == 0)
        {
            return null;
        }

        _skipping = true;
        return Frame.Broken;
    }

    private static ReadOnlySpan<byte> Head(ReadOnlySequence<byte> buffer, int length)
    {
        var head = buffer.Slice(0, Math.Min(buffer.Length, length));
        return head.IsSingleSegment ? head.FirstSpan : head.ToArray();
    }

    // Other headers may come first, so a header block starts at any line that looks like one of the two the protocol knows.
    private static int IndexOfHeader(ReadOnlySpan<byte> bytes)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            var candidate = bytes[index..].IndexOfAny((byte)'C', (byte)'c');
            if (candidate < 0)
            {
                return -1;
            }

            index += candidate;
            if (StartsWithHeader(bytes[index..], LengthHeader) || StartsWithHeader(bytes[index..], "Content-Type:"u8))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool StartsWithHeader(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> header) =>
        bytes.Length >= header.Length && System.Text.Ascii.EqualsIgnoreCase(bytes[..header.Length], header);

    private static int EndOfHeaders(ReadOnlySpan<byte> head)
    {
        var crlf = head.IndexOf("\r\n\r\n"u8);
        return crlf < 0 ? -1 : crlf + 4;
    }

    private static int? ContentLength(ReadOnlySpan<byte> headers)
    {
        foreach (var range in headers.Split("\r\n"u8))
        {
            var line = headers[range];
            if (StartsWithHeader(line, LengthHeader))
            {
                var value = line[LengthHeader.Length..].Trim((byte)' ');
                return Utf8Parser.TryParse(value, out int length, out var used) && used == value.Length ? length : null;
            }
        }

        return null;
    }
}

/// <summary>A message body, or a stretch of the stream that is none.</summary>
/// <param name="Body">The body; null for a broken frame.</param>
internal sealed record Frame(byte[]? Body)
{
    /// <summary>Bytes that are no message.</summary>
    public static Frame Broken { get; } = new((byte[]?)null);
}
