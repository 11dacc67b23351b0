namespace FrameworkLsp.Server.Protocol;

/// <summary>The unit in which characters of a line are counted.</summary>
internal enum PositionEncoding
{
    /// <summary>UTF-16 code units; what every client understands.</summary>
    Utf16,

    /// <summary>Bytes of UTF-8.</summary>
    Utf8,

    /// <summary>Unicode code points.</summary>
    Utf32,
}

/// <summary>The names of the encodings on the wire, and the choice among them.</summary>
internal static class PositionEncodings
{
    /// <summary>The encoding's name on the wire.</summary>
    public static string Name(this PositionEncoding encoding) => encoding switch
    {
        PositionEncoding.Utf8 => "utf-8",
        PositionEncoding.Utf32 => "utf-32",
        _ => "utf-16",
    };

    /// <summary>The first encoding of the client's list that the server knows; UTF-16 when the client says nothing.</summary>
    public static PositionEncoding Choose(IReadOnlyList<string>? offered)
    {
        foreach (var name in offered ?? [])
        {
            switch (name)
            {
                case "utf-8":
                    return PositionEncoding.Utf8;
                case "utf-16":
                    return PositionEncoding.Utf16;
                case "utf-32":
                    return PositionEncoding.Utf32;
            }
        }

        return PositionEncoding.Utf16;
    }
}
