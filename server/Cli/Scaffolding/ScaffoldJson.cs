using System.Text.Json.Serialization;

namespace FrameworkLsp.Server.Cli.Scaffolding;

/// <summary>What a scaffolding command did or would do, as <c>--format json</c> shows it.</summary>
/// <param name="Documents">The documents, the one that was asked for first.</param>
/// <param name="Notes">What people should know.</param>
/// <param name="Written">Whether the files were written.</param>
internal sealed record ScaffoldJson(IReadOnlyList<ScaffoldedJson> Documents, IReadOnlyList<string> Notes, bool Written);

/// <summary>A document of <see cref="ScaffoldJson"/>.</summary>
/// <param name="Kind">The id of its kind.</param>
/// <param name="Path">Its path relative to the current folder.</param>
/// <param name="Change"><c>create</c>, <c>update</c> or <c>none</c>.</param>
/// <param name="Text">Its whole new text.</param>
internal sealed record ScaffoldedJson(string? Kind, string Path, string Change, string Text);

/// <summary>The serialisers of the scaffolding commands, made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(ScaffoldJson))]
internal sealed partial class ScaffoldJsonContext : JsonSerializerContext;
