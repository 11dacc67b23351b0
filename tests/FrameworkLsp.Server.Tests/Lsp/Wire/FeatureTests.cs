using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

[Category("Wire")]
internal sealed class FeatureTests
{
    private const string Uri = "file:///x/" + Samples.PlanPath;
    private const string Useless = "# Implementation Plan: Lending\n\n<!-- framework-lsp-disable-next-line FW901: for the test -->\n\n- **Maturity Level**: 2 - Development Ready\n";

    private static JsonObject Capabilities() => new()
    {
        ["workspace"] = new JsonObject { ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true, ["resourceOperations"] = new JsonArray("create") } },
        ["textDocument"] = new JsonObject
        {
            ["codeAction"] = new JsonObject { ["codeActionLiteralSupport"] = new JsonObject { ["codeActionKind"] = new JsonObject { ["valueSet"] = new JsonArray("quickfix") } } },
            ["documentSymbol"] = new JsonObject { ["hierarchicalDocumentSymbolSupport"] = true },
            ["completion"] = new JsonObject { ["completionItem"] = new JsonObject { ["snippetSupport"] = true } },
        },
    };

    private static JsonObject CodeAction(string uri, JsonObject range, params string[] only)
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

    [Test]
    public async Task A_hover_says_where_it_is_about()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.OpenAsync(Uri, Samples.Plan);

        var hover = await server.RequestAsync("textDocument/hover", At(Uri, 4, 24));

        Assert.That((string?)hover!["contents"]!["value"], Does.Contain("2 - Development"));
        Assert.That(hover["range"]!.ToJsonString(), Is.EqualTo(Range(4, 22, 4, 43).ToJsonString()));
    }

    [Test]
    public async Task Requests_see_the_changes_that_were_sent_before_them()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.OpenAsync(Uri, Samples.Plan);
        await server.ChangeAsync(Uri, 2, Edit(4, 22, 4, 43, "3 - Pre-Production"));

        var hover = await server.RequestAsync("textDocument/hover", At(Uri, 4, 24));

        Assert.That((string?)hover!["contents"]!["value"], Does.Contain("3 - Pre-Production"));
    }

    [Test]
    public async Task Documents_that_are_not_open_answer_with_nothing()
    {
        await using var server = await LspProcess.InitializeAsync();

        Assert.That(await server.RequestAsync("textDocument/hover", At(Uri, 0, 0)), Is.Null);
        Assert.That(await server.RequestAsync("textDocument/documentSymbol", Document(Uri)), Is.Null);
        Assert.That(await server.RequestAsync("textDocument/completion", At(Uri, 0, 0)), Is.Null);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Completion_inserts_snippets_only_where_they_are_understood(bool snippets)
    {
        await using var server = await LspProcess.InitializeAsync(snippets ? Capabilities() : null);
        await server.OpenAsync(Uri, Samples.Plan + "\n## Mat");

        var list = await server.RequestAsync("textDocument/completion", At(Uri, 6, 6));

        var item = list!["items"]!.AsArray().Single(static item => (string?)item!["label"] == "Maturity Level Features")!;
        Assert.That((int?)item["insertTextFormat"], Is.EqualTo(snippets ? 2 : 1));
        Assert.That((string?)item["textEdit"]!["newText"], Does.StartWith("## Maturity Level Features\n").And.Contains("### Included at Selected Level"));
        Assert.That(((string?)item["textEdit"]!["newText"])!.Contains("$0", StringComparison.Ordinal), Is.EqualTo(snippets));
        Assert.That(item["textEdit"]!["range"]!.ToJsonString(), Is.EqualTo(Range(6, 0, 6, 6).ToJsonString()));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Symbols_are_nested_only_where_that_is_understood(bool nested)
    {
        await using var server = await LspProcess.InitializeAsync(nested ? Capabilities() : null);
        await server.OpenAsync(Uri, Samples.Plan);

        var symbols = (await server.RequestAsync("textDocument/documentSymbol", Document(Uri)))!.AsArray();

        Assert.That(symbols.Select(static symbol => (string?)symbol!["name"]), nested ? Is.EqualTo(new[] { "Implementation Plan: Lending" }) : Is.EqualTo(new[] { "Implementation Plan: Lending", "Maturity Level" }));
        Assert.That(symbols[0]!["children"] is not null, Is.EqualTo(nested));
    }

    [Test]
    public async Task A_quick_fix_carries_an_edit_for_the_version_it_was_made_for()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Samples.PlanPath, Useless);
        var uri = folder.Uri(Samples.PlanPath);
        await using var server = await LspProcess.InitializeAsync(Capabilities(), folders: folder.FullPath);
        await server.OpenAsync(uri, Useless, version: 4);
        await server.WaitForAsync("textDocument/publishDiagnostics", static parameters => (int?)parameters["version"] == 4 && parameters["diagnostics"]!.AsArray().Codes().Contains("FW999"));

        var actions = (await server.RequestAsync("textDocument/codeAction", CodeAction(uri, Range(2, 0, 2, 5))))!.AsArray();

        var fix = actions.First(static action => (string?)action!["kind"] == "quickfix" && (string?)action["diagnostics"]![0]!["code"] == "FW999")!;
        var change = fix["edit"]!["documentChanges"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That((bool?)fix["isPreferred"], Is.True);
            Assert.That((int?)change["textDocument"]!["version"], Is.EqualTo(4));
            Assert.That(change["edits"]![0]!["range"]!.ToJsonString(), Is.EqualTo(Range(2, 0, 3, 0).ToJsonString()));
            Assert.That((string?)change["edits"]![0]!["newText"], Is.Empty);
        });
    }

    [Test]
    public async Task All_safe_fixes_can_be_asked_for_at_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Samples.PlanPath, Useless);
        var uri = folder.Uri(Samples.PlanPath);
        await using var server = await LspProcess.InitializeAsync(Capabilities(), folders: folder.FullPath);
        await server.OpenAsync(uri, Useless);
        await server.WaitForAsync("textDocument/publishDiagnostics", static parameters => (int?)parameters["version"] == 1 && parameters["diagnostics"]!.AsArray().Codes().Contains("FW999"));

        var actions = (await server.RequestAsync("textDocument/codeAction", CodeAction(uri, Range(0, 0, 0, 0), "source.fixAll")))!.AsArray();

        Assert.That(actions.Select(static action => (string?)action!["kind"]), Is.EqualTo(new[] { "source.fixAll.frameworkLsp" }));
    }

    [Test]
    public async Task Clients_that_only_know_commands_get_no_code_actions()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.OpenAsync(Uri, Samples.Plan);

        Assert.That(await server.RequestAsync("textDocument/codeAction", CodeAction(Uri, Range(0, 0, 4, 0))), Is.Null);
    }

    [Test]
    public async Task A_request_that_is_cancelled_is_answered_all_the_same()
    {
        await using var server = await LspProcess.InitializeAsync(Capabilities());
        await server.OpenAsync(Uri, Samples.Plan);
        var id = await server.StartRequestAsync("textDocument/codeAction", CodeAction(Uri, Range(0, 0, 4, 0)));
        await server.NotifyAsync("$/cancelRequest", new JsonObject { ["id"] = id });

        var response = await server.ResponseAsync(id);

        Assert.That(response["error"] is null || (int?)response["error"]!["code"] == -32800, Is.True, response.ToJsonString());
        Assert.That(await server.ShutdownAsync(), Is.Zero);
    }

    [Test]
    public async Task A_reader_that_an_edit_overtakes_answers_with_content_modified_or_in_time()
    {
        await using var server = await LspProcess.InitializeAsync(Capabilities());
        await server.OpenAsync(Uri, Samples.Plan);
        var ids = new List<int>();
        for (var version = 2; version < 40; version++)
        {
            ids.Add(await server.StartRequestAsync("textDocument/codeAction", CodeAction(Uri, Range(0, 0, 4, 0))));
            await server.ChangeAsync(Uri, version, Edit(4, 0, 4, 0, "x"));
        }

        foreach (var id in ids)
        {
            var response = await server.ResponseAsync(id);
            Assert.That(response["error"] is null || (int?)response["error"]!["code"] == -32801, Is.True, response.ToJsonString());
        }
    }
}
