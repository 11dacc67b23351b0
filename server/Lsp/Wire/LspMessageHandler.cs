using System.Collections.Concurrent;
using System.IO.Pipelines;
using FrameworkLsp.Server.Protocol;
using Serilog;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;
using StreamJsonRpc.Reflection;

namespace FrameworkLsp.Server.Lsp.Wire;

/// <summary>
/// Reads messages, answers the ones that are malformed or out of turn itself, and hands the others on. The base class would end the
/// session at the first malformed one.
/// </summary>
internal sealed class LspMessageHandler(PipeWriter output, PipeReader input, LspFormatter formatter, LifecycleState lifecycle, ILogger log)
    : HeaderDelimitedMessageHandler(output, input, formatter), IJsonRpcMessageBufferManager
{
    private readonly FrameReader _frames = new(input);
    private readonly ConcurrentDictionary<RequestId, bool> _asked = new();

    /// <inheritdoc/>
    void IJsonRpcMessageBufferManager.DeserializationComplete(JsonRpcMessage message) =>
        (message as IJsonRpcMessageBufferManager)?.DeserializationComplete(message);

    /// <inheritdoc/>
    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        while (await _frames.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
        {
            var message = Parse(frame, out var problem);
            if (problem is null && message is JsonRpcRequest request)
            {
                switch (lifecycle.Admit(request.Method!, request.IsResponseExpected))
                {
                    case Admission.Exit:
                        return null;
                    case Admission.Drop:
                        message = null;
                        break;
                    case Admission.RefuseUninitialized:
                        problem = new InvalidMessageException(LspErrorCodes.ServerNotInitialized, "The server waits for initialize.", request.RequestId);
                        break;
                    case Admission.RefuseInvalid:
                        problem = new InvalidMessageException(LspErrorCodes.InvalidRequest, $"'{request.Method}' may not be asked now: the server is {(lifecycle.Phase == LifecyclePhase.ShutDown ? "shut down" : "initialized already")}.", request.RequestId);
                        break;
                }
            }

            if (message is IJsonRpcMessageWithId answer and not JsonRpcRequest && !_asked.TryRemove(answer.RequestId, out _))
            {
                // The base class would end the session over an answer to a question that nobody asked.
                log.Warning("Ignored an answer to an unknown request {Id}", answer.RequestId);
                message = null;
            }

            if (problem is not null)
            {
                log.Warning("Refused a message with {Code}: {Reason}", problem.Code, problem.Message);
                await WriteAsync(Error(problem), cancellationToken).ConfigureAwait(false);
            }
            else if (message is not null)
            {
                return message;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    protected override void Write(JsonRpcMessage content, CancellationToken cancellationToken)
    {
        if (content is JsonRpcRequest { IsResponseExpected: true } request)
        {
            _asked[request.RequestId] = true;
        }

        base.Write(content, cancellationToken);
    }

    private JsonRpcMessage? Parse(Frame frame, out InvalidMessageException? problem)
    {
        problem = null;
        try
        {
            return formatter.Read(frame.Body ?? throw new InvalidMessageException(LspErrorCodes.ParseError, "A message starts with its Content-Length.", RequestId.Null));
        }
        catch (InvalidMessageException exception)
        {
            problem = exception;
            return null;
        }
    }

    private JsonRpcError Error(InvalidMessageException problem)
    {
        var error = ((IJsonRpcMessageFactory)formatter).CreateErrorMessage();
        error.RequestId = problem.Id;
        error.Error = new JsonRpcError.ErrorDetail { Code = (JsonRpcErrorCode)problem.Code, Message = problem.Message };
        return error;
    }
}
