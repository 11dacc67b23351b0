using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Yaml;

namespace FrameworkLsp.Analyzers.Framework.Reading;

/// <summary>Reads words and patterns: status vocabularies, placeholders, requirement ids, negative scope, character sets, rule bindings.</summary>
internal sealed class VocabularyReader(PackReading reading)
{
    /// <summary>Reads the vocabularies by id.</summary>
    public ImmutableDictionary<string, StatusVocabulary> ReadVocabularies(YamlMap map)
    {
        var result = ImmutableDictionary.CreateBuilder<string, StatusVocabulary>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            var classes = map.Maps(entry.Key.Value, ReadClass);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var duplicate in classes.Where(item => !seen.Add(item.Id)))
            {
                map.Report(entry.Key.Span, $"The class \"{duplicate.Id}\" is listed twice.");
            }

            result[entry.Key.Value] = new StatusVocabulary(classes);
        }

        return result.ToImmutable();
    }

    /// <summary>Reads the placeholder patterns.</summary>
    public PlaceholderPatterns ReadPlaceholders(YamlMap map) => new()
    {
        FullValue = reading.Patterns(map, "full_value"),
        ChoiceLists = reading.Patterns(map, "choice_lists"),
        Title = reading.Patterns(map, "title"),
        TemplateWords = map.Texts("template_words"),
        None = map.Texts("none"),
        Elision = reading.Patterns(map, "elision"),
    };

    /// <summary>Reads the words of dates.</summary>
    public DateWords ReadDates(YamlMap map) => new()
    {
        Months = map.Map("months", ReadMonths) ?? ImmutableDictionary<string, int>.Empty,
        YearWords = map.Texts("year_words"),
    };

    /// <summary>Reads how requirement ids look.</summary>
    public RequirementIdScheme ReadRequirementIds(YamlMap map) => new()
    {
        Canonical = reading.Pattern(map, "canonical"),
        Accepted = reading.Patterns(map, "accepted"),
        FeatureId = reading.Pattern(map, "feature_id"),
        Prefixes = map.Maps("prefixes", prefix => new RequirementPrefix(
            reading.NewId(prefix, "id", PackSpace.Prefix),
            prefix.RequiredText("name"),
            reading.Reference(prefix, "section", PackSpace.Section) ?? "",
            reading.NumberReference(prefix, "default_phase", PackSpace.Phase),
            prefix.Text("count"))),
    };

    /// <summary>Reads after what nothing is claimed.</summary>
    public NegativeScope ReadNegativeScope(YamlMap map) => new()
    {
        Headings = map.Texts("headings"),
        Words = map.Texts("words"),
        TrailingWords = map.Texts("trailing_words"),
        Marks = map.Texts("marks"),
    };

    /// <summary>Reads the signature of a wrongly decoded text.</summary>
    public MojibakeSignature ReadMojibake(YamlMap map) => new(map.RequiredText("charset"), map.Texts("markers"));

    /// <summary>Reads the rule bindings by rule id.</summary>
    public ImmutableDictionary<string, RuleBinding> ReadRules(YamlMap map)
    {
        var result = ImmutableDictionary.CreateBuilder<string, RuleBinding>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (map.Map(entry.Key.Value, ReadRule) is { } rule)
            {
                result[entry.Key.Value] = rule;
            }
        }

        return result.ToImmutable();
    }

    private static ImmutableDictionary<string, int> ReadMonths(YamlMap map)
    {
        var months = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            var words = map.Texts(entry.Key.Value);
            if (!int.TryParse(entry.Key.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12)
            {
                map.Report(entry.Key.Span, $"\"{entry.Key.Value}\" is no month; write its number, 1 to 12.");
                continue;
            }

            foreach (var word in words)
            {
                months[word] = month;
            }
        }

        return months.ToImmutable();
    }

    private static StatusClass ReadClass(YamlMap map)
    {
        var words = map.Scalars("words");
        foreach (var word in words)
        {
            if (word.Value.Any(char.IsUpper))
            {
                map.Report(word.Span, $"Words are compared in lower case; write \"{word.Value.ToLowerInvariant()}\".");
            }
        }

        var id = map.RequiredText("class");
        return new StatusClass(id, map.Text("canonical", id), YamlMap.Values(words), map.Texts("emoji"));
    }

    private RuleBinding ReadRule(YamlMap map) => new(
        new EquatableArray<string>(reading.References(map, "kinds", PackSpace.Kind)),
        map.TextsMap("parameters"));
}
