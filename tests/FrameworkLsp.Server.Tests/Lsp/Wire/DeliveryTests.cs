using System.Text.Json.Nodes;
using FrameworkLsp.Testing;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>The requests of the server's own, see <c>server/PROTOCOL.md</c>.</summary>
[Category("Wire")]
internal sealed class DeliveryTests
{
    private const string IntakePath = "artifacts/requirements/intake.md";

    private static JsonObject Capabilities() => new()
    {
        ["workspace"] = new JsonObject
        {
            ["applyEdit"] = true,
            ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true, ["resourceOperations"] = new JsonArray("create") },
        },
        ["window"] = new JsonObject { ["workDoneProgress"] = true },
        ["experimental"] = new JsonObject { ["frameworkLsp"] = new JsonObject { ["deliveriesChanged"] = true } },
    };

    private static async Task<LspProcess> StartAsync(TemporaryFolder folder, JsonObject? capabilities = null, JsonNode? options = null)
    {
        foreach (var (path, text) in RepositoryFiles.In("samples/p2p-lending"))
        {
            folder.Write(path["samples/p2p-lending/".Length..], text);
        }

        var server = await LspProcess.InitializeAsync(capabilities ?? Capabilities(), options, folder.FullPath);
        await server.WaitForAsync("$/progress", static parameters => (string?)parameters["value"]!["kind"] == "end");
        return server;
    }

    private static async Task<JsonObject> DeliveryAsync(LspProcess server) => (await server.RequestAsync("frameworkLsp/deliveries", new JsonObject()))!.AsArray().Single()!.AsObject();

    [Test]
    public async Task Deliveries_are_listed_with_their_stages()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder);

        var delivery = await DeliveryAsync(server);

        var stages = delivery["stages"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That((string?)delivery["title"], Is.EqualTo("P2P Lending Platform"));
            Assert.That((string?)delivery["requestId"], Is.EqualTo("LEND-2025-014"));
            Assert.That((string?)delivery["folder"], Is.EqualTo(new Uri(folder.FullPath).AbsoluteUri));
            Assert.That((int?)delivery["level"], Is.EqualTo(3));
            Assert.That(delivery["modules"]!.AsArray().Select(static module => (string?)module), Does.Contain("MongoDB"));
            Assert.That(stages.Select(static stage => (string?)stage!["state"]), Is.EqualTo(new[] { "notNeeded", "approved", "approved", "approved", "approved", "approved", "approved" }));
            Assert.That(stages[2]!["documents"]!.AsArray().Select(static document => (string?)document!["uri"]), Is.EqualTo(new[] { folder.Uri(IntakePath) }));
            Assert.That(stages[2]!.AsObject().ContainsKey("create"), Is.True, "It is there, and null.");
            Assert.That((int?)delivery["requirements"]!["done"], Is.EqualTo(12));
            Assert.That((int?)delivery["findings"]!["errors"], Is.Zero);
        });
    }

    [Test]
    public async Task What_is_missing_is_written_by_the_command_that_comes_along()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder);
        File.Delete(folder["artifacts/reports/qa-report.md"]);
        var mark = server.Mark();
        await server.NotifyAsync("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["uri"] = folder.Uri("artifacts/reports/qa-report.md"), ["type"] = 3 }) });
        await server.WaitAsync(static message => (string?)message["method"] == "frameworkLsp/deliveriesChanged", "deliveriesChanged", mark);
        server.Answers["workspace/applyEdit"] = static _ => new JsonObject { ["applied"] = true };

        var stage = (await DeliveryAsync(server))["stages"]![6]!;
        var create = stage["create"]!;
        var result = await server.RequestAsync("workspace/executeCommand", new JsonObject { ["command"] = (string?)create["command"], ["arguments"] = create["arguments"]!.DeepClone() });

        Assert.Multiple(() =>
        {
            Assert.That((string?)stage["state"], Is.EqualTo("missing"));
            Assert.That((string?)create["title"], Is.EqualTo("Create the QA Report"));
            Assert.That((string?)result!["uri"], Is.EqualTo(folder.Uri("artifacts/reports/qa-report.md")));
        });
    }

    [Test]
    public async Task Clients_that_cannot_apply_edits_get_no_command()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder, new JsonObject { ["window"] = new JsonObject { ["workDoneProgress"] = true } });
        await server.OpenAsync(folder.Uri(IntakePath), File.ReadAllText(folder[IntakePath]).Replace("| FR-001 |", "| FR-101 |", StringComparison.Ordinal));

        var plan = (await DeliveryAsync(server))["stages"]![3]!;

        Assert.Multiple(() =>
        {
            Assert.That((string?)plan["state"], Is.EqualTo("stale"));
            Assert.That((string?)plan["documents"]![0]!["lacks"]![0], Is.EqualTo("It lacks FR-101."));
            Assert.That(plan["create"], Is.Null);
            Assert.That(server.Notifications("frameworkLsp/deliveriesChanged"), Is.Empty, "It was not asked for.");
        });
    }

    [Test]
    public async Task Requirements_are_followed_across_documents()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder);
        var id = (string?)(await DeliveryAsync(server))["id"];

        var byId = await server.RequestAsync("frameworkLsp/traceability", new JsonObject { ["delivery"] = id });
        var byDocument = await server.RequestAsync("frameworkLsp/traceability", Document(folder.Uri(IntakePath)));
        var none = await server.RequestAsync("frameworkLsp/traceability", new JsonObject { ["delivery"] = "nothing" });

        var row = byId!["rows"]![0]!;
        var text = File.ReadAllLines(folder[IntakePath]);
        var range = row["defined"]!["range"]!;
        Assert.Multiple(() =>
        {
            Assert.That(byDocument!.ToJsonString(), Is.EqualTo(byId.ToJsonString()));
            Assert.That(none, Is.Null);
            Assert.That((string?)row["id"], Is.EqualTo("FR-001"));
            Assert.That(text[(int)range["start"]!["line"]!][(int)range["start"]!["character"]!..(int)range["end"]!["character"]!], Is.EqualTo("FR-001"));
            Assert.That((string?)row["planned"]![0]!["label"], Is.EqualTo("Phase 3, Task 3.1"));
            Assert.That((string?)row["evidence"]![0]!["uri"], Does.EndWith("/register_user.py"));
            Assert.That((int?)row["evidence"]![0]!["line"], Is.EqualTo(8));
            Assert.That((int?)byId["totals"]!["total"], Is.EqualTo(13));
        });
    }

    [Test]
    public async Task A_document_says_what_it_is_whether_or_not_it_is_open()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder);

        var closed = await server.RequestAsync("frameworkLsp/documentStatus", Document(folder.Uri(IntakePath)));
        await server.OpenAsync(folder.Uri(IntakePath), File.ReadAllText(folder[IntakePath]).Replace("- **Status**: Approved", "- **Status**: Draft", StringComparison.Ordinal));
        var open = await server.RequestAsync("frameworkLsp/documentStatus", Document(folder.Uri(IntakePath)));
        var other = await server.RequestAsync("frameworkLsp/documentStatus", Document(folder.Uri("README.md")));

        Assert.Multiple(() =>
        {
            Assert.That(((string?)closed!["kind"], (string?)closed["stage"], (string?)closed["stageName"], (string?)closed["state"]), Is.EqualTo(("intake", "2", "Requirements Clarification & Intake", "approved")));
            Assert.That((string?)open!["state"], Is.EqualTo("draft"));
            Assert.That(other, Is.Null);
        });
        Assert.That((string?)open!["delivery"], Is.EqualTo((string?)(await DeliveryAsync(server))["id"]));
    }

    [Test]
    public async Task Edits_are_told_of_once_typing_pauses_and_those_of_other_files_are_not()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder);
        var text = File.ReadAllText(folder[IntakePath]);
        var uri = folder.Uri(IntakePath);
        await server.OpenAsync(uri, text);
        await server.OpenAsync(folder.Uri("README.md"), "# Other");
        await server.WaitAsync(static message => (string?)message["method"] == "frameworkLsp/deliveriesChanged", "the first deliveriesChanged");
        var mark = server.Mark();

        for (var version = 2; version < 20; version++)
        {
            await server.ChangeAsync(uri, version, Edit(0, 0, 0, 0, "\n"));
        }

        await server.WaitAsync(static message => (string?)message["method"] == "frameworkLsp/deliveriesChanged", "deliveriesChanged", mark);
        var count = server.Notifications("frameworkLsp/deliveriesChanged").Count;
        Assert.That(count, Is.LessThan(10));
    }

    [Test]
    public async Task A_server_that_is_switched_off_lists_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder, options: new JsonObject { ["enable"] = false });

        Assert.That((await server.RequestAsync("frameworkLsp/deliveries", new JsonObject()))!.AsArray(), Is.Empty);
        Assert.That(await server.RequestAsync("frameworkLsp/documentStatus", Document(folder.Uri(IntakePath))), Is.Null);
    }
}
