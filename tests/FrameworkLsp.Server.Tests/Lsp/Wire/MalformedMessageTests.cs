using System.Text.Json.Nodes;
using NUnit.Framework;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

[Category("Wire")]
internal sealed class MalformedMessageTests
{
    private static string Framed(string body) => $"Content-Length: {body.Length}\r\n\r\n{body}";

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return new TestCaseData("Content-Length: 5\r\n\r\n{\"a\":", -32700).SetArgDisplayNames("cut JSON");
        yield return new TestCaseData("Content-Length: 2\r\n\r\n[]", -32600).SetArgDisplayNames("a batch");
        yield return new TestCaseData("Content-Length: 2\r\n\r\n{}", -32600).SetArgDisplayNames("no method");
        yield return new TestCaseData("Content-Length: 1\r\n\r\n1", -32600).SetArgDisplayNames("a number");
        yield return new TestCaseData("Content-Length: x\r\n\r\n", -32700).SetArgDisplayNames("a length that is no number");
        yield return new TestCaseData("Content-Length: 0\r\n\r\n", -32700).SetArgDisplayNames("no body");
        yield return new TestCaseData("Content-Length: 99999999999\r\n\r\n", -32700).SetArgDisplayNames("an endless body");
        yield return new TestCaseData("Content-Length: -5\r\n\r\n", -32700).SetArgDisplayNames("a negative length");
        yield return new TestCaseData("Content-Type: a\r\n\r\n", -32700).SetArgDisplayNames("no length");
        yield return new TestCaseData("GET / HTTP/1.1\r\nHost: a\r\n\r\n", -32700).SetArgDisplayNames("another protocol");
        yield return new TestCaseData(new string('x', 200_000) + "\n", -32700).SetArgDisplayNames("a lot of garbage");
        yield return new TestCaseData(Framed("""{"jsonrpc":"2.0","id":{},"method":"foo"}"""), -32600).SetArgDisplayNames("an object as id");
        yield return new TestCaseData(Framed("""{"jsonrpc":"2.0","id":3,"method":{}}"""), -32600).SetArgDisplayNames("an object as method");
        yield return new TestCaseData("Content-Length: 41\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"a\",\"par", -32700).SetArgDisplayNames("a body shorter than it says");
    }

    [TestCaseSource(nameof(Broken))]
    public async Task Broken_messages_are_answered_and_the_server_lives(string bytes, int code)
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.SendRawAsync(bytes);

        var answer = await server.WaitAsync(static message => message["error"] is not null, "an error");

        Assert.That((int?)answer["error"]!["code"], Is.EqualTo(code));
        Assert.That(await server.ShutdownAsync(), Is.Zero);
    }

    private static readonly string[] MalformedParams =
    [
        """{"textDocument":5}""",
        """{"textDocument":null}""",
        """{}""",
        """[]""",
        """{"textDocument":{"uri":"file:///a.md","languageId":"markdown","version":"x","text":""}}""",
        """{"textDocument":{"uri":null,"languageId":"markdown","version":1,"text":""}}""",
    ];

    [TestCaseSource(nameof(MalformedParams))]
    public async Task Malformed_params_are_refused_and_the_server_lives(string parameters)
    {
        await using var server = await LspProcess.InitializeAsync();

        var asRequest = await server.RequestRawAsync("textDocument/didOpen", JsonNode.Parse(parameters));
        await server.NotifyAsync("textDocument/didOpen", JsonNode.Parse(parameters));

        Assert.That((int?)asRequest["error"]!["code"], Is.EqualTo(-32602));
        Assert.That(await server.ShutdownAsync(), Is.Zero);
    }

    [Test]
    public async Task Params_that_are_no_structure_are_refused()
    {
        await using var server = await LspProcess.InitializeAsync();

        var answer = await server.RequestRawAsync("textDocument/hover", JsonValue.Create(5));

        Assert.That((int?)answer["error"]!["code"], Is.EqualTo(-32602));
    }

    [Test]
    public async Task Unknown_requests_are_answered_and_unknown_notifications_ignored()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.NotifyAsync("$/somethingNew", new JsonObject());
        await server.NotifyAsync("some/notification", null);
        await server.NotifyAsync("$/cancelRequest", new JsonObject { ["id"] = "unknown" });
        await server.NotifyAsync("$/cancelRequest", new JsonObject { ["id"] = new JsonObject() });
        await server.NotifyAsync("$/progress", new JsonObject { ["token"] = "none", ["value"] = 1 });
        await server.SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = 4711, ["result"] = null });

        var answer = await server.RequestRawAsync("no/such", null);

        Assert.That((int?)answer["error"]!["code"], Is.EqualTo(-32601));
        Assert.That(await server.ShutdownAsync(), Is.Zero);
    }

    [Test]
    public async Task Headers_may_come_in_any_order_and_case()
    {
        await using var server = LspProcess.Start();
        const string Body = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}""";

        await server.SendRawAsync($"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: {Body.Length}\r\n\r\n{Body}");

        Assert.That((await server.ResponseAsync(1))["result"], Is.Not.Null);
    }
}
