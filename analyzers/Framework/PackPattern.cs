using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>
/// The regular expressions of packs, in one dialect: case does not matter, no culture, a time limit. Compiled on first use and kept, since
/// a pack holds a few hundred and a document asks for the same ones again and again.
/// </summary>
public static class PackPattern
{
    /// <summary>A pattern on a heading or cell takes microseconds; one that runs longer is a runaway of a user's pack.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);

    private static readonly ConcurrentDictionary<string, Regex> Cache = new(StringComparer.Ordinal);

    /// <summary>The compiled pattern. Throws <see cref="RegexParseException"/> when it is not valid, which reading a pack has ruled out.</summary>
    public static Regex Get(string pattern) => Cache.GetOrAdd(pattern, Compile);

    /// <summary>Compiles a pattern without keeping it.</summary>
    public static Regex Compile(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);

    /// <summary>Whether the pattern occurs in the text. A match that takes too long counts as none.</summary>
    public static bool IsMatch(string pattern, string text) => Match(pattern, text).Success;

    /// <summary>The first match, or a failed one; also when it takes too long.</summary>
    public static Match Match(string pattern, string text)
    {
        try
        {
            return Get(pattern).Match(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return System.Text.RegularExpressions.Match.Empty;
        }
    }
}
