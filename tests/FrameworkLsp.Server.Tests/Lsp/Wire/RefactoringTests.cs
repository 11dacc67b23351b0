using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

[Category("Wire")]
internal sealed class RefactoringTests
{
    private const string IntakePath = "artifacts/requirements/intake.md";
    private const string Intake = "# Requirements Intake: Lending\n\n- **Maturity Level**: 2 - Development\n\n## Functional Requirements\n\n| Req ID | Feature | Priority | Description | Acceptance Notes |\n|---|---|---|---|---|\n| FR-002 | b | Must | x | y |\n| FR-001 | a | Must | x | y |\n";

    private static JsonObject Capabilities(bool isLazy = true, bool disabled = false) => new()
    {
        ["workspace"] = new JsonObject { ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true, ["resourceOperations"] = new JsonArray("create") } },
        ["textDocument"] = new JsonObject
        {
            ["codeAction"] = new JsonObject
            {
                ["codeActionLiteralSupport"] = new JsonObject { ["codeActionKind"] = new JsonObject { ["valueSet"] = new JsonArray("refactor") } },
                ["disabledSupport"] = disabled,
                ["dataSupport"] = isLazy,
                ["resolveSupport"] = isLazy ? new JsonObject { ["properties"] = new JsonArray("edit") } : null,
            },
        },
    };

    private static async Task<(LspProcess Server, string Uri)> OpenAsync(TemporaryFolder folder, JsonObject capabilities, string path, string text)
    {
        folder.Write(path, text);
        var uri = folder.Uri(path);
        var server = await LspProcess.InitializeAsync(capabilities, folders: folder.FullPath);
        await server.OpenAsync(uri, text);
        return (server, uri);
    }

    private static async Task<JsonArray> ActionsAsync(LspProcess server, string uri, JsonObject range, string only, int? trigger = null)
    {
        var parameters = Document(uri);
        parameters["range"] = range;
        parameters["context"] = new JsonObject { ["diagnostics"] = new JsonArray(), ["only"] = new JsonArray(only), ["triggerKind"] = trigger };
        return (await server.RequestAsync("textDocument/codeAction", parameters))!.AsArray();
    }

    private static string[] Titles(JsonArray actions) => [.. actions.Select(static action => (string)action!["title"]!)];

    [Test]
    public async Task A_refactoring_is_made_when_it_is_chosen()
    {
        using var folder = new TemporaryFolder();
        var (server, uri) = await OpenAsync(folder, Capabilities(), IntakePath, Intake);
        await using var owned = server;

        var actions = await ActionsAsync(server, uri, Range(8, 4, 8, 4), "refactor.rewrite");
        var sort = actions.Single(static action => (string?)action!["title"] == "Sort the requirements by id")!;
        var resolved = await server.RequestAsync("codeAction/resolve", sort.DeepClone());

        Assert.That(sort["edit"], Is.Null);
        Assert.That((string?)sort["kind"], Is.EqualTo("refactor.rewrite"));
        var edits = resolved!["edit"]!["documentChanges"]![0]!["edits"]!.AsArray();
        Assert.That(edits.Select(static edit => (string?)edit!["newText"]), Is.EqualTo(new[] { "| FR-001 | a | Must | x | y |", "| FR-002 | b | Must | x | y |" }));
    }

    [Test]
    public async Task Only_the_wanted_kinds_are_offered()
    {
        using var folder = new TemporaryFolder();
        var (server, uri) = await OpenAsync(folder, Capabilities(), IntakePath, Intake);
        await using var owned = server;

        Assert.That(Titles(await ActionsAsync(server, uri, Range(8, 4, 8, 4), "refactor")), Does.Contain("Align the table"));
        Assert.That(Titles(await ActionsAsync(server, uri, Range(8, 4, 8, 4), "refactor.extract")), Is.Empty);
        Assert.That(Titles(await ActionsAsync(server, uri, Range(8, 4, 8, 4), "quickfix")), Does.Not.Contain("Align the table"));
    }

    [TestCase(true, 1, true)]
    [TestCase(true, 2, false)]
    [TestCase(false, 1, false)]
    public async Task What_cannot_be_done_is_shown_with_its_reason_only_where_that_helps(bool isSupported, int trigger, bool isShown)
    {
        using var folder = new TemporaryFolder();
        var (server, uri) = await OpenAsync(folder, Capabilities(disabled: isSupported), IntakePath, Intake);
        await using var owned = server;

        var actions = await ActionsAsync(server, uri, Range(8, 4, 8, 4), "refactor", trigger);

        var reasons = actions.Where(static action => (string?)action!["title"] == "Turn the table into a list").Select(static action => (string?)action!["disabled"]!["reason"]);
        Assert.That(reasons, isShown ? Has.One.Contains("reads") : Is.Empty);
    }

    [Test]
    public async Task A_client_that_cannot_wait_gets_the_edit_at_once()
    {
        using var folder = new TemporaryFolder();
        var (server, uri) = await OpenAsync(folder, Capabilities(isLazy: false), IntakePath, Intake);
        await using var owned = server;

        var sort = (await ActionsAsync(server, uri, Range(8, 4, 8, 4), "refactor")).Single(static action => (string?)action!["title"] == "Sort the requirements by id")!;

        Assert.That(sort["edit"]!["documentChanges"]![0]!["edits"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_decision_makes_a_file()
    {
        const string Plan = "# Implementation Plan: Lending\n\n- **Maturity Level**: 2 - Development\n\n## Summary\n\nWe use Kafka for events.\n";
        using var folder = new TemporaryFolder();
        var (server, uri) = await OpenAsync(folder, Capabilities(), Samples.PlanPath, Plan);
        await using var owned = server;

        var extract = (await ActionsAsync(server, uri, Range(6, 8, 6, 8), "refactor.extract")).Single()!;
        var resolved = await server.RequestAsync("codeAction/resolve", extract.DeepClone());

        var steps = resolved!["edit"]!["documentChanges"]!.AsArray();
        Assert.That((string?)steps[0]!["kind"], Is.EqualTo("create"));
        Assert.That((string?)steps[0]!["uri"], Does.StartWith(folder.Uri("docs/adr/ADR-")));
        Assert.That((string?)steps[2]!["edits"]![0]!["newText"], Does.StartWith(" ([ADR-"));
    }

    [Test]
    public async Task A_refusal_says_why()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Samples.PlanPath, "# Implementation Plan: Lending\n\n- **Maturity Level**: 2 - Development\n\nBuilds on FR-001..FR-002.\n");
        var (server, uri) = await OpenAsync(folder, Capabilities(), IntakePath, Intake);
        await using var owned = server;
        await server.DiagnosticsAsync(folder.Uri(Samples.PlanPath));

        var renumber = (await ActionsAsync(server, uri, Range(8, 4, 8, 4), "refactor")).Single(static action => ((string?)action!["title"])!.StartsWith("Renumber", StringComparison.Ordinal))!;
        var response = await server.RequestRawAsync("codeAction/resolve", renumber.DeepClone());

        Assert.That((int?)response["error"]!["code"], Is.EqualTo(-32803));
        Assert.That((string?)response["error"]!["message"], Does.Contain("names a range of ids"));
    }
}
