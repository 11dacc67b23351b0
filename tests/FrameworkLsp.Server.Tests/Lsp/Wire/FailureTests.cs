using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using FrameworkLsp.Server.Lsp.Wire;
using NUnit.Framework;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>What no well-behaved handler does, so it takes a handler of the test's own.</summary>
internal sealed class FailureTests
{
    [Test]
    public async Task A_handler_that_throws_answers_an_error_is_logged_and_the_connection_lives()
    {
        var log = new LogCollector();
        var (toServer, toClient) = (new Pipe(), new Pipe());
        using var handler = new LspMessageHandler(toClient.Writer, toServer.Reader, new LspFormatter(), new LifecycleState(), log.Logger);
        using var rpc = new LspJsonRpc(handler, log.Logger);
        rpc.AddLocalRpcTarget(RpcTargetMetadata.FromClass(typeof(ThrowingHandler)), new ThrowingHandler(), null);
        rpc.StartListening();

        await SendAsync(toServer.Writer, """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}""");
        var first = await ReceiveAsync(toClient.Reader);
        await SendAsync(toServer.Writer, """{"jsonrpc":"2.0","id":2,"method":"fails"}""");
        var second = await ReceiveAsync(toClient.Reader);

        Assert.Multiple(() =>
        {
            Assert.That((int?)first["error"]!["code"], Is.EqualTo(-32603));
            Assert.That(((int?)second["id"], (int?)second["error"]!["code"]), Is.EqualTo(((int?)2, (int?)-32603)));
            Assert.That(log.Exceptions, Has.Count.EqualTo(2).And.All.InstanceOf<InvalidDataException>());
        });
    }

    private static async Task SendAsync(PipeWriter writer, string body) =>
        await writer.WriteAsync(Encoding.UTF8.GetBytes($"Content-Length: {body.Length}\r\n\r\n{body}"));

    private static async Task<JsonNode> ReceiveAsync(PipeReader reader)
    {
        var frame = await new FrameReader(reader).ReadAsync(CancellationToken.None).AsTask().WaitAsync(LspProcess.Patience);
        return JsonNode.Parse(frame!.Body!)!;
    }

    internal sealed class ThrowingHandler
    {
        [JsonRpcMethod("initialize")]
        public object Initialize() => throw new InvalidDataException("on purpose");

        [JsonRpcMethod("fails")]
        public Task<object> FailAsync() => Task.FromException<object>(new InvalidDataException("on purpose"));
    }

    private sealed class LogCollector : ILogEventSink
    {
        public LogCollector() => Logger = new LoggerConfiguration().WriteTo.Sink(this).CreateLogger();

        public ILogger Logger { get; }

        public List<Exception> Exceptions { get; } = [];

        public void Emit(LogEvent logEvent)
        {
            if (logEvent.Exception is { } exception)
            {
                Exceptions.Add(exception);
            }
        }
    }
}
