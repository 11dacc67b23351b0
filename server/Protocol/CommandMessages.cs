using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrameworkLsp.Server.Protocol;

/// <summary>A command that the client can offer; executing it comes back as a request.</summary>
internal sealed record Command
{
    public required string Title { get; init; }

    [JsonPropertyName("command")]
    public required string Name { get; init; }

    public ImmutableArray<JsonElement>? Arguments { get; init; }
}

/// <summary>Which commands there are.</summary>
internal sealed record ExecuteCommandOptions(ImmutableArray<string> Commands);

/// <summary>Executes a command.</summary>
internal sealed record ExecuteCommandParams
{
    public required string Command { get; init; }

    public IReadOnlyList<JsonElement>? Arguments { get; init; }
}

/// <summary>Asks the client to show a document.</summary>
internal sealed record ShowDocumentParams(string Uri)
{
    /// <summary>Whether it is shown outside of the editor.</summary>
    public bool? External { get; init; }

    public bool? TakeFocus { get; init; }

    public Range? Selection { get; init; }
}
