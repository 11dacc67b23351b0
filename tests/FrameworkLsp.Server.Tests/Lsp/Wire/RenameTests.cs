using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>Renaming from a plan that is open, with an intake that is not.</summary>
[Category("Wire")]
internal sealed class RenameTests
{
    private const string IntakePath = "artifacts/requirements/intake.md";
    private const string Intake = "# Requirements Intake: Lending\n\n## Functional Requirements\n\n| Req ID | Feature | Priority | Description | Acceptance Notes |\n|---|---|---|---|---|\n| FR-001 | Loans | Must | x | y |\n| FR-002 | Offers | Must | x | y |\n\n## Architecture Mapping\n\n**Services Needed**:\n\n- `finance_lending_api`: loans\n";
    private const string Plan = "# Implementation Plan: Lending\n\nFR-001 is in `services/finance_lending_api/src/a.py:1`.\n";

    private static JsonObject Capabilities() => new()
    {
        ["workspace"] = new JsonObject
        {
            ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true, ["resourceOperations"] = new JsonArray("create", "rename"), ["changeAnnotationSupport"] = new JsonObject() },
        },
        ["textDocument"] = new JsonObject { ["rename"] = new JsonObject { ["prepareSupport"] = true } },
    };

    private static async Task<LspProcess> OpenAsync(TemporaryFolder folder, JsonObject? capabilities)
    {
        folder.Write(IntakePath, Intake);
        folder.Write(Samples.PlanPath, Plan);
        folder.Write("services/finance_lending_api/src/a.py", "a\n");
        var server = await LspProcess.InitializeAsync(capabilities, null, folder.FullPath);
        await server.OpenAsync(folder.Uri(Samples.PlanPath), Plan, version: 7);
        await server.IndexedAsync();
        return server;
    }

    private static JsonObject Rename(TemporaryFolder folder, int line, int character, string name)
    {
        var parameters = At(folder.Uri(Samples.PlanPath), line, character);
        parameters["newName"] = name;
        return parameters;
    }

    [Test]
    public async Task A_requirement_is_renamed_in_open_and_other_documents()
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder, Capabilities());

        var prepared = await server.RequestAsync("textDocument/prepareRename", At(folder.Uri(Samples.PlanPath), 2, 2));
        var edit = (await server.RequestAsync("textDocument/rename", Rename(folder, 2, 2, "FR-010")))!;

        var changes = edit["documentChanges"]!.AsArray().ToDictionary(static change => (string)change!["textDocument"]!["uri"]!, static change => change!);
        Assert.Multiple(() =>
        {
            Assert.That((string?)prepared!["placeholder"], Is.EqualTo("FR-001"));
            Assert.That(prepared["range"]!.ToJsonString(), Is.EqualTo(Range(2, 0, 2, 6).ToJsonString()));
            Assert.That((int?)changes[folder.Uri(Samples.PlanPath)]["textDocument"]!["version"], Is.EqualTo(7));
            Assert.That(changes[folder.Uri(IntakePath)]["textDocument"]!["version"], Is.Null);
            Assert.That(changes[folder.Uri(IntakePath)]["edits"]!.ToJsonString(), Does.Contain("FR-010").And.Contain(Range(6, 2, 6, 8).ToJsonString()));
        });
    }

    [Test]
    public async Task A_service_takes_its_folder_along_when_the_user_agrees()
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder, Capabilities());

        var edit = (await server.RequestAsync("textDocument/rename", Rename(folder, 2, 25, "finance_credit_api")))!;

        var steps = edit["documentChanges"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(steps, Has.Count.EqualTo(3));
            Assert.That((string?)steps[2]!["kind"], Is.EqualTo("rename"));
            Assert.That((string?)steps[2]!["newUri"], Is.EqualTo(folder.Uri("services/finance_credit_api")));
            Assert.That((bool?)edit["changeAnnotations"]![(string)steps[2]!["annotationId"]!]!["needsConfirmation"], Is.True);
        });
    }

    [Test]
    public async Task Clients_without_document_changes_get_plain_edits()
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder, capabilities: null);

        var edit = (await server.RequestAsync("textDocument/rename", Rename(folder, 2, 25, "finance_credit_api")))!;

        Assert.That(edit["documentChanges"], Is.Null);
        Assert.That(edit["changes"]!.AsObject().Select(static pair => pair.Key), Is.EquivalentTo(new[] { folder.Uri(Samples.PlanPath), folder.Uri(IntakePath) }));
    }

    [TestCase(2, 2, "FR-002", "already named")]
    [TestCase(2, 2, "nothing", "no requirement id")]
    [TestCase(2, 25, "Bad Name", "no service name")]
    public async Task What_cannot_be_done_is_refused_with_a_reason(int line, int character, string name, string reason)
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder, Capabilities());

        var response = await server.RequestRawAsync("textDocument/rename", Rename(folder, line, character, name));

        Assert.That((int?)response["error"]!["code"], Is.EqualTo(-32803));
        Assert.That((string?)response["error"]!["message"], Does.Contain(reason));
    }

    [Test]
    public async Task A_title_is_refused_before_a_name_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder, Capabilities());

        var response = await server.RequestRawAsync("textDocument/prepareRename", At(folder.Uri(Samples.PlanPath), 0, 5));

        Assert.That((int?)response["error"]!["code"], Is.EqualTo(-32803));
        Assert.That(await server.RequestAsync("textDocument/prepareRename", At(folder.Uri(Samples.PlanPath), 2, 9)), Is.Null);
    }
}
