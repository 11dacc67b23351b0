using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Server.Cli;

/// <summary>Makes the JSON Schema of the configuration file from the table of its keys, the rules and the document kinds.</summary>
internal static class ConfigurationSchema
{
    private const string SeverityReference = "#/definitions/severity";
    private const string SeveritiesReference = "#/definitions/severities";

    /// <summary>The schema as text, ending in a line end.</summary>
    public static string Of(ImmutableArray<RuleDescriptor> rules, FrameworkDefinition definition)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = $"{Product.Name} configuration ({ConfigurationReader.FileName})",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = Properties(ConfigurationKeys.All, definition),
            ["definitions"] = new JsonObject
            {
                ["severity"] = new JsonObject { ["enum"] = Texts(ConfigurationReader.SeverityWords) },
                ["severities"] = Severities(rules),
            },
        };
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            schema.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static JsonObject Properties(ImmutableArray<ConfigurationKey> keys, FrameworkDefinition definition)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            var property = Value(key, definition);
            property.Insert(0, "description", key.Description);
            properties[key.Name] = property;
        }

        return properties;
    }

    private static JsonObject Value(ConfigurationKey key, FrameworkDefinition definition) => key.Value switch
    {
        ConfigurationValue.File => new JsonObject { ["type"] = "string" },
        ConfigurationValue.Globs or ConfigurationValue.Folders => OneOrList(static () => new JsonObject { ["type"] = "string", ["minLength"] = 1 }),
        ConfigurationValue.Tokens => OneOrList(static () => new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9_]+$" }),
        ConfigurationValue.Severities => new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = SeveritiesReference }) },
        ConfigurationValue.Mappings => List(new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = Texts(key.Keys.Where(static inner => inner.IsRequired).Select(static inner => inner.Name)),
            ["properties"] = Properties(key.Keys, definition),
        }),
        ConfigurationValue.Kind => new JsonObject { ["enum"] = Texts(definition.Kinds.Select(static kind => kind.Id).Append(ConfigurationKeys.NoKind)) },
        _ => new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = Properties(key.Keys, definition) },
    };

    private static JsonObject Severities(ImmutableArray<RuleDescriptor> rules)
    {
        var properties = new JsonObject();
        foreach (var rule in rules)
        {
            var summary = RulePage.Of(rule).Summary;
            properties[rule.Id] = new JsonObject { ["description"] = $"{rule.Name}: {summary}", ["$ref"] = SeverityReference };
            properties[rule.Name] = new JsonObject { ["description"] = $"{rule.Id}: {summary}", ["$ref"] = SeverityReference };
        }

        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static JsonObject OneOrList(Func<JsonObject> item) => new() { ["anyOf"] = new JsonArray(item(), List(item())) };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(static text => (JsonNode?)JsonValue.Create(text))]);
}
