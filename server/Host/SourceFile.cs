using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Host;

/// <summary>
/// A text file as it is on the disk. The byte order mark is no part of the text; <see cref="SourceText.Encoding"/> remembers it, so that
/// writing the text back with that encoding gives the same bytes.
/// </summary>
/// <param name="FullPath">The absolute path.</param>
/// <param name="Text">The text.</param>
/// <param name="IsLossy">Whether bytes that are no text were replaced; such a file must not be written back.</param>
internal sealed record SourceFile(string FullPath, SourceText Text, bool IsLossy)
{
    /// <summary>Larger files are no documents somebody wrote.</summary>
    public const long MaxBytes = 10L * 1024 * 1024;

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UTF8Encoding _utf8WithMark = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private static readonly UTF8Encoding _lossy = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>Byte order marks with their encodings; a mark that starts with another one stands before it.</summary>
    private static readonly (byte[] Mark, Encoding Encoding)[] _marks =
    [
        ([0xEF, 0xBB, 0xBF], _utf8WithMark),
        ([0xFF, 0xFE, 0x00, 0x00], new UTF32Encoding(bigEndian: false, byteOrderMark: true)),
        ([0x00, 0x00, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: true)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: true)),
    ];

    /// <summary>Reads a file; null with a notice when it cannot be read as text. A notice may come with a file as well.</summary>
    public static SourceFile? TryRead(string fullPath, out HostNotice? notice)
    {
        try
        {
            var info = new FileInfo(fullPath);
            if (info.Length > MaxBytes)
            {
                notice = new HostNotice(fullPath, $"skipped: larger than {MaxBytes / (1024 * 1024)} MB.");
                return null;
            }

            // An empty file is not opened: what has no length may be a pipe or device, and opening it could wait for ever.
            return Decode(fullPath, info.Length == 0 ? [] : ReadBytes(fullPath), out notice);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            notice = new HostNotice(fullPath, $"cannot be read: {exception.Message}");
            return null;
        }
    }

    // Without the lock that File.ReadAllBytes takes: an editor may write the file at the same time, and two calls of the system are saved.
    private static byte[] ReadBytes(string fullPath)
    {
        using var handle = File.OpenHandle(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        var bytes = new byte[RandomAccess.GetLength(handle)];
        var length = 0;
        while (length < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(length), length) is > 0 and var read)
        {
            length += read;
        }

        // It may have become shorter meanwhile.
        return length == bytes.Length ? bytes : bytes[..length];
    }

    /// <summary>Makes a file of bytes, for example from standard input; null with a notice when they are no text.</summary>
    public static SourceFile? Decode(string fullPath, byte[] bytes, out HostNotice? notice)
    {
        notice = null;
        foreach (var (mark, encoding) in _marks)
        {
            if (bytes.AsSpan().StartsWith(mark))
            {
                return Decode(fullPath, bytes, mark.Length, encoding, out notice);
            }
        }

        if (bytes.AsSpan().Contains((byte)0))
        {
            notice = new HostNotice(fullPath, "skipped: it holds NUL bytes, so it is binary or UTF-16 without a byte order mark; save it as UTF-8.");
            return null;
        }

        return Decode(fullPath, bytes, 0, _utf8, out notice);
    }

    private static SourceFile Decode(string fullPath, byte[] bytes, int start, Encoding encoding, out HostNotice? notice)
    {
        notice = null;
        try
        {
            return new SourceFile(fullPath, SourceText.From(encoding.GetString(bytes, start, bytes.Length - start), encoding), IsLossy: false);
        }
        catch (DecoderFallbackException exception)
        {
            var at = start + Math.Max(0, exception.Index);
            notice = new HostNotice(fullPath, $"is not valid UTF-8 at byte {at}: the bytes were replaced for checking and the file will not be changed; save it as UTF-8.");
            return new SourceFile(fullPath, SourceText.From(_lossy.GetString(bytes, start, bytes.Length - start), _lossy), IsLossy: true);
        }
    }
}
