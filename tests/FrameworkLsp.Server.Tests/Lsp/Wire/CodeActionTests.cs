using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

[Category("Wire")]
internal sealed class CodeActionTests
{
    // An empty field is a finding with no say of other rules, and the useless suppression has a safe fix.
    private const string Plan = "# Implementation Plan: Lending\n\n<!-- framework-lsp-disable-next-line FW901: for the test -->\n\n- **Maturity Level**:\n- **Optional Modules**: none\n";

    private static JsonObject Capabilities(bool isLazy) => new()
    {
        ["workspace"] = new JsonObject { ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true } },
        ["window"] = new JsonObject { ["showDocument"] = new JsonObject { ["support"] = true } },
        ["textDocument"] = new JsonObject
        {
            ["codeAction"] = new JsonObject
            {
                ["codeActionLiteralSupport"] = new JsonObject { ["codeActionKind"] = new JsonObject { ["valueSet"] = new JsonArray("quickfix") } },
                ["dataSupport"] = isLazy,
                ["resolveSupport"] = isLazy ? new JsonObject { ["properties"] = new JsonArray("edit") } : null,
            },
        },
    };

    private static JsonObject Asked(string uri, JsonObject range, params string[] only)
    {
        var parameters = Document(uri);
        parameters["range"] = range;
        parameters["context"] = new JsonObject { ["diagnostics"] = new JsonArray() };
        if (only.Length > 0)
        {
            parameters["context"]!["only"] = new JsonArray([.. only.Select(static kind => (JsonNode)kind)]);
        }

        return parameters;
    }

    private static async Task<(LspProcess Server, string Uri)> OpenAsync(TemporaryFolder folder, bool isLazy, JsonNode? options = null)
    {
        folder.Write(Samples.PlanPath, Plan);
        var uri = folder.Uri(Samples.PlanPath);
        var server = await LspProcess.InitializeAsync(Capabilities(isLazy), options, folder.FullPath);
        await server.OpenAsync(uri, Plan);
        await server.WaitForAsync("textDocument/publishDiagnostics", static parameters => (int?)parameters["version"] == 1 && parameters["diagnostics"]!.AsArray().Codes().Contains("FW999"));
        return (server, uri);
    }

    [Test]
    public async Task A_finding_can_be_ignored_and_explained()
    {
        using var folder = new TemporaryFolder();
        var (server, uri) = await OpenAsync(folder, isLazy: false);
        await using var owned = server;

        var actions = (await server.RequestAsync("textDocument/codeAction", Asked(uri, Range(4, 0, 4, 20))))!.AsArray();

        var ignore = actions.First(static action => ((string?)action!["title"])!.StartsWith("Ignore ", StringComparison.Ordinal))!;
        var edit = ignore["edit"]!["documentChanges"]![0]!["edits"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)ignore["kind"], Is.EqualTo("quickfix"));
            Assert.That((string?)edit["newText"], Is.EqualTo($" {(string?)ignore["diagnostics"]![0]!["code"]},"));
            Assert.That(edit["range"]!.ToJsonString(), Is.EqualTo(Range(2, 36, 2, 36).ToJsonString()));
        });

        var explain = actions.First(static action => action!["command"] is not null)!["command"]!;
        var page = await server.RequestAsync("workspace/executeCommand", new JsonObject { ["command"] = (string?)explain["command"], ["arguments"] = explain["arguments"]!.DeepClone() });
        Assert.That((string?)page, Does.Contain("## Why it matters"));
        await server.WaitForAsync("window/showMessage", parameters => ((string?)parameters["message"])!.StartsWith((string)explain["arguments"]![0]!, StringComparison.Ordinal));
    }

    [Test]
    public async Task A_published_page_is_shown_where_it_is()
    {
        using var folder = new TemporaryFolder();
        var (server, _) = await OpenAsync(folder, isLazy: false, new JsonObject { ["ruleUrl"] = "https://example.org/rules" });
        await using var owned = server;
        server.Answers["window/showDocument"] = static _ => new JsonObject { ["success"] = true };

        await server.RequestAsync("workspace/executeCommand", new JsonObject { ["command"] = "frameworkLsp.explainRule", ["arguments"] = new JsonArray("FW013") });

        var request = await server.WaitForAsync("window/showDocument", static _ => true);
        Assert.That((string?)request["uri"], Is.EqualTo("https://example.org/rules/FW013"));
        Assert.That(server.Notifications("window/showMessage"), Is.Empty);
    }

    [Test]
    public async Task All_safe_fixes_are_made_when_they_are_chosen_and_only_for_the_version_they_were_offered_for()
    {
        using var folder = new TemporaryFolder();
        var (server, uri) = await OpenAsync(folder, isLazy: true);
        await using var owned = server;

        var action = (await server.RequestAsync("textDocument/codeAction", Asked(uri, Range(0, 0, 0, 0), "source.fixAll")))!.AsArray().Single()!;
        Assert.That(action["edit"], Is.Null);

        var resolved = await server.RequestAsync("codeAction/resolve", action);
        Assert.That(resolved!["edit"]!["documentChanges"]![0]!["edits"]!.AsArray(), Is.Not.Empty);
        Assert.That((string?)resolved["kind"], Is.EqualTo("source.fixAll.frameworkLsp"));

        await server.ChangeAsync(uri, 2, Edit(0, 0, 0, 0, " "));
        var refused = await server.RequestRawAsync("codeAction/resolve", action);
        Assert.That((int?)refused["error"]!["code"], Is.EqualTo(-32801));
    }

    [TestCase("frameworkLsp.nothing")]
    [TestCase("frameworkLsp.explainRule")]
    [TestCase("frameworkLsp.open")]
    public async Task Commands_that_do_not_exist_or_lack_arguments_are_errors(string command)
    {
        await using var server = await LspProcess.InitializeAsync();

        var response = await server.RequestRawAsync("workspace/executeCommand", new JsonObject { ["command"] = command, ["arguments"] = new JsonArray(5) });

        Assert.That((int?)response["error"]!["code"], Is.EqualTo(-32602));
    }

    [Test]
    public async Task Every_command_is_advertised()
    {
        await using var server = LspProcess.Start();
        var capabilities = (await server.HandshakeAsync())["capabilities"]!;

        Assert.That(capabilities["executeCommandProvider"]!["commands"]!.AsArray().Select(static command => (string?)command), Is.EqualTo(new[] { "frameworkLsp.addModule", "frameworkLsp.explainRule", "frameworkLsp.newDocument", "frameworkLsp.nextDocument", "frameworkLsp.open", "frameworkLsp.raiseLevel", "frameworkLsp.reindex" }));
    }
}
