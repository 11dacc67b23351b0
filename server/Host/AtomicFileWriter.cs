using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Host;

/// <summary>
/// Writes files so that a reader sees the old or the new text and never a part: a temporary file in the same folder takes the place of
/// the old one. Encoding, byte order mark, line ends and file mode stay; nothing outside the given root is ever written.
/// </summary>
internal static class AtomicFileWriter
{
    /// <summary>Writes a text over a file or as a new one.</summary>
    /// <param name="root">The absolute path of the folder that must hold the file, after links are followed; null for anywhere.</param>
    /// <param name="fullPath">The file. When it is a link, what it leads to is written.</param>
    /// <param name="text">The text, with its encoding (UTF-8 without mark when it has none).</param>
    /// <exception cref="IOException">It cannot be written or must not be.</exception>
    public static void Write(string? root, string fullPath, SourceText text)
    {
        var target = LinkedPath.Follow(fullPath) ?? throw new IOException($"not written: the links of {fullPath} do not end.");
        if (root is not null && !new WorkspaceRoot(LinkedPath.Follow(root) ?? root).Contains(target))
        {
            throw new IOException($"not written: {fullPath} leads to {target}, which is outside {root}.");
        }

        var old = new FileInfo(target);
        if (old is { Exists: true, IsReadOnly: true })
        {
            throw new IOException($"not written: {fullPath} is read-only.");
        }

        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, Options(old)))
            using (var writer = new StreamWriter(stream, text.Encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                text.Write(writer);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static FileStreamOptions Options(FileInfo old)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows() && old.Exists)
        {
            options.UnixCreateMode = old.UnixFileMode;
        }

        return options;
    }
}
