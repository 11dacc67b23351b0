using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>Reads <c>.framework-lsp.yaml</c>.</summary>
public static class ConfigurationReader
{
    /// <summary>The name of the configuration file.</summary>
    public const string FileName = ".framework-lsp.yaml";

    private static readonly ImmutableArray<KeyValuePair<string, Severity?>> _severities =
    [
        new("error", Severity.Error),
        new("warning", Severity.Warning),
        new("info", Severity.Info),
        new("hint", Severity.Hint),
        new(ConfigurationKeys.Off, null),
    ];

    /// <summary>The words for severities, <c>off</c> included, the worst first.</summary>
    public static ImmutableArray<string> SeverityWords { get; } = [.. _severities.Select(static pair => pair.Key)];

    /// <summary>Reads a configuration; what is wrong is left out and reported with its place.</summary>
    /// <param name="fileName">The file's name for diagnostics.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="definition">The definition, for the document kinds.</param>
    public static ConfigurationFile Read(string fileName, string text, FrameworkDefinition definition)
    {
        var diagnostics = new YamlDiagnostics();
        var root = YamlTree.Parse(fileName, text, diagnostics);

        // A file of comments only is what "init" writes: it decides nothing.
        if (root is null or YamlScalar { IsNothing: true } || YamlMap.Open(fileName, root, diagnostics) is not { } map)
        {
            return new ConfigurationFile(LintConfiguration.Default, null, default, diagnostics.ToImmutable());
        }

        var extends = map.Scalar(ConfigurationKeys.Extends);
        var configuration = new LintConfiguration
        {
            Include = Globs(map, ConfigurationKeys.Include),
            Exclude = Globs(map, ConfigurationKeys.Exclude),
            Severities = Severities(map),
            Overrides = map.Maps(ConfigurationKeys.Overrides, Override),
            Kinds = [.. map.Maps(ConfigurationKeys.Kinds, entry => Kind(entry, definition)).SelectMany(static kinds => kinds)],
            FrameworkRoots = [.. Paths(map, ConfigurationKeys.FrameworkRoots).Select(static root => root.Value)],
            Naming = map.Map(ConfigurationKeys.Naming, Naming) ?? new NamingAdditions(),
        };
        map.Close();
        return new ConfigurationFile(configuration, extends?.Value, extends?.Span ?? default, diagnostics.ToImmutable());
    }

    private static ConfigurationOverride? Override(YamlMap map)
    {
        var files = Files(map);
        return new ConfigurationOverride(files, Severities(map));
    }

    private static NamingAdditions Naming(YamlMap map) => new()
    {
        Contexts = Tokens(map, ConfigurationKeys.Contexts),
        Domains = Tokens(map, ConfigurationKeys.Domains),
        Types = Tokens(map, ConfigurationKeys.Types),
    };

    private static ImmutableDictionary<string, Severity?> Severities(YamlMap map)
    {
        var severities = ImmutableDictionary.CreateBuilder<string, Severity?>(StringComparer.Ordinal);
        foreach (var entry in FreeEntries(map, ConfigurationKeys.Rules))
        {
            if (RuleCatalog.Find(entry.Key.Value) is not { } rule)
            {
                var names = RuleCatalog.Descriptors.SelectMany(static rule => new[] { rule.Id, rule.Name });
                map.Report(entry.Key.Span, $"No rule has the id or name \"{entry.Key.Value}\"{(NearestWord.Of(entry.Key.Value, names) is { } nearest ? $"; did you mean \"{nearest}\"?" : ".")}");
            }
            else if (map.AsText(entry.Value, entry.Key.Value) is { } word)
            {
                if (!_severities.Any(pair => pair.Key == word.Value))
                {
                    map.Report(word.Span, $"\"{word.Value}\" is no severity; choose one of: {string.Join(", ", SeverityWords)}.");
                }
                else if (!severities.TryAdd(rule.Id, _severities.First(pair => pair.Key == word.Value).Value))
                {
                    map.Report(entry.Key.Span, $"The severity of {rule.Id} ({rule.Name}) is already set above.");
                }
            }
        }

        return severities.ToImmutable();
    }

    private static List<KindAssignment> Kind(YamlMap map, FrameworkDefinition definition)
    {
        var files = Files(map);
        var ids = definition.Kinds.Select(static kind => kind.Id).Append(ConfigurationKeys.NoKind).ToList();
        if (map.RequiredScalar(ConfigurationKeys.Kind) is not { } kind)
        {
            return [];
        }

        if (!ids.Contains(kind.Value))
        {
            map.Report(kind.Span, $"\"{kind.Value}\" is no document kind; choose one of: {string.Join(", ", ids)}.");
            return [];
        }

        return [.. files.Select(glob => new KindAssignment(glob, kind.Value == ConfigurationKeys.NoKind ? null : kind.Value))];
    }

    private static ImmutableArray<string> Files(YamlMap map)
    {
        if (map.Node(ConfigurationKeys.Files) is null)
        {
            map.Report(map.Anchor, $"The key \"{ConfigurationKeys.Files}\" is missing: the globs of the files it is about.");
            return [];
        }

        return Globs(map, ConfigurationKeys.Files);
    }

    private static ImmutableArray<YamlEntry> FreeEntries(YamlMap map, string key) =>
        map.Node(key) is { } node && YamlMap.Open(map.File, node, map.Diagnostics) is { } entries ? entries.Entries : [];

    private static ImmutableArray<string> Globs(YamlMap map, string key) => [.. Paths(map, key).Select(static glob => glob.Value)];

    private static IEnumerable<YamlScalar> Paths(YamlMap map, string key) => Scalars(map, key).Where(path => IsRelative(map, path));

    private static ImmutableArray<string> Tokens(YamlMap map, string key)
    {
        var tokens = ImmutableArray.CreateBuilder<string>();
        foreach (var token in Scalars(map, key))
        {
            if (token.Value.All(static character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_'))
            {
                tokens.Add(token.Value);
            }
            else
            {
                map.Report(token.Span, $"\"{token.Value}\" cannot be part of a service name; use lower-case letters, digits and underscores.");
            }
        }

        return tokens.DrainToImmutable();
    }

    private static List<YamlScalar> Scalars(YamlMap map, string key) =>
        [.. Items(map, key).Select(item => map.AsText(item, key)).OfType<YamlScalar>()];

    // A single value may stand for a list of one.
    private static ImmutableArray<YamlNode> Items(YamlMap map, string key) =>
        map.Node(key) is YamlScalar { IsNothing: false } single ? [single] : map.Items(key);

    private static bool IsRelative(YamlMap map, YamlScalar path)
    {
        var problem = path.Value switch
        {
            "" => "An empty path matches nothing; remove it.",
            var value when value.Contains('\\') => "Write paths with forward slashes.",
            ['/', ..] or [_, ':', ..] => "Write paths relative to the folder of this file.",
            var value when value.Split('/').Contains("..") => "A path cannot leave the folder of this file; put a configuration there.",
            _ => null,
        };
        if (problem is not null)
        {
            map.Report(path.Span, problem);
        }

        return problem is null;
    }
}
