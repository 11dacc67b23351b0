using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>Clients that ask for diagnostics instead of being sent them.</summary>
[Category("Wire")]
internal sealed class PulledDiagnosticsTests
{
    private const string SecondPath = "other/artifacts/plans/implementation-plan.md";

    private static JsonObject Capabilities(bool related = false) => new()
    {
        ["workspace"] = new JsonObject
        {
            ["diagnostics"] = new JsonObject { ["refreshSupport"] = true },
            ["didChangeWatchedFiles"] = new JsonObject { ["dynamicRegistration"] = true },
        },
        ["window"] = new JsonObject { ["workDoneProgress"] = true },
        ["textDocument"] = new JsonObject { ["diagnostic"] = new JsonObject { ["relatedDocumentSupport"] = related } },
    };

    private static async Task<LspProcess> StartAsync(TemporaryFolder folder, bool related = false, JsonNode? options = null)
    {
        folder.Write(Samples.PlanPath, Samples.Plan);
        folder.Write(SecondPath, Samples.Plan.Replace("Lending", "Booking", StringComparison.Ordinal));
        var server = await LspProcess.InitializeAsync(Capabilities(related), options, folder.FullPath);
        await server.WaitForAsync("$/progress", static parameters => (string?)parameters["value"]!["kind"] == "end");
        return server;
    }

    private static JsonObject Ask(string uri, string? previous = null)
    {
        var parameters = Document(uri);
        parameters["previousResultId"] = previous;
        return parameters;
    }

    private static JsonObject AskAll(JsonNode? token, params (string Uri, string Id)[] known) => new()
    {
        ["previousResultIds"] = new JsonArray([.. known.Select(static pair => new JsonObject { ["uri"] = pair.Uri, ["value"] = pair.Id })]),
        ["partialResultToken"] = token,
    };

    private static Task<JsonNode> PartAsync(LspProcess server, string uri, int from) => ReportAsync(server, report => (string?)report["uri"] == uri, from);

    private static async Task<JsonNode> ReportAsync(LspProcess server, Func<JsonNode, bool> condition, int from)
    {
        var progress = await server.WaitForAsync("$/progress", parameters => (string?)parameters["token"] == "all" && parameters["value"]!["items"]!.AsArray().Any(item => condition(item!)), from);
        return progress["value"]!["items"]!.AsArray().First(item => condition(item!))!;
    }

    [Test]
    public async Task A_document_has_its_diagnostics_once_and_then_unchanged()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder);
        var uri = folder.Uri(Samples.PlanPath);
        await server.OpenAsync(uri, Samples.Plan);

        var first = await server.RequestAsync("textDocument/diagnostic", Ask(uri));
        var again = await server.RequestAsync("textDocument/diagnostic", Ask(uri, (string?)first!["resultId"]));
        await server.ChangeAsync(uri, 2, Edit(0, 0, 0, 0, "\n"));
        var changed = await server.RequestAsync("textDocument/diagnostic", Ask(uri, (string?)first["resultId"]));

        Assert.Multiple(() =>
        {
            Assert.That((string?)first["kind"], Is.EqualTo("full"));
            Assert.That(first["items"]!.AsArray().Codes(), Does.Contain(Samples.Rule));
            Assert.That((string?)again!["kind"], Is.EqualTo("unchanged"));
            Assert.That((string?)again["resultId"], Is.EqualTo((string?)first["resultId"]));
            Assert.That((string?)changed!["kind"], Is.EqualTo("full"));
            Assert.That(Line(changed), Is.EqualTo(3));
            Assert.That(server.Notifications("textDocument/publishDiagnostics"), Is.Empty, "What is asked for is not sent as well.");
        });
    }

    [Test]
    public async Task Documents_that_are_not_open_and_other_files_are_answered_too()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder);

        var closed = await server.RequestAsync("textDocument/diagnostic", Ask(folder.Uri(Samples.PlanPath)));
        var other = await server.RequestAsync("textDocument/diagnostic", Ask(folder.Uri("nothing.md")));

        Assert.That(closed!["items"]!.AsArray().Codes(), Does.Contain(Samples.Rule));
        Assert.That(other!["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Configuration_files_are_answered_as_they_are_in_the_editor()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder);
        var uri = folder.Uri(".framework-lsp.yaml");
        await server.OpenAsync(uri, "rules:\n  FW777: error\n", language: "yaml");

        Assert.That((await server.RequestAsync("textDocument/diagnostic", Ask(uri)))!["items"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Other_documents_of_the_delivery_come_along_where_that_is_understood(bool related)
    {
        const string ChecklistPath = "artifacts/reports/verification-checklist.md";
        using var folder = new TemporaryFolder();
        folder.Write(ChecklistPath, "# Verification Checklist: Lending\n\n- **Maturity Level**: 2 - Development Ready\n");
        await using var server = await StartAsync(folder, related);
        var uri = folder.Uri(Samples.PlanPath);
        await server.OpenAsync(uri, Samples.Plan);
        var first = await server.RequestAsync("textDocument/diagnostic", Ask(uri));

        await server.ChangeAsync(uri, 2, Full(Samples.Plan.Replace("2 - Development Ready", "3 - Pre-Production", StringComparison.Ordinal)));
        var second = await server.RequestAsync("textDocument/diagnostic", Ask(uri, (string?)first!["resultId"]));
        var third = await server.RequestAsync("textDocument/diagnostic", Ask(uri, (string?)second!["resultId"]));

        Assert.That(first["relatedDocuments"] is not null, Is.EqualTo(related));
        Assert.That(second["relatedDocuments"]?[folder.Uri(ChecklistPath)]!["items"]!.AsArray().Codes().Contains("FW801"), Is.EqualTo(related ? true : null));
        Assert.That(third!["relatedDocuments"], Is.Null, "They have not changed since.");
    }

    [Test]
    public async Task All_documents_are_reported_with_what_the_client_has_already()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder);
        await server.OpenAsync(folder.Uri(Samples.PlanPath), Samples.Plan, version: 7);

        var first = (await server.RequestAsync("workspace/diagnostic", AskAll(null)))!["items"]!.AsArray();
        var plan = first.Single(item => (string?)item!["uri"] == folder.Uri(Samples.PlanPath))!;
        var second = (await server.RequestAsync("workspace/diagnostic", AskAll(null, ((string)plan["uri"]!, (string)plan["resultId"]!), (folder.Uri("gone.md"), "5"))))!["items"]!.AsArray();

        Assert.Multiple(() =>
        {
            Assert.That(first.Select(static item => (string?)item!["uri"]), Is.EquivalentTo(new[] { folder.Uri(Samples.PlanPath), folder.Uri(SecondPath) }));
            Assert.That((int?)plan["version"], Is.EqualTo(7));
            Assert.That(second.Select(static item => ((string?)item!["uri"], (string?)item["kind"])), Is.EquivalentTo(new[] { (folder.Uri(Samples.PlanPath), "unchanged"), (folder.Uri(SecondPath), "full"), (folder.Uri("gone.md"), "full") }));
            Assert.That(second.Single(item => (string?)item!["uri"] == folder.Uri("gone.md"))!["items"]!.AsArray(), Is.Empty, "What is gone is taken back.");
        });
    }

    [Test]
    public async Task A_request_that_takes_parts_goes_on_until_it_is_cancelled()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder);
        var uri = folder.Uri(Samples.PlanPath);
        var id = await server.StartRequestAsync("workspace/diagnostic", AskAll("all"));
        await PartAsync(server, uri, 0);
        var mark = server.Mark();

        folder.Write(Samples.PlanPath, "\n" + Samples.Plan);
        await server.NotifyAsync("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["uri"] = uri, ["type"] = 2 }) });
        var changed = await PartAsync(server, uri, mark);
        mark = server.Mark();
        File.Delete(folder[Samples.PlanPath]);
        await server.NotifyAsync("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["uri"] = uri, ["type"] = 3 }) });
        var gone = await PartAsync(server, uri, mark);
        await server.NotifyAsync("$/cancelRequest", new JsonObject { ["id"] = id });
        var response = await server.ResponseAsync(id);

        Assert.Multiple(() =>
        {
            Assert.That(Line(changed), Is.EqualTo(3));
            Assert.That(gone["items"]!.AsArray(), Is.Empty);
            Assert.That((int?)response["error"]!["code"], Is.EqualTo(-32800));
        });
    }

    [Test]
    public async Task In_the_mode_for_open_files_all_documents_are_none()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder, options: new JsonObject { ["diagnosticMode"] = "openFilesOnly" });

        Assert.That((await server.RequestAsync("workspace/diagnostic", AskAll(null)))!["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Where_documents_are_checked_when_saved_they_keep_their_diagnostics_until_then()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder, options: new JsonObject { ["run"] = "onSave" });
        var uri = folder.Uri(Samples.PlanPath);
        await server.OpenAsync(uri, Samples.Plan);
        var first = await server.RequestAsync("textDocument/diagnostic", Ask(uri));
        await server.ChangeAsync(uri, 2, Full("# Implementation Plan: Lending\n"));
        var typed = await server.RequestAsync("textDocument/diagnostic", Ask(uri, (string?)first!["resultId"]));
        await server.WaitAsync(static message => (string?)message["method"] == "workspace/diagnostic/refresh", "a refresh");
        var mark = server.Mark();

        await server.SaveAsync(uri);

        await server.WaitAsync(static message => (string?)message["method"] == "workspace/diagnostic/refresh", "a refresh", mark);
        var saved = await server.RequestAsync("textDocument/diagnostic", Ask(uri, (string?)first["resultId"]));
        Assert.That((string?)typed!["kind"], Is.EqualTo("unchanged"));
        Assert.That(saved!["items"]!.AsArray().Codes(), Does.Not.Contain(Samples.Rule));
    }

    [Test]
    public async Task A_changed_document_asks_for_another_request_and_never_answers_with_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder);
        var uri = folder.Uri(Samples.PlanPath);
        await server.OpenAsync(uri, Samples.Plan);
        var ids = new List<int>();
        for (var version = 2; version < 60; version++)
        {
            ids.Add(await server.StartRequestAsync("textDocument/diagnostic", Ask(uri)));
            await server.ChangeAsync(uri, version, Edit(4, 0, 4, 0, "x"));
        }

        foreach (var id in ids)
        {
            var response = await server.ResponseAsync(id);
            Assert.That(
                response["result"] is { } result ? result["items"]!.AsArray().Codes().Contains(Samples.Rule) : (int?)response["error"]!["code"] == -32802 && (bool?)response["error"]!["data"]!["retriggerRequest"] == true,
                Is.True,
                response.ToJsonString());
        }
    }

    [Test]
    public async Task Clients_that_do_not_ask_are_not_told_that_they_could()
    {
        await using var server = LspProcess.Start();
        var result = await server.HandshakeAsync();

        Assert.That(result["capabilities"]!["diagnosticProvider"], Is.Null);
    }

    private static int Line(JsonNode report) => (int)report["items"]!.AsArray().Single(static item => (string?)item!["code"] == Samples.Rule)!["range"]!["start"]!["line"]!;
}
