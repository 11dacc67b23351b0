using System.Text.Json.Nodes;
using FrameworkLsp.Server.Protocol;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>What editors show in and beside the text: lenses, hints, tokens, folds, selections.</summary>
[Category("Wire")]
internal sealed class ViewTests
{
    private const string IntakePath = "artifacts/requirements/intake.md";
    private const string Intake = "# Requirements Intake: Loan Desk\n\n- **Status**: Approved\n\n## Target Configuration\n\n- **Maturity Level**: 2\n\n## Functional Requirements\n\n| Req ID | Feature | Priority | Description | Acceptance Notes |\n|---|---|---|---|---|\n| FR-001 | Loan request | Must | Ask for money | Limits hold |\n";
    private const string Plan = "# Implementation Plan: Loan Desk\n\n- **Maturity Level**: 2\n\n## Requirements Traceability Matrix\n\n| Req ID | Mapped to Phase | Mapped to Tasks | Status |\n|---|---|---|---|\n| FR-001 | Phase 3 | Task 3.1 | Pending |\n";

    private static JsonObject Capabilities(JsonObject? text = null, JsonObject? own = null) => new()
    {
        ["workspace"] = new JsonObject
        {
            ["applyEdit"] = true,
            ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true, ["resourceOperations"] = new JsonArray("create") },
            ["codeLens"] = new JsonObject { ["refreshSupport"] = true },
            ["inlayHint"] = new JsonObject { ["refreshSupport"] = true },
        },
        ["window"] = new JsonObject { ["workDoneProgress"] = true },
        ["textDocument"] = text,
        ["experimental"] = new JsonObject { ["frameworkLsp"] = own },
    };

    private static async Task<LspProcess> StartAsync(TemporaryFolder folder, JsonObject capabilities, JsonNode? options = null)
    {
        folder.Write(IntakePath, Intake);
        folder.Write(Samples.PlanPath, Plan);
        var server = await LspProcess.InitializeAsync(capabilities, options, folder.FullPath);
        await server.WaitForAsync("$/progress", static parameters => (string?)parameters["value"]!["kind"] == "end");
        await server.OpenAsync(folder.Uri(IntakePath), Intake);
        await server.OpenAsync(folder.Uri(Samples.PlanPath), Plan);
        return server;
    }

    private static async Task<JsonArray> AskAsync(LspProcess server, string method, string uri, JsonObject? range = null)
    {
        var parameters = Document(uri);
        parameters["range"] = range;
        return (await server.RequestAsync(method, parameters))!.AsArray();
    }

    private static string[] Labels(JsonArray hints) => [.. hints.Select(static hint => (string)hint!["label"]!)];

    private static string[] Titles(JsonArray lenses) => [.. lenses.Select(static lens => (string)lens!["command"]!["title"]!)];

    [Test]
    public async Task Lenses_write_the_next_document_and_open_places()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder, Capabilities());

        var onPlan = await AskAsync(server, "textDocument/codeLens", folder.Uri(Samples.PlanPath));
        var onIntake = await AskAsync(server, "textDocument/codeLens", folder.Uri(IntakePath));

        Assert.Multiple(() =>
        {
            Assert.That(Titles(onPlan), Is.EqualTo(new[] { "Stage 3 of 6: Implementation Plan, in review - next: create the Verification Checklist" }));
            Assert.That((string?)onPlan[0]!["command"]!["command"], Is.EqualTo("frameworkLsp.nextDocument"));
            Assert.That((string?)onPlan[0]!["command"]!["arguments"]![0]!["uri"], Is.EqualTo(folder.Uri(Samples.PlanPath)));
            Assert.That(Titles(onIntake)[1], Is.EqualTo("planned ✓ · checked – · reported –"));
            Assert.That((string?)onIntake[1]!["command"]!["command"], Is.EqualTo("frameworkLsp.open"));
            Assert.That((string?)onIntake[1]!["command"]!["arguments"]![0]!["uri"], Is.EqualTo(folder.Uri(Samples.PlanPath)));
            Assert.That(onIntake[1]!["range"]!.ToJsonString(), Is.EqualTo(Range(12, 2, 12, 8).ToJsonString()));
        });
    }

    [Test]
    public async Task A_client_with_a_list_of_places_is_given_them()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder, Capabilities(own: new JsonObject { ["showReferences"] = true }));

        var command = (await AskAsync(server, "textDocument/codeLens", folder.Uri(IntakePath)))[1]!["command"]!;

        Assert.Multiple(() =>
        {
            Assert.That((string?)command["command"], Is.EqualTo("frameworkLsp.showReferences"));
            Assert.That((string?)command["arguments"]![0], Is.EqualTo(folder.Uri(IntakePath)));
            Assert.That(command["arguments"]![1]!.ToJsonString(), Is.EqualTo(Position(12, 2).ToJsonString()));
            Assert.That(command["arguments"]![2]![0]!["range"]!.ToJsonString(), Is.EqualTo(Range(8, 2, 8, 8).ToJsonString()));
        });
    }

    [Test]
    public async Task Hints_show_what_levels_and_ids_stand_for()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder, Capabilities());

        var hints = await AskAsync(server, "textDocument/inlayHint", folder.Uri(Samples.PlanPath), Range(0, 0, 20, 0));
        var head = await AskAsync(server, "textDocument/inlayHint", folder.Uri(Samples.PlanPath), Range(0, 0, 3, 0));

        Assert.Multiple(() =>
        {
            Assert.That(Labels(hints), Is.EqualTo(new[] { "Development, coverage ≥ 75 %", "Loan request" }));
            Assert.That(hints[1]!["position"]!.ToJsonString(), Is.EqualTo(Position(8, 8).ToJsonString()));
            Assert.That(Labels(head), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public async Task Settings_switch_lenses_and_hints_off_while_the_server_runs()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder, Capabilities(), new JsonObject { ["codeLens"] = new JsonObject { ["requirements"] = false } });
        var (plan, intake) = (folder.Uri(Samples.PlanPath), folder.Uri(IntakePath));
        Assert.That(Titles(await AskAsync(server, "textDocument/codeLens", intake)), Has.Length.EqualTo(1));
        await server.WaitAsync(static message => (string?)message["method"] == "workspace/inlayHint/refresh", "the first refresh");
        var mark = server.Mark();

        await server.NotifyAsync("workspace/didChangeConfiguration", new JsonObject
        {
            ["settings"] = new JsonObject { ["frameworkLsp"] = new JsonObject { ["codeLens"] = new JsonObject { ["enable"] = false }, ["inlayHints"] = new JsonObject { ["titles"] = false } } },
        });

        await server.WaitAsync(static message => (string?)message["method"] == "workspace/codeLens/refresh", "a refresh", mark);
        await server.WaitAsync(static message => (string?)message["method"] == "workspace/inlayHint/refresh", "a refresh", mark);
        Assert.That(await AskAsync(server, "textDocument/codeLens", intake), Is.Empty);
        Assert.That(Labels(await AskAsync(server, "textDocument/inlayHint", plan, Range(0, 0, 20, 0))), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task What_another_document_says_makes_the_client_ask_again()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder, Capabilities());
        await server.WaitAsync(static message => (string?)message["method"] == "workspace/inlayHint/refresh", "the first refresh");
        await AskAsync(server, "textDocument/codeLens", folder.Uri(IntakePath));
        var mark = server.Mark();

        await server.ChangeAsync(folder.Uri(IntakePath), 2, Full(Intake.Replace("Loan request", "Loan wish", StringComparison.Ordinal)));

        await server.WaitAsync(static message => (string?)message["method"] == "workspace/inlayHint/refresh", "a refresh", mark);
        Assert.That(Labels(await AskAsync(server, "textDocument/inlayHint", folder.Uri(Samples.PlanPath), Range(0, 0, 20, 0))), Does.Contain("Loan wish"));
    }

    [Test]
    public async Task Tokens_come_whole_in_parts_and_as_what_changed()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder, Capabilities());
        var uri = folder.Uri(IntakePath);

        var full = await server.RequestAsync("textDocument/semanticTokens/full", Document(uri));
        var part = Document(uri);
        part["range"] = Range(12, 0, 13, 0);
        var range = await server.RequestAsync("textDocument/semanticTokens/range", part);
        await server.ChangeAsync(uri, 2, Edit(6, 22, 6, 23, "3 - Pre-Production"));
        var delta = await server.RequestAsync("textDocument/semanticTokens/full/delta", WithPrevious(uri, (string)full!["resultId"]!));
        var fresh = await server.RequestAsync("textDocument/semanticTokens/full", Document(uri));
        var lost = await server.RequestAsync("textDocument/semanticTokens/full/delta", WithPrevious(uri, "long gone"));

        // Status, level, id and priority: line, character, length, type, modifiers.
        Assert.Multiple(() =>
        {
            Assert.That(Data(full), Is.EqualTo(new uint[] { 2, 14, 8, 3, 0, 4, 22, 1, 2, 0, 6, 2, 6, 0, 1, 0, 24, 4, 3, 0 }));
            Assert.That(Data(range!), Is.EqualTo(new uint[] { 12, 2, 6, 0, 1, 0, 24, 4, 3, 0 }));
            Assert.That(delta!["edits"]!.ToJsonString(), Is.EqualTo("""[{"start":7,"deleteCount":1,"data":[18]}]"""));
            Assert.That(Data(lost!), Is.EqualTo(Data(fresh!)));
        });

        static JsonObject WithPrevious(string uri, string id)
        {
            var parameters = Document(uri);
            parameters["previousResultId"] = id;
            return parameters;
        }

        static uint[] Data(JsonNode tokens) => [.. tokens["data"]!.AsArray().Select(static number => (uint)number!)];
    }

    [Test]
    public async Task Token_lengths_are_in_the_units_of_the_client()
    {
        var capabilities = new JsonObject { ["general"] = new JsonObject { ["positionEncodings"] = new JsonArray("utf-8") } };
        await using var server = await LspProcess.InitializeAsync(capabilities);
        await server.OpenAsync("file:///x/" + Samples.PlanPath, "# Implementation Plan: é\n\n- **Status**: ✅ Approved\n- **Maturity Level**: 2\n");

        var data = (await server.RequestAsync("textDocument/semanticTokens/full", Document("file:///x/" + Samples.PlanPath)))!["data"]!.AsArray();

        Assert.That(data.Take(3).Select(static number => (int)number!), Is.EqualTo(new[] { 2, 14, 12 }), "A tick is three bytes.");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Folds_are_as_the_client_can_show_them(bool isLimited)
    {
        using var folder = new TemporaryFolder();
        var folding = isLimited ? new JsonObject { ["lineFoldingOnly"] = true, ["rangeLimit"] = 2 } : new JsonObject();
        await using var server = await StartAsync(folder, Capabilities(new JsonObject { ["foldingRange"] = folding }));

        var folds = await AskAsync(server, "textDocument/foldingRange", folder.Uri(IntakePath));

        var lines = folds.Select(static fold => ((int)fold!["startLine"]!, (int)fold["endLine"]!));
        Assert.Multiple(() =>
        {
            Assert.That(lines, isLimited ? Is.EqualTo(new[] { (0, 12), (8, 12) }) : Is.EqualTo(new[] { (0, 12), (4, 6), (8, 12), (10, 12) }));
            Assert.That(folds.Select(static fold => fold!["startCharacter"] is null), Has.All.EqualTo(isLimited));
        });
    }

    [Test]
    public async Task Selections_grow_at_every_position_asked_for()
    {
        using var folder = new TemporaryFolder();
        await using var server = await StartAsync(folder, Capabilities());
        var parameters = Document(folder.Uri(IntakePath));
        parameters["positions"] = new JsonArray(Position(12, 12), Position(0, 4));

        var selections = (await server.RequestAsync("textDocument/selectionRange", parameters))!.AsArray();

        Assert.Multiple(() =>
        {
            Assert.That(selections, Has.Count.EqualTo(2));
            Assert.That(selections[0]!["range"]!.ToJsonString(), Is.EqualTo(Range(12, 11, 12, 15).ToJsonString()));
            Assert.That(selections[0]!["parent"]!["range"]!.ToJsonString(), Is.EqualTo(Range(12, 11, 12, 23).ToJsonString()));
            Assert.That(selections[1]!["range"]!.ToJsonString(), Is.EqualTo(Range(0, 2, 0, 14).ToJsonString()));
        });
    }

    [Test]
    public async Task Other_files_are_left_to_the_editor()
    {
        await using var server = await LspProcess.InitializeAsync(Capabilities());
        await server.OpenAsync("file:///x/notes.md", "# Notes\n\nFR-001\n");
        var ranged = Document("file:///x/notes.md");
        ranged["range"] = Range(0, 0, 9, 0);
        var positions = Document("file:///x/notes.md");
        positions["positions"] = new JsonArray(Position(0, 0));

        Assert.Multiple(async () =>
        {
            Assert.That(await server.RequestAsync("textDocument/foldingRange", Document("file:///x/notes.md")), Is.Null);
            Assert.That(await server.RequestAsync("textDocument/selectionRange", positions), Is.Null);
            Assert.That((await server.RequestAsync("textDocument/codeLens", Document("file:///x/notes.md")))!.AsArray(), Is.Empty);
            Assert.That((await server.RequestAsync("textDocument/inlayHint", ranged))!.AsArray(), Is.Empty);
            Assert.That((await server.RequestAsync("textDocument/semanticTokens/full", Document("file:///x/notes.md")))!["data"]!.AsArray(), Is.Empty);
        });
    }

    [TestCase("1 2 3", "1 2 3", "")]
    [TestCase("1 2 3", "1 9 3", "1-1:9")]
    [TestCase("1 2 3", "1 3", "1-1:")]
    [TestCase("", "1", "0-0:1")]
    [TestCase("1 1 1", "1 1", "2-1:")]
    public void Differences_of_tokens_are_one_replacement(string before, string after, string expected)
    {
        var edits = FrameworkLsp.Server.Features.Language.SemanticTokens.TokenEncoder.Difference([.. Numbers(before)], [.. Numbers(after)]);

        Assert.That(string.Join(' ', edits.Select(static (SemanticTokensEdit edit) => $"{edit.Start}-{edit.DeleteCount}:{string.Join(' ', edit.Data)}")), Is.EqualTo(expected));

        static IEnumerable<uint> Numbers(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static number => uint.Parse(number));
    }
}
