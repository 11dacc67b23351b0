using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Yaml;

/// <summary>Sets of words that a value is chosen from.</summary>
public static class YamlChoices
{
    /// <summary>True and false.</summary>
    public static ImmutableArray<KeyValuePair<string, bool>> Flags { get; } = [new("true", true), new("false", false)];

    /// <summary>A set of words that stand for themselves.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Words(params ReadOnlySpan<string> words)
    {
        var result = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(words.Length);
        foreach (var word in words)
        {
            result.Add(new(word, word));
        }

        return result.DrainToImmutable();
    }
}
