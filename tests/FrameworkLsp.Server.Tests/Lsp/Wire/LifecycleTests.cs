using System.Text.Json.Nodes;
using NUnit.Framework;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

[Category("Wire")]
internal sealed class LifecycleTests
{
    [Test]
    public async Task Requests_before_initialize_are_refused()
    {
        await using var server = LspProcess.Start();

        var response = await server.RequestRawAsync("textDocument/hover", Messages.At("file:///a.md", 0, 0));

        Assert.That((int?)response["error"]!["code"], Is.EqualTo(-32002));
    }

    [Test]
    public async Task Unknown_requests_before_initialize_are_refused_the_same_way()
    {
        await using var server = LspProcess.Start();

        var response = await server.RequestRawAsync("no/such", null);

        Assert.That((int?)response["error"]!["code"], Is.EqualTo(-32002));
    }

    [Test]
    public async Task Notifications_before_initialize_are_dropped()
    {
        await using var server = LspProcess.Start();
        await server.OpenAsync("file:///a/artifacts/plans/implementation-plan.md", Samples.Plan);

        await server.HandshakeAsync();
        await server.OpenAsync("file:///b/artifacts/plans/implementation-plan.md", Samples.Plan);
        await server.DiagnosticsAsync("file:///b/artifacts/plans/implementation-plan.md");

        Assert.That(server.Notifications("textDocument/publishDiagnostics").Select(static item => (string?)item["uri"]), Has.None.Contains("file:///a/"));
    }

    [Test]
    public async Task A_second_initialize_is_refused()
    {
        await using var server = await LspProcess.InitializeAsync();

        var response = await server.RequestRawAsync("initialize", new JsonObject { ["capabilities"] = new JsonObject() });

        Assert.That((int?)response["error"]!["code"], Is.EqualTo(-32600));
    }

    [Test]
    public async Task Requests_after_shutdown_are_refused()
    {
        await using var server = await LspProcess.InitializeAsync();
        Assert.That(await server.RequestAsync("shutdown", null), Is.Null);

        var response = await server.RequestRawAsync("textDocument/hover", Messages.At("file:///a.md", 0, 0));

        Assert.That((int?)response["error"]!["code"], Is.EqualTo(-32600));
    }

    [Test]
    public async Task Exit_after_shutdown_gives_zero()
    {
        await using var server = await LspProcess.InitializeAsync();

        Assert.That(await server.ShutdownAsync(), Is.Zero);
    }

    [Test]
    public async Task Exit_without_shutdown_gives_one()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.NotifyAsync("exit", null);

        Assert.That(await server.ExitCodeAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Exit_before_initialize_gives_one()
    {
        await using var server = LspProcess.Start();
        await server.NotifyAsync("exit", null);

        Assert.That(await server.ExitCodeAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task End_of_input_ends_the_process()
    {
        await using var server = await LspProcess.InitializeAsync();
        server.CloseInput();

        Assert.That(await server.ExitCodeAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_server_ends_with_the_process_that_started_it()
    {
        using var parent = System.Diagnostics.Process.Start(OperatingSystem.IsWindows() ? "ping" : "sleep", OperatingSystem.IsWindows() ? "-n 600 127.0.0.1" : "600");
        await using var server = LspProcess.Start();
        await server.RequestAsync("initialize", new JsonObject { ["processId"] = parent.Id, ["capabilities"] = new JsonObject() });
        parent.Kill();

        Assert.That(await server.ExitCodeAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_parent_in_another_container_is_not_waited_for()
    {
        await using var server = LspProcess.Start();
        await server.RequestAsync("initialize", new JsonObject { ["processId"] = int.MaxValue, ["capabilities"] = new JsonObject() });

        Assert.That(await server.ShutdownAsync(), Is.Zero);
    }

    [Test]
    public async Task Initialize_tells_what_the_server_can_do()
    {
        await using var server = LspProcess.Start();

        var result = await server.HandshakeAsync();

        Assert.Multiple(() =>
        {
            Assert.That((string?)result["serverInfo"]!["name"], Is.EqualTo("framework-lsp"));
            Assert.That((int?)result["capabilities"]!["textDocumentSync"]!["change"], Is.EqualTo(2));
            Assert.That((string?)result["capabilities"]!["positionEncoding"], Is.EqualTo("utf-16"));
        });
    }
}
