using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>Documents written over the wire: by code action and by command.</summary>
[Category("Wire")]
internal sealed class NextDocumentTests
{
    private const string IntakePath = "artifacts/requirements/intake.md";
    private const string Intake = "# Requirements Intake: Loan Desk\n\n- **Status**: Approved\n\n## Target Configuration\n\n- **Maturity Level**: 2 - Development\n- **Optional Modules**: Workers\n- **Estimated Generation Time**: ~10-15 minutes\n\n## Functional Requirements\n\n| Req ID | Feature | Priority | Description | Acceptance Notes | Implementation Status |\n|---|---|---|---|---|---|\n| FR-001 | Loan request | Must | Ask for money | Limits hold | Pending |\n";

    private static JsonObject Capabilities(bool isLazy) => new()
    {
        ["workspace"] = new JsonObject
        {
            ["applyEdit"] = true,
            ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true, ["resourceOperations"] = new JsonArray("create") },
        },
        ["window"] = new JsonObject { ["showDocument"] = new JsonObject { ["support"] = true } },
        ["textDocument"] = new JsonObject
        {
            ["codeAction"] = new JsonObject
            {
                ["codeActionLiteralSupport"] = new JsonObject { ["codeActionKind"] = new JsonObject { ["valueSet"] = new JsonArray("quickfix", "refactor") } },
                ["dataSupport"] = isLazy,
                ["resolveSupport"] = isLazy ? new JsonObject { ["properties"] = new JsonArray("edit") } : null,
            },
        },
    };

    private static async Task<(LspProcess Server, string Uri)> OpenAsync(TemporaryFolder folder, bool isLazy)
    {
        folder.Write(IntakePath, Intake);
        var uri = folder.Uri(IntakePath);
        var server = await LspProcess.InitializeAsync(Capabilities(isLazy), null, folder.FullPath);
        server.Answers["workspace/applyEdit"] = static _ => new JsonObject { ["applied"] = true };
        server.Answers["window/showDocument"] = static _ => new JsonObject { ["success"] = true };
        await server.OpenAsync(uri, Intake);
        await server.DiagnosticsAsync(uri, 1);
        return (server, uri);
    }

    private static JsonObject Asked(string uri, JsonObject range)
    {
        var parameters = Document(uri);
        parameters["range"] = range;
        parameters["context"] = new JsonObject { ["diagnostics"] = new JsonArray() };
        return parameters;
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_title_offers_the_next_document(bool isLazy)
    {
        using var folder = new TemporaryFolder();
        var (server, uri) = await OpenAsync(folder, isLazy);
        await using var owned = server;

        var actions = (await server.RequestAsync("textDocument/codeAction", Asked(uri, Range(0, 3, 0, 3))))!.AsArray();
        var action = actions.Single(static action => (string?)action!["title"] == "Create the Implementation Plan")!;
        Assert.That((string?)action["kind"], Is.EqualTo("refactor.nextDocument"));
        Assert.That(action["edit"], isLazy ? Is.Null : Is.Not.Null);
        var resolved = isLazy ? (await server.RequestAsync("codeAction/resolve", action.DeepClone()))! : action;

        var steps = resolved["edit"]!["documentChanges"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That((string?)steps[0]!["kind"], Is.EqualTo("create"));
            Assert.That((string?)steps[0]!["uri"], Does.EndWith("/artifacts/plans/implementation-plan.md"));
            Assert.That((string?)steps[1]!["edits"]![0]!["newText"], Does.StartWith("# Implementation Plan: Loan Desk\n").And.Contain("| FR-001 | Loan request"));
            Assert.That((string?)resolved["command"]!["command"], Is.EqualTo("frameworkLsp.open"));
            Assert.That((string?)resolved["command"]!["arguments"]![0]!["uri"], Is.EqualTo((string?)steps[0]!["uri"]));
        });

        var elsewhere = (await server.RequestAsync("textDocument/codeAction", Asked(uri, Range(6, 0, 6, 0))))!.AsArray();
        Assert.That(elsewhere.Select(static other => (string?)other!["title"]), Has.None.StartsWith("Create the"));
    }

    [Test]
    public async Task A_client_that_can_create_files_need_not_say_that_it_takes_document_changes()
    {
        using var folder = new TemporaryFolder();
        folder.Write(IntakePath, Intake);
        var capabilities = Capabilities(isLazy: false);
        capabilities["workspace"]!["workspaceEdit"]!.AsObject().Remove("documentChanges");
        await using var server = await LspProcess.InitializeAsync(capabilities, null, folder.FullPath);
        await server.OpenAsync(folder.Uri(IntakePath), Intake);

        var actions = (await server.RequestAsync("textDocument/codeAction", Asked(folder.Uri(IntakePath), Range(0, 3, 0, 3))))!.AsArray();

        var action = actions.Single(static action => (string?)action!["title"] == "Create the Implementation Plan")!;
        Assert.That((string?)action["edit"]?["documentChanges"]?[0]?["kind"], Is.EqualTo("create"));
    }

    [Test]
    public async Task A_command_writes_and_shows_the_next_document()
    {
        using var folder = new TemporaryFolder();
        var (server, uri) = await OpenAsync(folder, isLazy: true);
        await using var owned = server;
        JsonNode? applied = null;
        JsonNode? shown = null;
        server.Answers["workspace/applyEdit"] = parameters =>
        {
            applied = parameters!.DeepClone();
            return new JsonObject { ["applied"] = true };
        };
        server.Answers["window/showDocument"] = parameters =>
        {
            shown = parameters!.DeepClone();
            return new JsonObject { ["success"] = true };
        };

        var result = await server.RequestAsync("workspace/executeCommand", Execute("frameworkLsp.nextDocument", new JsonObject { ["uri"] = uri }));
        Assert.Multiple(() =>
        {
            Assert.That((string?)result!["uri"], Does.EndWith("/artifacts/plans/implementation-plan.md"));
            Assert.That((bool?)result["created"], Is.True);
            Assert.That((bool?)result["applied"], Is.True);
            Assert.That((string?)result["notes"]![0], Does.Contain("RabbitMQ comes with Workers"));
            Assert.That((string?)applied!["edit"]!["documentChanges"]![0]!["kind"], Is.EqualTo("create"));
            Assert.That((string?)shown!["uri"], Is.EqualTo((string?)result["uri"]));
        });
    }

    [Test]
    public async Task A_command_writes_a_document_of_any_kind()
    {
        using var folder = new TemporaryFolder();
        var (server, uri) = await OpenAsync(folder, isLazy: true);
        await using var owned = server;

        var made = await server.RequestAsync("workspace/executeCommand", Execute("frameworkLsp.newDocument", new JsonObject { ["kind"] = "checklist", ["level"] = 3, ["modules"] = new JsonArray("bot"), ["folderUri"] = new Uri(folder.FullPath).AbsoluteUri }));
        var existing = await server.RequestAsync("workspace/executeCommand", Execute("frameworkLsp.newDocument", new JsonObject { ["kind"] = "intake" }));
        var wrong = await server.RequestRawAsync("workspace/executeCommand", Execute("frameworkLsp.newDocument", new JsonObject { ["kind"] = "poem" }));
        var refused = await server.RequestRawAsync("workspace/executeCommand", Execute("frameworkLsp.nextDocument", new JsonObject { ["uri"] = "file:///elsewhere/intake.md" }));
        Assert.Multiple(() =>
        {
            Assert.That((bool?)made!["created"], Is.True);
            Assert.That((string?)made["uri"], Does.EndWith("/artifacts/reports/verification-checklist.md"));
            Assert.That((bool?)existing!["created"], Is.False);
            Assert.That((string?)existing["uri"], Is.EqualTo(uri));
            Assert.That((string?)wrong["error"]!["message"], Does.Contain("There is no kind \"poem\""));
            Assert.That((int?)wrong["error"]!["code"], Is.EqualTo(-32602));
            Assert.That((string?)refused["error"]!["message"], Does.Contain("none of the open folders"));
        });
    }

    [Test]
    public async Task The_level_field_offers_higher_levels_and_a_command_tells_what_they_demand()
    {
        using var folder = new TemporaryFolder();
        var (server, uri) = await OpenAsync(folder, isLazy: true);
        await using var owned = server;

        var actions = (await server.RequestAsync("textDocument/codeAction", Asked(uri, Range(6, 4, 6, 4))))!.AsArray();
        var raise = actions.Single(static action => (string?)action!["title"] == "Raise the delivery to level 3 - Pre-Production")!;
        var resolved = await server.RequestAsync("codeAction/resolve", raise.DeepClone());
        var modules = (await server.RequestAsync("textDocument/codeAction", Asked(uri, Range(7, 4, 7, 4))))!.AsArray();
        var preview = await server.RequestAsync("workspace/executeCommand", Execute("frameworkLsp.raiseLevel", new JsonObject { ["uri"] = uri, ["level"] = 3, ["dryRun"] = true }));
        var refused = await server.RequestRawAsync("workspace/executeCommand", Execute("frameworkLsp.raiseLevel", new JsonObject { ["uri"] = uri, ["level"] = 1 }));
        Assert.Multiple(() =>
        {
            Assert.That(resolved!["edit"]!["documentChanges"]![0]!["edits"]!.AsArray().Select(static edit => (string?)edit!["newText"]), Has.One.EqualTo("3 - Pre-Production"));
            Assert.That(modules.Select(static action => (string?)action!["title"]), Has.One.EqualTo("Add the module Bot to the delivery").And.None.Contains("module Workers"));
            Assert.That(preview!["notes"]!.AsArray().Select(static note => (string?)note), Has.One.StartsWith("Coverage of at least 80%"));
            Assert.That((bool?)preview["applied"], Is.False);
            Assert.That((string?)refused["error"]!["message"], Does.Contain("already"));
        });
    }

    private static JsonObject Execute(string command, JsonObject argument) => new() { ["command"] = command, ["arguments"] = new JsonArray(argument) };
}
