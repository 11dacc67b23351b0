using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Features.Hover;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Analyzers.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Configuration;

/// <summary>Explains the keys, rules and kinds of a configuration file.</summary>
public static class ConfigurationHover
{
    /// <summary>The hover at an offset; null when there is nothing to say or the file is no YAML.</summary>
    public static HoverText? GetHover(string text, FrameworkDefinition definition, int offset) =>
        YamlTree.Parse(ConfigurationReader.FileName, text, new YamlDiagnostics()) is { } root ? At(root, ConfigurationKeys.All, definition, offset) : null;

    /// <summary>The text about a key; keys of inner mappings are joined by a dot. Null when there is none.</summary>
    internal static string? Key(string path)
    {
        var keys = ConfigurationKeys.All;
        ConfigurationKey? found = null;
        foreach (var name in path.Split('.'))
        {
            found = keys.FirstOrDefault(key => key.Name == name);
            keys = found?.Keys ?? [];
        }

        return found is null ? null : Describe(found);
    }

    private static HoverText? At(YamlNode node, ImmutableArray<ConfigurationKey> keys, FrameworkDefinition definition, int offset)
    {
        if (node is YamlSequence sequence)
        {
            return sequence.Items.Select(item => At(item, keys, definition, offset)).FirstOrDefault(static hover => hover is not null);
        }

        foreach (var entry in node is YamlMapping mapping ? mapping.Entries : [])
        {
            var key = keys.FirstOrDefault(candidate => candidate.Name == entry.Key.Value);
            if (entry.Key.Span.IntersectsWith(offset))
            {
                return key is null ? Rule(entry.Key) : new HoverText(entry.Key.Span, Describe(key));
            }

            if (key?.Value == ConfigurationValue.Kind && entry.Value is YamlScalar kind && kind.Span.IntersectsWith(offset))
            {
                return definition.Kind(kind.Value) is { } known ? new HoverText(kind.Span, StructureHovers.Kind(definition, known)) : null;
            }

            if (entry.Value.Span.Start <= offset && offset <= entry.Value.Span.End)
            {
                return At(entry.Value, key?.Keys ?? [], definition, offset);
            }
        }

        return null;
    }

    private static HoverText? Rule(YamlScalar name) =>
        RuleCatalog.Find(name.Value) is { } rule ? new HoverText(name.Span, StructureHovers.Rule(rule, rule.Severity)) : null;

    private static string Describe(ConfigurationKey key) => new HoverWriter()
        .Title(key.Name, key.IsRequired ? "key, required" : "key")
        .Paragraph(key.Description)
        .Paragraph($"```yaml\n{key.Example}\n```")
        .Line("Severities", key.Value == ConfigurationValue.Severities ? ConfigurationReader.SeverityWords : [])
        .Line("Keys", key.Keys.Select(static inner => $"`{inner.Name}`"))
        .ToString();
}
