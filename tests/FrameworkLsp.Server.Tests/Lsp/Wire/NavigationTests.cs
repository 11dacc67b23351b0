using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>Going from a plan that is open to an intake that is not.</summary>
[Category("Wire")]
internal sealed class NavigationTests
{
    private const string IntakePath = "artifacts/requirements/intake.md";
    private const string Intake = "# Requirements Intake: Lending\n\n## Functional Requirements\n\n| Req ID | Feature | Priority | Description | Acceptance Notes |\n|---|---|---|---|---|\n| FR-001 | Loans | Must | x | y |\n";
    private const string Plan = "# Implementation Plan: Lending\n\nFR-001 is done in `src/a.py:2`, see [intake](../requirements/intake.md#functional-requirements).\nFR-001 again.\n";

    /// <summary>A server with a plan open beside an intake and a source file on the disk.</summary>
    private static async Task<LspProcess> OpenAsync(TemporaryFolder folder, JsonObject? capabilities = null, JsonNode? options = null)
    {
        folder.Write(IntakePath, Intake);
        folder.Write(Samples.PlanPath, Plan);
        folder.Write("src/a.py", "a\nb\n");
        var server = await LspProcess.InitializeAsync(capabilities, options, folder.FullPath);
        await server.OpenAsync(folder.Uri(Samples.PlanPath), Plan);
        await server.IndexedAsync();
        return server;
    }

    private static JsonObject LinkSupport() => new()
    {
        ["textDocument"] = new JsonObject { ["definition"] = new JsonObject { ["linkSupport"] = true }, ["declaration"] = new JsonObject { ["linkSupport"] = true } },
    };

    [TestCase("textDocument/definition")]
    [TestCase("textDocument/declaration")]
    public async Task A_requirement_leads_to_the_intake(string method)
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder);

        var locations = (await server.RequestAsync(method, At(folder.Uri(Samples.PlanPath), 2, 3)))!.AsArray();

        Assert.That((string?)locations.Single()!["uri"], Is.EqualTo(folder.Uri(IntakePath)));
        Assert.That(locations[0]!["range"]!.ToJsonString(), Is.EqualTo(Range(6, 2, 6, 8).ToJsonString()));
    }

    [TestCase("textDocument/definition")]
    [TestCase("textDocument/declaration")]
    public async Task Clients_that_understand_links_are_told_what_leads_there(string method)
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder, LinkSupport());

        var link = (await server.RequestAsync(method, At(folder.Uri(Samples.PlanPath), 2, 3)))!.AsArray().Single()!;

        Assert.Multiple(() =>
        {
            Assert.That(link["originSelectionRange"]!.ToJsonString(), Is.EqualTo(Range(2, 0, 2, 6).ToJsonString()));
            Assert.That(link["targetRange"]!.ToJsonString(), Is.EqualTo(Range(6, 0, 6, 33).ToJsonString()));
            Assert.That(link["targetSelectionRange"]!.ToJsonString(), Is.EqualTo(Range(6, 2, 6, 8).ToJsonString()));
        });
    }

    [Test]
    public async Task Evidence_leads_to_the_line_of_a_file_that_is_no_document()
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder);

        var location = (await server.RequestAsync("textDocument/definition", At(folder.Uri(Samples.PlanPath), 2, 22)))!.AsArray().Single()!;

        Assert.That((string?)location["uri"], Is.EqualTo(folder.Uri("src/a.py")));
        Assert.That(location["range"]!.ToJsonString(), Is.EqualTo(Range(1, 0, 1, 0).ToJsonString()));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Plain_Markdown_links_are_left_to_a_client_that_understands_them(bool markdownLinks)
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder, options: new JsonObject { ["markdownLinks"] = markdownLinks });

        var locations = await server.RequestAsync("textDocument/definition", At(folder.Uri(Samples.PlanPath), 2, 60));

        Assert.That(locations?[0]!["range"]!.ToJsonString(), Is.EqualTo(markdownLinks ? Range(2, 3, 2, 26).ToJsonString() : null));
    }

    [TestCase(true, 3)]
    [TestCase(false, 2)]
    public async Task References_are_found_in_documents_that_are_not_open(bool includeDeclaration, int count)
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder);
        var parameters = At(folder.Uri(Samples.PlanPath), 2, 3);
        parameters["context"] = new JsonObject { ["includeDeclaration"] = includeDeclaration };

        var locations = (await server.RequestAsync("textDocument/references", parameters))!.AsArray();

        Assert.That(locations, Has.Count.EqualTo(count));
        Assert.That(locations.Any(location => (string?)location!["uri"] == folder.Uri(IntakePath)), Is.EqualTo(includeDeclaration));
    }

    [Test]
    public async Task Highlights_tell_definitions_from_mentions()
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder);
        await server.OpenAsync(folder.Uri(IntakePath), Intake);

        var plan = (await server.RequestAsync("textDocument/documentHighlight", At(folder.Uri(Samples.PlanPath), 2, 3)))!.AsArray();
        var intake = (await server.RequestAsync("textDocument/documentHighlight", At(folder.Uri(IntakePath), 6, 4)))!.AsArray();

        Assert.That(plan.Select(static highlight => (int?)highlight!["kind"]), Is.EqualTo(new[] { 2, 2 }));
        Assert.That(intake.Select(static highlight => (int?)highlight!["kind"]), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public async Task Paths_are_links_and_headings_are_found_when_they_are_followed()
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder);

        var links = (await server.RequestAsync("textDocument/documentLink", Document(folder.Uri(Samples.PlanPath))))!.AsArray();
        var resolved = await server.RequestAsync("documentLink/resolve", links[1]);

        Assert.Multiple(() =>
        {
            Assert.That((string?)links[0]!["target"], Is.EqualTo(folder.Uri("src/a.py") + "#L2"));
            Assert.That(links[1]!["target"], Is.Null);
            Assert.That((string?)resolved!["target"], Is.EqualTo(folder.Uri(IntakePath) + "#L3"));
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Links_have_tooltips_only_where_they_are_shown(bool tooltips)
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder, new JsonObject { ["textDocument"] = new JsonObject { ["documentLink"] = new JsonObject { ["tooltipSupport"] = tooltips } } }, new JsonObject { ["markdownLinks"] = false });

        var link = (await server.RequestAsync("textDocument/documentLink", Document(folder.Uri(Samples.PlanPath))))!.AsArray().Single()!;

        Assert.That((string?)link["tooltip"], Is.EqualTo(tooltips ? "src/a.py, line 2" : null));
    }

    [Test]
    public async Task Requirements_of_documents_that_are_not_open_are_symbols_of_the_workspace()
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder);

        var symbols = (await server.RequestAsync("workspace/symbol", new JsonObject { ["query"] = "fr001" }))!.AsArray();

        Assert.That(symbols.Select(static symbol => (string?)symbol!["name"]), Is.EqualTo(new[] { "FR-001 Loans" }));
        Assert.That((string?)symbols[0]!["location"]!["uri"], Is.EqualTo(folder.Uri(IntakePath)));
        Assert.That(symbols[0]!["location"]!["range"]!.ToJsonString(), Is.EqualTo(Range(6, 2, 6, 8).ToJsonString()));
    }

    [TestCase("textDocument/definition")]
    [TestCase("textDocument/documentHighlight")]
    public async Task Where_nothing_is_named_there_is_no_answer(string method)
    {
        using var folder = new TemporaryFolder();
        await using var server = await OpenAsync(folder);

        Assert.That(await server.RequestAsync(method, At(folder.Uri(Samples.PlanPath), 3, 10)), Is.Null);
    }
}
