using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using FrameworkLsp.Server.Lsp;

namespace FrameworkLsp.Server.Features.Workspace.ExecuteCommand;

/// <summary>What a command does with its arguments; its answer goes to the client.</summary>
internal delegate Task<JsonElement?> ServerCommand(LanguageSession session, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken);

/// <summary>The commands of the server by name.</summary>
internal static class ServerCommands
{
    /// <summary>The commands.</summary>
    public static FrozenDictionary<string, ServerCommand> All { get; } = new Dictionary<string, ServerCommand>(StringComparer.Ordinal)
    {
        [DeliveryChangeCommands.AddName] = DeliveryChangeCommands.AddAsync,
        [DeliveryChangeCommands.RaiseName] = DeliveryChangeCommands.RaiseAsync,
        [ExplainRuleCommand.Name] = ExplainRuleCommand.RunAsync,
        [NewDocumentCommand.Name] = NewDocumentCommand.RunAsync,
        [NextDocumentCommand.Name] = NextDocumentCommand.RunAsync,
        [OpenCommand.Name] = OpenCommand.RunAsync,
        [ReindexCommand.Name] = ReindexCommand.RunAsync,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Their names, as they are advertised.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];
}
