using System.Text;

namespace FrameworkLsp.Server.Protocol;

/// <summary>Converts between document addresses and paths. Paths have forward slashes on every system.</summary>
internal static class DocumentUri
{
    private const string FileScheme = "file:";

    /// <summary>The absolute path of a <c>file:</c> address without a closing slash; null for any other address.</summary>
    public static string? ToPath(string uri)
    {
        if (!uri.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = uri[FileScheme.Length..];
        var cut = rest.AsSpan().IndexOfAny('?', '#');
        if (cut >= 0)
        {
            rest = rest[..cut];
        }

        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var slash = rest.IndexOf('/', 2);
            var host = slash < 0 ? rest[2..] : rest[2..slash];
            rest = slash < 0 ? "/" : rest[slash..];
            if (host.Length > 0 && !host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            {
                rest = "//" + host + rest;
            }
        }

        return NormalizePath(Uri.UnescapeDataString(rest));
    }

    /// <summary>The <c>file:</c> address of an absolute path.</summary>
    public static string FromPath(string path)
    {
        var normal = NormalizePath(path);
        var builder = new StringBuilder("file://");
        if (normal.StartsWith("//", StringComparison.Ordinal))
        {
            normal = normal[2..];
        }
        else if (!normal.StartsWith('/'))
        {
            builder.Append('/');
        }

        var first = true;
        foreach (var segment in normal.Split('/'))
        {
            builder.Append(first ? "" : "/").Append(Uri.EscapeDataString(segment));
            first = false;
        }

        return builder.ToString();
    }

    /// <summary>The last part of an address, to be shown or used as a file name.</summary>
    public static string FileName(string uri)
    {
        var end = uri.AsSpan().IndexOfAny('?', '#');
        var address = end < 0 ? uri : uri[..end];
        return Uri.UnescapeDataString(address[(address.LastIndexOfAny(['/', ':']) + 1)..]);
    }

    /// <summary>A path without a closing slash; on Windows with forward slashes and a lower-case drive letter.</summary>
    public static string NormalizePath(string path)
    {
        var normal = OperatingSystem.IsWindows() ? NormalizeWindowsPath(path) : path;
        return normal.Length > 1 ? normal.TrimEnd('/') : normal;
    }

    private static string NormalizeWindowsPath(string path)
    {
        var normal = path.Replace('\\', '/');
        if (normal.Length > 2 && normal[0] == '/' && normal[2] == ':' && char.IsAsciiLetter(normal[1]))
        {
            normal = normal[1..];
        }

        if (normal.Length > 1 && normal[1] == ':' && char.IsAsciiLetterUpper(normal[0]))
        {
            normal = char.ToLowerInvariant(normal[0]) + normal[1..];
        }

        return normal;
    }
}
