using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>A feature named in a text.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Start">Where its name starts in the text.</param>
/// <param name="Length">How long the name is there.</param>
public readonly record struct FeatureMention(Feature Feature, int Start, int Length);

/// <summary>Finds features by name. The longest alias at a place wins; a parenthesis that is part of a name counts (decisions 19).</summary>
public sealed class FeatureMatcher
{
    private readonly Dictionary<string, ImmutableArray<(string Alias, Feature Feature)>> _byFirstWord;

    /// <summary>Prepares the features of a definition.</summary>
    public FeatureMatcher(ImmutableArray<Feature> features)
    {
        _byFirstWord = features
            .SelectMany(static feature => feature.Aliases.Append(feature.Name).Select(alias => (Alias: Lower(alias), Feature: feature)))
            .Where(static entry => entry.Alias.Length > 1)
            .GroupBy(static entry => FirstWord(entry.Alias), StringComparer.Ordinal)
            .ToDictionary(
                static group => group.Key,
                static group => group.OrderByDescending(static entry => entry.Alias.Length).ToImmutableArray(),
                StringComparer.Ordinal);
    }

    /// <summary>Every feature named in a text, in order, not overlapping.</summary>
    public IEnumerable<FeatureMention> FindAll(string text)
    {
        var lower = Lower(text);
        var index = 0;
        while (index < lower.Length)
        {
            if (!char.IsLetterOrDigit(lower[index]) && lower[index] is not ('.' or '/'))
            {
                index++;
                continue;
            }

            if (MatchAt(lower, index) is { } mention)
            {
                yield return mention;
                index += mention.Length;
                continue;
            }

            index = SkipWord(lower, index);
        }
    }

    /// <summary>The feature that a whole name (a table cell, a list item) stands for, or null.</summary>
    public Feature? Find(string name)
    {
        var mention = FindAll(name).FirstOrDefault();
        return mention.Feature is not null && mention.Start == 0 ? mention.Feature : null;
    }

    private FeatureMention? MatchAt(string lower, int index)
    {
        var word = FirstWord(lower.AsSpan(index).Length > 40 ? lower.Substring(index, 40) : lower[index..]);
        if (!_byFirstWord.TryGetValue(word, out var candidates))
        {
            return null;
        }

        foreach (var (alias, feature) in candidates)
        {
            if (string.CompareOrdinal(lower, index, alias, 0, alias.Length) == 0 && IsEnd(lower, index + alias.Length))
            {
                return new FeatureMention(feature, index, alias.Length);
            }
        }

        return null;
    }

    private static bool IsEnd(string text, int index) => index >= text.Length || !char.IsLetterOrDigit(text[index]) || !char.IsLetterOrDigit(text[index - 1]);

    private static int SkipWord(string text, int index)
    {
        index++;
        while (index < text.Length && char.IsLetterOrDigit(text[index]))
        {
            index++;
        }

        return index;
    }

    private static string FirstWord(string text) => text[..SkipWord(text, 0)];

    // Character by character, so that offsets into the folded text are offsets into the text.
    private static string Lower(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var index = 0; index < source.Length; index++)
        {
            target[index] = char.IsWhiteSpace(source[index]) ? ' ' : char.ToLowerInvariant(source[index]);
        }
    });
}
