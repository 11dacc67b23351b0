using System.Text.RegularExpressions;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>The dialect of the regular expressions of packs: case does not matter, no culture, a time limit.</summary>
public static class PackPattern
{
    /// <summary>A pattern on a heading or cell takes microseconds; one that runs longer is a runaway of a user's pack.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);

    /// <summary>Compiles a pattern. Throws <see cref="RegexParseException"/> when it is not valid.</summary>
    public static Regex Compile(string pattern, RegexOptions options = RegexOptions.IgnoreCase) => new(pattern, options | RegexOptions.CultureInvariant, Limit);
}
