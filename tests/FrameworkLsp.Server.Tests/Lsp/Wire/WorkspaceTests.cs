using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

[Category("Wire")]
internal sealed class WorkspaceTests
{
    private const string Diagnostics = "textDocument/publishDiagnostics";

    private static JsonObject Watching(bool progress = false) => new()
    {
        ["workspace"] = new JsonObject
        {
            ["didChangeWatchedFiles"] = new JsonObject { ["dynamicRegistration"] = true },
            ["didChangeConfiguration"] = new JsonObject { ["dynamicRegistration"] = true },
        },
        ["window"] = new JsonObject { ["workDoneProgress"] = progress },
    };

    private static Task ChangedAsync(LspProcess server, string uri, int type) => server.NotifyAsync(
        "workspace/didChangeWatchedFiles",
        new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["uri"] = uri, ["type"] = type }) });

    [Test]
    public async Task Documents_that_are_not_open_are_reported_without_a_version()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Samples.PlanPath, Samples.Plan);
        await using var server = await LspProcess.InitializeAsync(folders: folder.FullPath);

        var published = await server.WaitForAsync(Diagnostics, parameters => (string?)parameters["uri"] == folder.Uri(Samples.PlanPath));

        Assert.That(published["version"], Is.Null);
        Assert.That(published["diagnostics"]!.AsArray().Codes(), Does.Contain(Samples.Rule));
    }

    [Test]
    public async Task A_root_address_serves_clients_without_workspace_folders()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Samples.PlanPath, Samples.Plan);
        await using var server = LspProcess.Start();
        await server.RequestAsync("initialize", new JsonObject { ["capabilities"] = new JsonObject(), ["rootUri"] = new Uri(folder.FullPath).AbsoluteUri });
        await server.NotifyAsync("initialized", new JsonObject());

        Assert.That((await server.DiagnosticsAsync(folder.Uri(Samples.PlanPath))).Codes(), Does.Contain(Samples.Rule));
    }

    [Test]
    public async Task In_the_mode_for_open_files_the_others_are_silent()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Samples.PlanPath, Samples.Plan);
        folder.Write("artifacts/plans/second-plan.md", Samples.Plan);
        await using var server = await LspProcess.InitializeAsync(Watching(progress: true), new JsonObject { ["diagnosticMode"] = "openFilesOnly" }, folder.FullPath);
        await server.WaitForAsync("$/progress", static parameters => (string?)parameters["value"]!["kind"] == "end");
        await server.OpenAsync(folder.Uri(Samples.PlanPath), Samples.Plan);
        await server.DiagnosticsAsync(folder.Uri(Samples.PlanPath), 1);
        var mark = server.Mark();

        await server.CloseAsync(folder.Uri(Samples.PlanPath));

        Assert.That(await server.DiagnosticsAsync(folder.Uri(Samples.PlanPath), from: mark), Is.Empty);
        Assert.That(server.Notifications(Diagnostics).Select(static item => (string?)item["uri"]), Has.None.EqualTo(folder.Uri("artifacts/plans/second-plan.md")));
    }

    [Test]
    public async Task Open_documents_win_over_the_disk_until_they_are_closed()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Samples.PlanPath, Samples.Plan);
        var uri = folder.Uri(Samples.PlanPath);
        await using var server = await LspProcess.InitializeAsync(Watching(), folders: folder.FullPath);
        await server.DiagnosticsAsync(uri);
        var mark = server.Mark();

        await server.OpenAsync(uri, Samples.Plan.Replace("<!--", "\n<!--", StringComparison.Ordinal), version: 5);
        Assert.That(Line(await server.DiagnosticsAsync(uri, 5, mark)), Is.EqualTo(3));

        mark = server.Mark();
        await server.CloseAsync(uri);
        Assert.That(Line(await server.DiagnosticsAsync(uri, from: mark)), Is.EqualTo(2));
    }

    [Test]
    public async Task Files_that_come_change_and_go_are_followed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("readme.md", "# Nothing");
        var uri = folder.Uri(Samples.PlanPath);
        await using var server = await LspProcess.InitializeAsync(Watching(progress: true), folders: folder.FullPath);
        await server.WaitForAsync("$/progress", static parameters => (string?)parameters["value"]!["kind"] == "end");

        folder.Write(Samples.PlanPath, Samples.Plan);
        await ChangedAsync(server, uri, 1);
        Assert.That(Line(await server.DiagnosticsAsync(uri)), Is.EqualTo(2));

        var mark = server.Mark();
        folder.Write(Samples.PlanPath, "\n" + Samples.Plan);
        await ChangedAsync(server, uri, 2);
        Assert.That(Line(await server.DiagnosticsAsync(uri, from: mark)), Is.EqualTo(3));

        mark = server.Mark();
        File.Delete(folder[Samples.PlanPath]);
        await ChangedAsync(server, uri, 3);
        Assert.That(await server.DiagnosticsAsync(uri, from: mark), Is.Empty);
    }

    [Test]
    public async Task The_client_is_asked_to_watch_what_matters()
    {
        await using var server = LspProcess.Start();
        var asked = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Answers["client/registerCapability"] = parameters =>
        {
            asked.TrySetResult(parameters?.DeepClone());
            return null;
        };
        await server.HandshakeAsync(Watching());

        var registrations = (await asked.Task.WaitAsync(LspProcess.Patience))!["registrations"]!.AsArray();

        Assert.That(registrations.Select(static item => (string?)item!["method"]), Is.EqualTo(new[] { "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration" }));
        var watchers = registrations[0]!["registerOptions"]!["watchers"]!.AsArray();
        Assert.That(watchers.Select(static item => (string?)item!["globPattern"]), Is.SupersetOf(new[] { "**/*.{md,markdown}", "**/.framework-lsp.yaml", "**/coverage.xml", "**/junit.xml", "**/*.trx" }));
        Assert.That((int?)watchers.Single(static item => (string?)item!["globPattern"] == "**/*")!["kind"], Is.EqualTo(5), "any file may come or go that a link leads to");
    }

    [Test]
    public async Task A_file_that_is_written_mends_the_link_to_it()
    {
        using var folder = new TemporaryFolder();
        var uri = folder.Uri(Samples.PlanPath);
        folder.Write(Samples.PlanPath, "# Implementation Plan: Lending\n\n- **Maturity Level**: 2 - Development\n\nSee [the notes](notes.txt).\n");
        await using var server = await LspProcess.InitializeAsync(Watching(), folders: folder.FullPath);
        Assert.That((await server.DiagnosticsAsync(uri)).Codes(), Does.Contain("FW901"));

        var mark = server.Mark();
        folder.Write("artifacts/plans/node_modules/notes.txt", "");
        await ChangedAsync(server, folder.Uri("artifacts/plans/node_modules/notes.txt"), 1);
        folder.Write("artifacts/plans/notes.txt", "");
        await ChangedAsync(server, folder.Uri("artifacts/plans/notes.txt"), 1);

        Assert.That((await server.DiagnosticsAsync(uri, from: mark)).Codes(), Does.Not.Contain("FW901"));
    }

    [Test]
    public async Task Ignored_and_excluded_files_are_not_reported()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".gitignore", "ignored/\n");
        folder.Write(".framework-lsp.yaml", "exclude: [excluded/**]\n");
        folder.Write("ignored/" + Samples.PlanPath, Samples.Plan);
        folder.Write("excluded/" + Samples.PlanPath, Samples.Plan);
        folder.Write(Samples.PlanPath, Samples.Plan);
        await using var server = await LspProcess.InitializeAsync(folders: folder.FullPath);
        await server.DiagnosticsAsync(folder.Uri(Samples.PlanPath));
        await server.OpenAsync(folder.Uri("excluded/" + Samples.PlanPath), Samples.Plan);
        await server.OpenAsync(folder.Uri("ignored/" + Samples.PlanPath), Samples.Plan);
        await server.DiagnosticsAsync(folder.Uri("ignored/" + Samples.PlanPath), 1);

        var uris = server.Notifications(Diagnostics).Select(static item => (string?)item["uri"]);
        Assert.That(uris, Has.None.EqualTo(folder.Uri("excluded/" + Samples.PlanPath)), "An excluded document is silent even when it is open.");
    }

    [Test]
    public async Task A_changed_configuration_is_followed()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Samples.PlanPath, Samples.Plan);
        var uri = folder.Uri(Samples.PlanPath);
        await using var server = await LspProcess.InitializeAsync(Watching(), folders: folder.FullPath);
        Assert.That((await server.DiagnosticsAsync(uri)).Codes(), Does.Contain(Samples.Rule));
        var mark = server.Mark();

        folder.Write(".framework-lsp.yaml", $"rules: {{{Samples.Rule}: off}}\n");
        await ChangedAsync(server, folder.Uri(".framework-lsp.yaml"), 1);

        Assert.That((await server.DiagnosticsAsync(uri, from: mark)).Codes(), Does.Not.Contain(Samples.Rule));
    }

    [Test]
    public async Task Errors_in_a_configuration_file_are_reported_there()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".framework-lsp.yaml", "rules:\n  FW777: error\n");
        await using var server = await LspProcess.InitializeAsync(Watching(), folders: folder.FullPath);

        var diagnostic = (await server.DiagnosticsAsync(folder.Uri(".framework-lsp.yaml"))).Single()!;

        Assert.That((int?)diagnostic["range"]!["start"]!["line"], Is.EqualTo(1));
        Assert.That((string?)diagnostic["message"], Does.Contain("FW777"));
    }

    [Test]
    public async Task An_open_configuration_file_is_checked_while_it_is_written()
    {
        using var folder = new TemporaryFolder();
        var uri = folder.Uri(".framework-lsp.yaml");
        await using var server = await LspProcess.InitializeAsync(folders: folder.FullPath);
        await server.OpenAsync(uri, "rules:\n  FW777: error\n", language: "yaml");
        Assert.That(await server.DiagnosticsAsync(uri, 1), Has.Count.EqualTo(1));

        await server.ChangeAsync(uri, 2, Full($"rules:\n  {Samples.Rule}: error\n"));

        Assert.That(await server.DiagnosticsAsync(uri, 2), Is.Empty);
    }

    [Test]
    public async Task Settings_are_asked_for_and_followed()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Samples.PlanPath, Samples.Plan);
        var capabilities = Watching();
        capabilities["workspace"]!["configuration"] = true;
        await using var server = LspProcess.Start();
        var enabled = false;
        server.Answers["workspace/configuration"] = parameters =>
        {
            Assert.That((string?)parameters!["items"]![0]!["section"], Is.EqualTo("frameworkLsp"));
            return new JsonArray(new JsonObject { ["enable"] = enabled });
        };
        await server.HandshakeAsync(capabilities, new JsonObject { ["enable"] = false }, folder.FullPath);

        enabled = true;
        await server.NotifyAsync("workspace/didChangeConfiguration", new JsonObject { ["settings"] = null });

        Assert.That((await server.DiagnosticsAsync(folder.Uri(Samples.PlanPath))).Codes(), Does.Contain(Samples.Rule));
    }

    [Test]
    public async Task Indexing_shows_its_progress()
    {
        using var folder = new TemporaryFolder();
        for (var index = 0; index < 30; index++)
        {
            folder.Write($"p{index}/{Samples.PlanPath}", Samples.Plan);
        }

        await using var server = await LspProcess.InitializeAsync(Watching(progress: true), folders: folder.FullPath);
        await server.WaitForAsync("$/progress", static parameters => (string?)parameters["value"]!["kind"] == "end");

        var steps = server.Notifications("$/progress").Select(static item => (string?)item["value"]!["kind"]).ToList();
        Assert.That(steps, Has.Exactly(1).EqualTo("begin").And.Exactly(1).EqualTo("end"));
        Assert.That((steps[0], steps[^1], steps.Count), Is.EqualTo(("begin", "end", steps.Count)).And.Not.EqualTo(("begin", "end", 2)));
    }

    [Test]
    public async Task The_nearest_root_owns_a_document()
    {
        using var outer = new TemporaryFolder();
        outer.Write(".framework-lsp.yaml", $"rules: {{{Samples.Rule}: error}}\n");
        outer.Write(Samples.PlanPath, Samples.Plan);
        outer.Write("inner/.framework-lsp.yaml", $"rules: {{{Samples.Rule}: hint}}\n");
        outer.Write("inner/" + Samples.PlanPath, Samples.Plan);
        await using var server = await LspProcess.InitializeAsync(Watching(), folders: [outer.FullPath, outer["inner"]]);

        var outside = await server.DiagnosticsAsync(outer.Uri(Samples.PlanPath));
        var inside = await server.DiagnosticsAsync(outer.Uri("inner/" + Samples.PlanPath));

        Assert.That(Severity(outside), Is.EqualTo(1));
        Assert.That(Severity(inside), Is.EqualTo(4));
        Assert.That(server.Notifications(Diagnostics).Count(item => (string?)item["uri"] == outer.Uri("inner/" + Samples.PlanPath)), Is.EqualTo(1));
    }

    [Test]
    public async Task Folders_may_come_and_go()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        first.Write(Samples.PlanPath, Samples.Plan);
        second.Write(Samples.PlanPath, Samples.Plan);
        second.Write(".framework-lsp.yaml", $"rules: {{{Samples.Rule}: hint}}\n");
        await using var server = await LspProcess.InitializeAsync(Watching(), folders: first.FullPath);
        await server.DiagnosticsAsync(first.Uri(Samples.PlanPath));
        await server.OpenAsync(second.Uri(Samples.PlanPath), Samples.Plan);
        Assert.That(Severity(await server.DiagnosticsAsync(second.Uri(Samples.PlanPath), 1)), Is.EqualTo(2), "Outside of all roots no configuration holds.");
        var mark = server.Mark();

        await server.NotifyAsync("workspace/didChangeWorkspaceFolders", new JsonObject
        {
            ["event"] = new JsonObject
            {
                ["added"] = new JsonArray(LspProcess.FolderOf(second.FullPath)),
                ["removed"] = new JsonArray(LspProcess.FolderOf(first.FullPath)),
            },
        });

        Assert.That(await server.DiagnosticsAsync(first.Uri(Samples.PlanPath), from: mark), Is.Empty);
        await server.WaitForAsync(Diagnostics, parameters => (string?)parameters["uri"] == second.Uri(Samples.PlanPath) && Severity(parameters["diagnostics"]!.AsArray()) == 4, mark);
    }

    private static int Severity(JsonArray diagnostics) => (int)diagnostics.Single(static item => (string?)item!["code"] == Samples.Rule)!["severity"]!;

    private static int Line(JsonArray diagnostics) => (int)diagnostics.Single(static item => (string?)item!["code"] == Samples.Rule)!["range"]!["start"]!["line"]!;
}
