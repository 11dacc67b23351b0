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

/// <summary>Asks the client to apply an edit.</summary>
internal sealed record ApplyWorkspaceEditParams(string? Label, WorkspaceEdit Edit);

/// <summary>Which document's successor is wanted.</summary>
internal sealed record NextDocumentArgument
{
    public required string Uri { get; init; }
}

/// <summary>Which document is wanted; what is left out is taken from the documents of the folder.</summary>
internal sealed record NewDocumentArgument
{
    /// <summary>The id of the kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The number of the level.</summary>
    public int? Level { get; init; }

    /// <summary>Ids or names of modules.</summary>
    public ImmutableArray<string>? Modules { get; init; }

    /// <summary>The folder that holds the delivery; the first folder of the client when it is left out.</summary>
    public string? FolderUri { get; init; }

    /// <summary>The project's name, for the title.</summary>
    public string? Project { get; init; }
}

/// <summary>How a rule is explained.</summary>
internal sealed record ExplainRuleOptions
{
    /// <summary>Whether the page is shown; a client that shows it itself says false. Left out means that it is.</summary>
    public bool? Show { get; init; }
}

/// <summary>How a delivery changes.</summary>
internal sealed record DeliveryChangeArgument
{
    /// <summary>Any document of the delivery.</summary>
    public required string Uri { get; init; }

    /// <summary>The number of the new level.</summary>
    public int? Level { get; init; }

    /// <summary>Ids or names of modules to add.</summary>
    public ImmutableArray<string>? Modules { get; init; }

    /// <summary>Whether only what becomes required is wanted.</summary>
    public bool? DryRun { get; init; }
}

/// <summary>What became of a document.</summary>
/// <param name="Uri">Its address.</param>
/// <param name="Created">Whether it is new; one that was there was brought up to date.</param>
/// <param name="Applied">Whether the client applied the edit; true when there was nothing to change.</param>
/// <param name="Notes">What people should know.</param>
internal sealed record DocumentCommandResult(string Uri, bool Created, bool Applied, ImmutableArray<string> Notes);

/// <summary>Asks the client to show a document.</summary>
internal sealed record ShowDocumentParams(string Uri)
{
    /// <summary>Whether it is shown outside of the editor.</summary>
    public bool? External { get; init; }

    public bool? TakeFocus { get; init; }

    public Range? Selection { get; init; }
}
