using System.Text.Json;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Workspace.ExecuteCommand;

/// <summary>Executes commands that the client offers: those of code actions and lenses, and some of their own.</summary>
internal sealed class ExecuteCommandHandler(LanguageSession session)
{
    /// <summary>Executes a command; one that does not exist, or arguments it does not understand, are errors.</summary>
    [JsonRpcMethod("workspace/executeCommand", UseSingleObjectParameterDeserialization = true)]
    public Task<JsonElement?> ExecuteCommandAsync(ExecuteCommandParams parameters, CancellationToken cancellationToken) =>
        ServerCommands.All.TryGetValue(parameters.Command, out var command)
            ? command(session, parameters.Arguments ?? [], cancellationToken)
            : throw Refusal($"There is no command \"{parameters.Command}\"; the commands are {string.Join(", ", ServerCommands.Names)}.");

    /// <summary>The error for a command that cannot be executed as it was asked for.</summary>
    public static LocalRpcException Refusal(string message) => new(message) { ErrorCode = LspErrorCodes.InvalidParams };
}
