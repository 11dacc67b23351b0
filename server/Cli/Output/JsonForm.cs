using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>How all JSON output is written: camel case, nothing for what is absent, LF, letters of any language readable.</summary>
internal static class JsonForm
{
    /// <summary>Options for a source-generated context; a context owns its options, so each gets new ones.</summary>
    public static JsonSerializerOptions Options(bool isIndented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = isIndented,
        NewLine = "\n",
    };
}
