using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>Finds a function in a service name that the rest of the name implies (catalogue FW309).</summary>
internal static class RedundantWord
{
    /// <summary>The function of a longer name that adds nothing; null when it adds something.</summary>
    public static string? In(NamingConvention convention, ServiceName name)
    {
        if (name.Type is not { } type || name.Parts.Length != convention.DefaultParts + 1)
        {
            return null;
        }

        var function = name.Function;
        return Holds(convention.RedundantFunctions.GetValueOrDefault(name.Domain), function)
            || Holds(convention.RedundantWithType.GetValueOrDefault(type.Id), function)
            || (IsGeneric(convention, function) && !convention.AmbiguousDomains.ContainsKey(name.Domain))
                ? function
                : null;
    }

    /// <summary>Whether a word says nothing in any name.</summary>
    public static bool IsGeneric(NamingConvention convention, string word) => convention.RedundantWords.Contains(word);

    private static bool Holds(System.Collections.Immutable.ImmutableArray<string> words, string word) => !words.IsDefault && words.Contains(word);
}
