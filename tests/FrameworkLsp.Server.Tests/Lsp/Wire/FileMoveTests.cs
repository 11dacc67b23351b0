using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>Files that the client renames, creates and deletes.</summary>
[Category("Wire")]
internal sealed class FileMoveTests
{
    private const string IntakePath = "artifacts/requirements/intake.md";
    private const string Intake = "# Requirements Intake: Lending\n\n## Functional Requirements\n\n| Req ID | Feature | Priority | Description | Acceptance Notes |\n|---|---|---|---|---|\n| FR-001 | Loans | Must | x | y |\n";
    private const string Plan = "# Implementation Plan: Lending\n\nFR-001 of the [intake](../requirements/intake.md#functional-requirements).\n";

    private static JsonObject Capabilities() => new()
    {
        ["workspace"] = new JsonObject
        {
            ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true },
            ["fileOperations"] = new JsonObject { ["willRename"] = true, ["didRename"] = true, ["didCreate"] = true, ["didDelete"] = true },
        },
    };

    private static async Task<LspProcess> OpenAsync(TemporaryFolder folder)
    {
        folder.Write(IntakePath, Intake);
        folder.Write(Samples.PlanPath, Plan);
        var server = await LspProcess.InitializeAsync(Capabilities(), null, folder.FullPath);
        await server.OpenAsync(folder.Uri(Samples.PlanPath), Plan, version: 3);
        await server.IndexedAsync();
        return server;
    }

    private static JsonObject Renamed(TemporaryFolder folder, string from, string to) =>
        new() { ["files"] = new JsonArray(new JsonObject { ["oldUri"] = folder.Uri(from), ["newUri"] = folder.Uri(to) }) };

    private static JsonObject Files(TemporaryFolder folder, string path) => new() { ["files"] = new JsonArray(new JsonObject { ["uri"] = folder.Uri(path) }) };

    private static async Task<string[]> SymbolsAsync(LspProcess server, string query) =>
        [.. (await server.RequestAsync("workspace/symbol", new JsonObject { ["query"] = query }))!.AsArray().Select(static symbol => (string)symbol!["location"]!["uri"]!)];

    private static async Task UntilAsync(LspProcess server, string query, Func<string[], bool> condition)
    {
        using var patience = new CancellationTokenSource(LspProcess.Patience);
        while (!condition(await SymbolsAsync(server, query)))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    [Test]
    public async Task Links_follow_a_file_before_it_is_renamed()
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder);

        var edit = (await server.RequestAsync("workspace/willRenameFiles", Renamed(folder, IntakePath, "artifacts/requirements/first.md")))!;

        var change = edit["documentChanges"]!.AsArray().Single()!;
        Assert.Multiple(() =>
        {
            Assert.That((int?)change["textDocument"]!["version"], Is.EqualTo(3));
            Assert.That((string?)change["edits"]![0]!["newText"], Is.EqualTo("../requirements/first.md"));
            Assert.That(change["edits"]![0]!["range"]!.ToJsonString(), Is.EqualTo(Range(2, 23, 2, 48).ToJsonString()));
        });
    }

    [Test]
    public async Task A_file_that_nobody_names_needs_no_edit()
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder);

        Assert.That(await server.RequestAsync("workspace/willRenameFiles", Renamed(folder, "notes.txt", "other.txt")), Is.Null);
    }

    [Test]
    public async Task The_index_follows_a_renamed_folder()
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder);
        Assert.That(await SymbolsAsync(server, "FR-001 Loans"), Is.EqualTo(new[] { folder.Uri(IntakePath) }));

        Directory.Move(folder["artifacts/requirements"], folder["artifacts/intakes"]);
        await server.NotifyAsync("workspace/didRenameFiles", Renamed(folder, "artifacts/requirements", "artifacts/intakes"));

        await UntilAsync(server, "FR-001 Loans", uris => uris is [var only] && only == folder.Uri("artifacts/intakes/intake.md"));
    }

    [Test]
    public async Task The_index_follows_created_and_deleted_files()
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder);

        File.Delete(folder[IntakePath]);
        await server.NotifyAsync("workspace/didDeleteFiles", Files(folder, IntakePath));
        await UntilAsync(server, "FR-001 Loans", static uris => uris.Length == 0);

        folder.Write(IntakePath, Intake);
        await server.NotifyAsync("workspace/didCreateFiles", Files(folder, IntakePath));
        await UntilAsync(server, "FR-001 Loans", static uris => uris.Length == 1);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task File_operations_are_asked_for_only_where_the_client_tells_of_them(bool announced)
    {
        await using var server = LspProcess.Start();

        var result = await server.HandshakeAsync(announced ? Capabilities() : null);

        var operations = result["capabilities"]!["workspace"]!["fileOperations"];
        Assert.That(operations?["willRename"] is not null, Is.EqualTo(announced));
        Assert.That(operations?["didDelete"] is not null, Is.EqualTo(announced));
    }
}
