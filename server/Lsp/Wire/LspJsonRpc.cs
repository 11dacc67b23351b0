using System.Text.Json;
using FrameworkLsp.Server.Protocol;
using Serilog;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace FrameworkLsp.Server.Lsp.Wire;

/// <summary>The connection: answers failures with the codes of the specification and logs them.</summary>
internal sealed class LspJsonRpc(LspMessageHandler handler, ILogger log) : JsonRpc(handler)
{
    /// <inheritdoc/>
    protected override JsonRpcError.ErrorDetail CreateErrorDetails(JsonRpcRequest request, Exception exception)
    {
        switch (exception)
        {
            case LocalRpcException local:
                return new JsonRpcError.ErrorDetail { Code = (JsonRpcErrorCode)local.ErrorCode, Message = local.Message, Data = local.ErrorData };
            case JsonException:
                log.Warning("Malformed parameters of {Method}: {Reason}", request.Method, exception.Message);
                return new JsonRpcError.ErrorDetail { Code = JsonRpcErrorCode.InvalidParams, Message = $"The params of '{request.Method}' are malformed: {exception.Message}" };
            default:
                log.Error(exception, "{Method} failed", request.Method);
                return new JsonRpcError.ErrorDetail { Code = JsonRpcErrorCode.InternalError, Message = $"'{request.Method}' failed: {exception.Message}" };
        }
    }
}
