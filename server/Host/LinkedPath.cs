namespace FrameworkLsp.Server.Host;

/// <summary>Follows symbolic links.</summary>
internal static class LinkedPath
{
    /// <summary>More links on one path than any system follows; what needs more goes round in circles.</summary>
    private const int MaxLinks = 40;

    /// <summary>The absolute path with the links of every folder on it followed; parts that do not exist stay. Null when the links do not end.</summary>
    public static string? Follow(string path)
    {
        var full = Path.GetFullPath(path);
        for (var links = 0; links < MaxLinks; links++)
        {
            if (FirstLink(full) is not var (link, target))
            {
                return full;
            }

            full = Path.GetFullPath(target + full[link.Length..]);
        }

        return null;
    }

    private static (string Link, string Target)? FirstLink(string full)
    {
        var start = Path.GetPathRoot(full)!.Length;
        while (start < full.Length)
        {
            var end = full.IndexOf(Path.DirectorySeparatorChar, start);
            var part = end < 0 ? full : full[..end];
            if (new FileInfo(part).LinkTarget is { } target)
            {
                return (part, Path.Combine(Path.GetDirectoryName(part)!, target));
            }

            start = part.Length + 1;
        }

        return null;
    }
}
