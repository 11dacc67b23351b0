using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

[Category("Wire")]
internal sealed class DocumentSyncTests
{
    private const string Uri = "file:///x/" + Samples.PlanPath;

    [Test]
    public async Task An_opened_document_gets_its_findings_with_its_version()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.OpenAsync(Uri, Samples.Plan, version: 7);

        var diagnostics = await server.DiagnosticsAsync(Uri, version: 7);

        var diagnostic = diagnostics.Single(static item => (string?)item!["code"] == Samples.Rule)!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)diagnostic["source"], Is.EqualTo("framework-lsp"));
            Assert.That((int?)diagnostic["severity"], Is.EqualTo(2));
            Assert.That((int?)diagnostic["range"]!["start"]!["line"], Is.EqualTo(2));
            Assert.That((string?)diagnostic["data"]!["rule"], Is.EqualTo(Samples.Rule));
        });
    }

    [TestCase("utf-8", 22 + 4 + 6)]
    [TestCase("utf-16", 22 + 2 + 2)]
    [TestCase("utf-32", 22 + 1 + 2)]
    public async Task Positions_are_counted_in_the_negotiated_unit(string encoding, int character)
    {
        var capabilities = new JsonObject { ["general"] = new JsonObject { ["positionEncodings"] = new JsonArray("utf-64", encoding, "utf-16") } };
        await using var server = LspProcess.Start();
        var result = await server.HandshakeAsync(capabilities);
        Assert.That((string?)result["capabilities"]!["positionEncoding"], Is.EqualTo(encoding));

        // The edit removes the last of the four characters behind the emoji and the two ideographs, which completes the bad name.
        await server.OpenAsync(Uri, "# Implementation Plan: Lending\n\n- **Maturity Level**: 2\n\n<!-- 0123456789abcdefg\U0001F600\u4E2D\u6587X -->\n<!-- framework-lsp-disable-next-line FW777 -->\n");
        var before = (await server.DiagnosticsAsync(Uri, 1)).ToJsonString();
        await server.ChangeAsync(Uri, 2, Edit(4, character, 4, character + 1, "Y -->\n<!-- framework-lsp-disable-next-line FW778"));

        var diagnostics = await server.DiagnosticsAsync(Uri, 2);
        Assert.That(before, Does.Not.Contain("FW778"));
        Assert.That(diagnostics.Count(static item => (string?)item!["code"] == Samples.Rule), Is.EqualTo(2));
    }

    [Test]
    public async Task Several_changes_of_one_message_apply_one_after_the_other()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.OpenAsync(Uri, Samples.Plan);
        await server.DiagnosticsAsync(Uri, 1);

        await server.ChangeAsync(Uri, 2, Edit(0, 0, 0, 0, "\n\n"), Edit(4, 0, 4, 0, "\n"));

        var diagnostics = await server.DiagnosticsAsync(Uri, 2);
        Assert.That(diagnostics.Where(static item => (string?)item!["code"] == Samples.Rule).Select(static item => (int)item!["range"]!["start"]!["line"]!), Is.EqualTo(new[] { 5 }));
    }

    [Test]
    public async Task A_change_without_a_range_replaces_the_text()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.OpenAsync(Uri, "nothing");
        await server.ChangeAsync(Uri, 2, Full(Samples.Plan));

        Assert.That((await server.DiagnosticsAsync(Uri, 2)).Codes(), Does.Contain(Samples.Rule));
    }

    [Test]
    public async Task Closing_a_document_outside_of_the_workspace_takes_its_findings_back()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.OpenAsync(Uri, Samples.Plan);
        await server.DiagnosticsAsync(Uri, 1);
        var mark = server.Mark();

        await server.CloseAsync(Uri);

        Assert.That(await server.DiagnosticsAsync(Uri, from: mark), Is.Empty);
    }

    [Test]
    public async Task Untitled_documents_are_checked_by_their_language()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.OpenAsync("untitled:artifacts/plans/Untitled-1", "---\ntype: plan\n---\n\n" + Samples.Plan);

        Assert.That((await server.DiagnosticsAsync("untitled:artifacts/plans/Untitled-1")).Codes(), Does.Contain(Samples.Rule));
    }

    [Test]
    public async Task Changes_of_documents_that_are_not_open_are_ignored()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.ChangeAsync("file:///x/other.md", 2, Full("x"));
        await server.CloseAsync("file:///x/other.md");
        await server.SaveAsync("file:///x/other.md");
        await server.OpenAsync(Uri, Samples.Plan);

        Assert.That((await server.DiagnosticsAsync(Uri)).Codes(), Does.Contain(Samples.Rule));
    }

    [Test]
    public async Task On_save_only_saved_versions_are_checked()
    {
        await using var server = await LspProcess.InitializeAsync(options: new JsonObject { ["run"] = "onSave" });
        await server.OpenAsync(Uri, Samples.Plan);
        await server.DiagnosticsAsync(Uri, 1);

        await server.ChangeAsync(Uri, 2, Edit(0, 0, 0, 0, "\n"));
        await server.ChangeAsync(Uri, 3, Edit(0, 0, 0, 0, "\n"));
        await server.SaveAsync(Uri);
        await server.DiagnosticsAsync(Uri, 3);

        Assert.That(server.Notifications("textDocument/publishDiagnostics").Select(static item => (int?)item["version"]), Is.EqualTo(new int?[] { 1, 3 }));
    }

    [Test]
    public async Task Nothing_is_published_while_checking_is_switched_off()
    {
        await using var server = await LspProcess.InitializeAsync(options: new JsonObject { ["enable"] = false });
        await server.OpenAsync(Uri, Samples.Plan);
        await server.NotifyAsync("workspace/didChangeConfiguration", new JsonObject { ["settings"] = new JsonObject { ["frameworkLsp"] = new JsonObject { ["enable"] = true } } });
        await server.DiagnosticsAsync(Uri, 1);

        var mark = server.Mark();
        await server.NotifyAsync("workspace/didChangeConfiguration", new JsonObject { ["settings"] = new JsonObject { ["frameworkLsp"] = new JsonObject { ["enable"] = false } } });

        Assert.That(await server.DiagnosticsAsync(Uri, from: mark), Is.Empty);
    }
}
