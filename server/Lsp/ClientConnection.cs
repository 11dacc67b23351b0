using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FrameworkLsp.Server.Lsp.Wire;
using FrameworkLsp.Server.Protocol;
using Serilog;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Lsp;

/// <summary>What the server says to the client. A client that is gone or refuses is logged, never an error of the server.</summary>
internal sealed class ClientConnection(LspJsonRpc rpc, ILogger log)
{
    private const string Justification = "Every message is in the source-generated JSON context; the conformity test writes each of them.";

    /// <summary>Publishes diagnostics.</summary>
    public Task PublishDiagnosticsAsync(PublishDiagnosticsParams parameters) => NotifyAsync("textDocument/publishDiagnostics", parameters);

    /// <summary>Writes to the client's log.</summary>
    public Task LogMessageAsync(MessageType type, string message) => NotifyAsync("window/logMessage", new LogMessageParams(type, message));

    /// <summary>Shows a message to the user.</summary>
    public Task ShowMessageAsync(MessageType type, string message) => NotifyAsync("window/showMessage", new ShowMessageParams(type, message));

    /// <summary>Asks the client to show a document; false when it refuses.</summary>
    public async Task<bool> ShowDocumentAsync(ShowDocumentParams parameters, CancellationToken cancellationToken) =>
        await AskAsync("window/showDocument", parameters, cancellationToken).ConfigureAwait(false) is { ValueKind: JsonValueKind.Object } answer
        && answer.TryGetProperty("success", out var success) && success.ValueKind == JsonValueKind.True;

    /// <summary>Asks the client to apply an edit; false when it refuses.</summary>
    public async Task<bool> ApplyEditAsync(ApplyWorkspaceEditParams parameters, CancellationToken cancellationToken) =>
        await AskAsync("workspace/applyEdit", parameters, cancellationToken).ConfigureAwait(false) is { ValueKind: JsonValueKind.Object } answer
        && answer.TryGetProperty("applied", out var applied) && applied.ValueKind == JsonValueKind.True;

    /// <summary>Says that deliveries may have changed.</summary>
    public Task DeliveriesChangedAsync() => NotifyAsync("frameworkLsp/deliveriesChanged", new DeliveriesChangedParams());

    /// <summary>Sends a part of the diagnostics that the client asked for.</summary>
    public Task PartialDiagnosticsAsync(PartialDiagnosticsParams parameters) => NotifyAsync("$/progress", parameters);

    /// <summary>Asks the client to ask again for what it shows: lenses, hints or diagnostics.</summary>
    /// <param name="what">The part of the method that names it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task RefreshAsync(string what, CancellationToken cancellationToken) => AskAsync($"workspace/{what}/refresh", null, cancellationToken);

    /// <summary>Reports a progress.</summary>
    public Task ProgressAsync(ProgressParams parameters) => NotifyAsync("$/progress", parameters);

    /// <summary>Announces a progress; false when the client refuses.</summary>
    public async Task<bool> CreateProgressAsync(string token, CancellationToken cancellationToken) =>
        await AskAsync("window/workDoneProgress/create", new WorkDoneProgressCreateParams(token), cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Registers capabilities.</summary>
    public Task RegisterAsync(RegistrationParams parameters, CancellationToken cancellationToken) => AskAsync("client/registerCapability", parameters, cancellationToken);

    /// <summary>Takes registered capabilities back.</summary>
    public Task UnregisterAsync(UnregistrationParams parameters, CancellationToken cancellationToken) => AskAsync("client/unregisterCapability", parameters, cancellationToken);

    /// <summary>Asks for settings, one answer per item; null when the client refuses.</summary>
    public async Task<JsonElement[]?> ConfigurationAsync(ConfigurationParams parameters, CancellationToken cancellationToken)
    {
        var answer = await AskAsync("workspace/configuration", parameters, cancellationToken).ConfigureAwait(false);
        return answer is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Justification)]
    private async Task NotifyAsync(string method, object parameters)
    {
        try
        {
            await rpc.NotifyWithParameterObjectAsync(method, parameters).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ConnectionLostException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            log.Debug("{Method} was not sent: {Reason}", method, exception.Message);
        }
    }

    // Null means a refusal or a lost connection; an answer without content is an undefined element.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Justification)]
    private async Task<JsonElement?> AskAsync(string method, object? parameters, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await rpc.InvokeWithParameterObjectAsync<JsonElement?>(method, parameters, cancellationToken).ConfigureAwait(false);
            return answer?.Clone() ?? default(JsonElement);
        }
        catch (Exception exception) when (exception is RemoteRpcException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            log.Debug("{Method} was refused: {Reason}", method, exception.Message);
            return null;
        }
    }
}
