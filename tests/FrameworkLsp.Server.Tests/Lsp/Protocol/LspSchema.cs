using System.Text.Json;
using System.Text.Json.Nodes;

namespace FrameworkLsp.Server.Tests.Lsp.Protocol;

/// <summary>
/// What the official meta model of the protocol says of the messages the server uses, condensed into <c>lsp-3.17.json</c>: methods with
/// their direction, structures with inherited members in place (a question mark marks an optional one), enumerations with their values.
/// </summary>
internal static class LspSchema
{
    private static readonly JsonObject Model = Load();

    public static IEnumerable<string> Structures => Model["structures"]!.AsObject().Select(static pair => pair.Key);

    /// <summary>The facts about a method; null when the specification has no such method.</summary>
    public static JsonObject? Method(string name) => Model["methods"]![name]?.AsObject();

    /// <summary>The members of a structure; null when the specification has no such structure.</summary>
    public static JsonObject? Structure(string name) => Model["structures"]![name]?.AsObject();

    /// <summary>The value of an enumeration's member; null when there is none.</summary>
    public static JsonNode? EnumValue(string name, string member) =>
        Model["enumerations"]![name]?.AsObject().FirstOrDefault(pair => pair.Key.Equals(member, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>What of a value does not fit a type.</summary>
    public static IEnumerable<string> Violations(JsonNode? value, JsonNode? type, string path)
    {
        switch (type)
        {
            case null:
                return value is null ? [] : [$"{path}: nothing is expected here"];
            case JsonValue name:
                return FitsBase(value, (string)name!) ? [] : [$"{path}: {name} expected, not {value?.ToJsonString() ?? "null"}"];
        }

        var (kind, inner) = type.AsObject().First();
        switch (kind)
        {
            case "or":
                var alternatives = inner!.AsArray().Select(item => Violations(value, item, path).ToList()).ToList();
                return alternatives.Exists(static list => list.Count == 0) ? [] : alternatives.MinBy(static list => list.Count)!;
            case "array":
                return value is JsonArray items ? items.SelectMany((item, index) => Violations(item, inner, $"{path}[{index}]")) : [$"{path}: an array expected"];
            case "map":
                return value is JsonObject map ? map.SelectMany(pair => Violations(pair.Value, inner, $"{path}.{pair.Key}")) : [$"{path}: a map expected"];
            case "enum":
                return Model["enumerations"]![(string)inner!]!.AsObject().Any(pair => JsonNode.DeepEquals(pair.Value, value)) || IsOpen((string)inner!)
                    ? []
                    : [$"{path}: {value?.ToJsonString() ?? "null"} is no {inner}"];
            default:
                return Members(value, (kind == "ref" ? Structure((string)inner!) : inner!.AsObject())!, path);
        }
    }

    /// <summary>A value of a type with as little in it as the specification allows.</summary>
    public static JsonNode? Smallest(JsonNode? type) => Sample(type, withOptional: false, depth: 0);

    /// <summary>A value of a type with everything in it.</summary>
    public static JsonNode? Largest(JsonNode? type) => Sample(type, withOptional: true, depth: 0);

    private static JsonNode? Sample(JsonNode? type, bool withOptional, int depth)
    {
        switch (type)
        {
            case null:
                return null;
            case JsonValue name:
                return (string)name! switch
                {
                    "string" => "text",
                    "bool" => true,
                    "null" => null,
                    "any" => new JsonObject(),
                    _ => 1,
                };
        }

        var (kind, inner) = type.AsObject().First();
        switch (kind)
        {
            case "or":
                return Sample(inner!.AsArray()[0], withOptional, depth);
            case "array":
                return withOptional && depth < 8 ? new JsonArray(Sample(inner, withOptional, depth + 1)) : new JsonArray();
            case "map":
                return new JsonObject();
            case "enum":
                return Model["enumerations"]![(string)inner!]!.AsObject().First().Value!.DeepClone();
            default:
                var value = new JsonObject();
                foreach (var (name, member) in kind == "ref" ? Structure((string)inner!)! : inner!.AsObject())
                {
                    if (!name.EndsWith('?') || (withOptional && depth < 8))
                    {
                        value[name.TrimEnd('?')] = Sample(member, withOptional, depth + 1);
                    }
                }

                return value;
        }
    }

    private static IEnumerable<string> Members(JsonNode? value, JsonObject members, string path)
    {
        if (value is not JsonObject structure)
        {
            yield return $"{path}: an object expected";
            yield break;
        }

        foreach (var (name, member) in structure)
        {
            if ((members[name] ?? members[name + "?"]) is not { } type)
            {
                yield return $"{path}.{name}: no such member";
                continue;
            }

            foreach (var violation in Violations(member, type, $"{path}.{name}"))
            {
                yield return violation;
            }
        }

        foreach (var (name, _) in members.Where(pair => !pair.Key.EndsWith('?') && !structure.ContainsKey(pair.Key)))
        {
            yield return $"{path}.{name}: missing";
        }
    }

    private static bool FitsBase(JsonNode? value, string type) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("any", _) => true,
        ("null", JsonValueKind.Null) => true,
        ("string", JsonValueKind.String) => true,
        ("bool", JsonValueKind.True or JsonValueKind.False) => true,
        ("int", JsonValueKind.Number) => value!.AsValue().TryGetValue<int>(out _),
        ("uint", JsonValueKind.Number) => value!.AsValue().TryGetValue<uint>(out _),
        ("decimal", JsonValueKind.Number) => true,
        _ => false,
    };

    // The specification lets servers add kinds of code actions.
    private static bool IsOpen(string enumeration) => enumeration == "CodeActionKind";

    private static JsonObject Load()
    {
        using var stream = typeof(LspSchema).Assembly.GetManifestResourceStream("lsp-3.17.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
