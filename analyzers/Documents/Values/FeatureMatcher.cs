using System.Collections.Concurrent;
using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>A feature named in a text.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Start">Where its name starts in the text.</param>
/// <param name="Length">How long the name is there.</param>
/// <param name="IsGeneric">Whether the name means the feature only in a list of features and may mean something else in a sentence.</param>
public readonly record struct FeatureMention(Feature Feature, int Start, int Length, bool IsGeneric);

/// <summary>Finds features by name. The longest alias at a place wins; a parenthesis that is part of a name counts (decisions 19).</summary>
public sealed class FeatureMatcher
{
    private const char PluralEnding = 's';

    private readonly Dictionary<string, ImmutableArray<FeatureName>> _byFirstWord;
    private readonly ConcurrentDictionary<int, ImmutableArray<string>> _names = new();

    // Asks without making a text of every word.
    private readonly Dictionary<string, ImmutableArray<FeatureName>>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>Prepares the features of a definition.</summary>
    public FeatureMatcher(ImmutableArray<Feature> features)
    {
        _byFirstWord = features
            .SelectMany(static feature => Names(feature))
            .Where(static name => name.Alias.Length > 1)
            .GroupBy(static name => name.Alias[..WordEnd(name.Alias, 0)], StringComparer.Ordinal)
            .ToDictionary(
                static group => group.Key,
                static group => group.OrderByDescending(static name => name.Alias.Length).ToImmutableArray(),
                StringComparer.Ordinal);
        _words = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The names of the features above a level in lower case, and their plurals; where none of them stands, none is named.</summary>
    public ImmutableArray<string> NamesAbove(int level) => _names.GetOrAdd(
        level,
        static (level, words) =>
        [
            .. words.SelectMany(static pair => pair.Value)
                .Where(name => name.Feature.MinLevel > level)
                .SelectMany(static name => new[] { name.Alias, name.Alias + PluralEnding })
                .Distinct(StringComparer.Ordinal),
        ],
        _byFirstWord);

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

            // "non-SSL" and "my_metrics" are other words.
            if ((index == 0 || lower[index - 1] is not ('-' or '_')) && MatchAt(lower, index) is { } mention)
            {
                yield return mention;
                index += mention.Length;
                continue;
            }

            index = WordEnd(lower, index);
        }
    }

    /// <summary>The feature that a whole name (a table cell, a list item) stands for, or null.</summary>
    public Feature? Find(string name)
    {
        var mention = FindAll(name).FirstOrDefault();
        return mention.Feature is not null && mention.Start == 0 ? mention.Feature : null;
    }

    private static IEnumerable<FeatureName> Names(Feature feature)
    {
        var generic = feature.GenericAliases.Select(Lower).ToHashSet(StringComparer.Ordinal);
        return feature.Aliases.Append(feature.Name).Select(Lower).Concat(generic)
            .Distinct(StringComparer.Ordinal)
            .Select(alias => new FeatureName(alias, feature, generic.Contains(alias)));
    }

    private FeatureMention? MatchAt(string lower, int index)
    {
        if (!_words.TryGetValue(lower.AsSpan(index, WordEnd(lower, index) - index), out var candidates))
        {
            return null;
        }

        foreach (var (alias, feature, isGeneric) in candidates)
        {
            if (string.CompareOrdinal(lower, index, alias, 0, alias.Length) == 0 && End(lower, index + alias.Length) is var end and > 0)
            {
                return new FeatureMention(feature, index, end - index, isGeneric);
            }
        }

        return null;
    }

    // Where a name ends that is followed by no further letter; the plural belongs to it. 0 when the word goes on.
    private static int End(string text, int index)
    {
        if (IsEnd(text, index))
        {
            return index;
        }

        return text[index] == PluralEnding && IsEnd(text, index + 1) ? index + 1 : 0;
    }

    private static bool IsEnd(string text, int index) => index >= text.Length || !char.IsLetterOrDigit(text[index]) || !char.IsLetterOrDigit(text[index - 1]);

    private static int WordEnd(string text, int index)
    {
        index++;
        while (index < text.Length && char.IsLetterOrDigit(text[index]))
        {
            index++;
        }

        return Math.Min(index, text.Length);
    }

    // Character by character, so that offsets into the folded text are offsets into the text.
    private static string Lower(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var index = 0; index < source.Length; index++)
        {
            target[index] = char.IsWhiteSpace(source[index]) ? ' ' : char.ToLowerInvariant(source[index]);
        }
    });

    private readonly record struct FeatureName(string Alias, Feature Feature, bool IsGeneric);
}
