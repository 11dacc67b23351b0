using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>Regular expressions that come from a pack, compiled with the limits that foreign patterns need.</summary>
public static class Patterns
{
    /// <summary>One expression that matches where any of the patterns matches; null for none.</summary>
    public static Regex? Any(ImmutableArray<string> patterns) =>
        patterns.IsDefaultOrEmpty ? null : PackPattern.Get(string.Join('|', patterns.Select(static pattern => $"(?:{pattern})")));

    /// <summary>Whether the expression matches; an expression that exceeds its time limit does not.</summary>
    public static bool Fits(this Regex? regex, string text)
    {
        try
        {
            return regex?.IsMatch(text) == true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>The first match, or null; an expression that exceeds its time limit has none.</summary>
    public static Match? FirstMatch(this Regex? regex, string text)
    {
        try
        {
            return regex?.Match(text) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
