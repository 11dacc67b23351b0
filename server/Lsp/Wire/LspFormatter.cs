using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace FrameworkLsp.Server.Lsp.Wire;

/// <summary>Turns bodies into messages and back, with the serialisers made at build time.</summary>
internal sealed class LspFormatter : SystemTextJsonFormatter
{
    private const string Justification =
        "The formatter is marked for its reflection mode. It is given a source-generated context, and reflection is switched off in the project.";

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Justification)]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Justification)]
    public LspFormatter() => JsonSerializerOptions = LspJsonContext.Default.Options;

    /// <summary>The message of a body. Throws <see cref="InvalidMessageException"/> when it is none.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Justification)]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Justification)]
    public JsonRpcMessage Read(byte[] body)
    {
        Check(body);
        try
        {
            return Deserialize(new ReadOnlySequence<byte>(body));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidMessageException(LspErrorCodes.InvalidRequest, exception.Message, RequestId.Null);
        }
    }

    // StreamJsonRpc ends the session over a message without a string as its method; such a message is told apart here.
    private static void Check(byte[] body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException exception)
        {
            throw new InvalidMessageException(LspErrorCodes.ParseError, exception.Message, RequestId.Null);
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new InvalidMessageException(LspErrorCodes.InvalidRequest, "A message must be a JSON object; batches are no part of the protocol.", RequestId.Null);
            }

            var id = Id(root, out var validId);
            var isResponse = root.TryGetProperty("result", out _) || root.TryGetProperty("error", out _);
            var isRequest = root.TryGetProperty("method", out var method);
            if (!validId || isRequest ? method.ValueKind != JsonValueKind.String || !validId : !isResponse)
            {
                throw new InvalidMessageException(LspErrorCodes.InvalidRequest, "A message needs a string as its method and a number or string as its id.", id);
            }

            if (isRequest && root.TryGetProperty("params", out var arguments) && arguments.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null))
            {
                throw new InvalidMessageException(LspErrorCodes.InvalidParams, "The params of a message are an object or an array.", id);
            }
        }
    }

    private static RequestId Id(JsonElement root, out bool isValid)
    {
        isValid = true;
        if (!root.TryGetProperty("id", out var id))
        {
            return RequestId.Null;
        }

        switch (id.ValueKind)
        {
            case JsonValueKind.String:
                return new RequestId(id.GetString());
            case JsonValueKind.Number when id.TryGetInt64(out var number):
                return new RequestId(number);
            case JsonValueKind.Null:
                return RequestId.Null;
            default:
                isValid = false;
                return RequestId.Null;
        }
    }
}

/// <summary>A body that is no message, with what to answer.</summary>
internal sealed class InvalidMessageException(int code, string message, RequestId id) : Exception(message)
{
    /// <summary>The error code.</summary>
    public int Code { get; } = code;

    /// <summary>The id to answer to; null when none could be read.</summary>
    public RequestId Id { get; } = id;
}
