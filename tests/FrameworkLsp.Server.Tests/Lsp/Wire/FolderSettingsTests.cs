using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>Settings that clients tell by folder.</summary>
[Category("Wire")]
internal sealed class FolderSettingsTests
{
    private static readonly JsonObject Asking = new() { ["workspace"] = new JsonObject { ["configuration"] = true } };

    // Answers with the settings of each folder; those of the window are empty.
    private static async Task<LspProcess> StartAsync(Func<string?, JsonObject> settings, params string[] folders)
    {
        var server = LspProcess.Start();
        server.Answers["workspace/configuration"] = parameters => new JsonArray([.. parameters!["items"]!.AsArray().Select(item => settings((string?)item!["scopeUri"]))]);
        await server.HandshakeAsync(Asking.DeepClone().AsObject(), null, folders);
        return server;
    }

    [Test]
    public async Task A_folder_can_be_left_alone()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        one.Write(Samples.PlanPath, Samples.Plan);
        two.Write(Samples.PlanPath, Samples.Plan);
        var isEnabled = true;
        var uri = two.Uri(Samples.PlanPath);
        await using var server = await StartAsync(scope => new JsonObject { ["enable"] = isEnabled || scope != new Uri(two.FullPath).AbsoluteUri }, one.FullPath, two.FullPath);
        Assert.That((await server.DiagnosticsAsync(uri)).Codes(), Does.Contain(Samples.Rule));
        Assert.That((await server.DiagnosticsAsync(one.Uri(Samples.PlanPath))).Codes(), Does.Contain(Samples.Rule));
        var mark = server.Mark();

        isEnabled = false;
        await server.NotifyAsync("workspace/didChangeConfiguration", new JsonObject { ["settings"] = null });

        Assert.That(await server.DiagnosticsAsync(uri, from: mark), Is.Empty);
        await server.OpenAsync(uri, Samples.Plan);
        Assert.That(await server.RequestAsync("textDocument/hover", At(uri, 4, 5)), Is.Null);

        mark = server.Mark();
        isEnabled = true;
        await server.NotifyAsync("workspace/didChangeConfiguration", new JsonObject { ["settings"] = null });

        Assert.That((await server.DiagnosticsAsync(uri, from: mark)).Codes(), Does.Contain(Samples.Rule));
    }

    [Test]
    public async Task A_folder_that_comes_later_is_asked_about()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        two.Write(Samples.PlanPath, Samples.Plan);
        two.Write("mild.yaml", $"rules: {{{Samples.Rule}: hint}}\n");
        await using var server = await StartAsync(scope => scope == new Uri(two.FullPath).AbsoluteUri ? new JsonObject { ["configPath"] = "mild.yaml" } : [], one.FullPath);

        await server.NotifyAsync("workspace/didChangeWorkspaceFolders", new JsonObject
        {
            ["event"] = new JsonObject { ["added"] = new JsonArray(LspProcess.FolderOf(two.FullPath)), ["removed"] = new JsonArray() },
        });

        await server.WaitForAsync("textDocument/publishDiagnostics", parameters => (string?)parameters["uri"] == two.Uri(Samples.PlanPath) && Severity(parameters["diagnostics"]) == 4);
    }

    [Test]
    public async Task A_configuration_file_can_be_named_and_changed()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".framework-lsp.yaml", $"rules: {{{Samples.Rule}: error}}\n");
        folder.Write("config/mild.yaml", $"rules: {{{Samples.Rule}: hint}}\n");
        folder.Write(Samples.PlanPath, Samples.Plan);
        var file = "config/mild.yaml";
        await using var server = await StartAsync(_ => new JsonObject { ["configPath"] = file }, folder.FullPath);
        var uri = folder.Uri(Samples.PlanPath);
        await server.WaitForAsync("textDocument/publishDiagnostics", parameters => (string?)parameters["uri"] == uri && Severity(parameters["diagnostics"]) == 4);
        var mark = server.Mark();

        file = "";
        await server.NotifyAsync("workspace/didChangeConfiguration", new JsonObject { ["settings"] = null });

        await server.WaitForAsync("textDocument/publishDiagnostics", parameters => (string?)parameters["uri"] == uri && Severity(parameters["diagnostics"]) == 1, mark);
    }

    [Test]
    public async Task A_named_configuration_file_is_watched_wherever_it_lies()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("mild.yaml", $"rules: {{{Samples.Rule}: hint}}\n");
        folder.Write(Samples.PlanPath, Samples.Plan);
        var file = elsewhere["mild.yaml"];
        await using var server = LspProcess.Start();
        server.Answers["workspace/configuration"] = parameters => new JsonArray([.. parameters!["items"]!.AsArray().Select(item => new JsonObject { ["configPath"] = file })]);
        var watched = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Answers["client/registerCapability"] = parameters =>
        {
            var registration = parameters!["registrations"]![0]!;
            if ((string?)registration["id"] == "named-configurations")
            {
                watched.TrySetResult(registration["registerOptions"]!["watchers"]![0]!["globPattern"]!.DeepClone());
            }

            return null;
        };
        var unwatched = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Answers["client/unregisterCapability"] = parameters =>
        {
            unwatched.TrySetResult((string?)parameters!["unregisterations"]![0]!["id"]);
            return null;
        };
        var capabilities = Asking.DeepClone().AsObject();
        capabilities["workspace"]!["didChangeWatchedFiles"] = new JsonObject { ["dynamicRegistration"] = true, ["relativePatternSupport"] = true };
        await server.HandshakeAsync(capabilities, null, folder.FullPath);
        var uri = folder.Uri(Samples.PlanPath);
        await server.WaitForAsync("textDocument/publishDiagnostics", parameters => (string?)parameters["uri"] == uri && Severity(parameters["diagnostics"]) == 4);
        var pattern = await watched.Task.WaitAsync(LspProcess.Patience);
        Assert.That((string?)pattern!["pattern"], Is.EqualTo("mild.yaml"));
        Assert.That(new Uri((string)pattern["baseUri"]!).LocalPath, Is.EqualTo(elsewhere.FullPath));

        var mark = server.Mark();
        elsewhere.Write("mild.yaml", $"rules: {{{Samples.Rule}: info}}\n");
        await server.NotifyAsync("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["uri"] = elsewhere.Uri("mild.yaml"), ["type"] = 2 }) });
        await server.WaitForAsync("textDocument/publishDiagnostics", parameters => (string?)parameters["uri"] == uri && Severity(parameters["diagnostics"]) == 3, mark);

        file = "";
        await server.NotifyAsync("workspace/didChangeConfiguration", new JsonObject { ["settings"] = null });
        Assert.That(await unwatched.Task.WaitAsync(LspProcess.Patience), Is.EqualTo("named-configurations"));
    }

    private static int? Severity(JsonNode? diagnostics) =>
        (int?)diagnostics!.AsArray().FirstOrDefault(static diagnostic => (string?)diagnostic!["code"] == Samples.Rule)?["severity"];
}
