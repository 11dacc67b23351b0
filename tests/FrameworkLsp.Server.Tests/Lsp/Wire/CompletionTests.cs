using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

[Category("Wire")]
internal sealed class CompletionTests
{
    private const string Uri = "file:///x/" + Samples.PlanPath;
    private const string ConfigurationUri = "file:///x/.framework-lsp.yaml";

    private static JsonObject Everything() => new()
    {
        ["textDocument"] = new JsonObject
        {
            ["hover"] = new JsonObject { ["contentFormat"] = new JsonArray("markdown", "plaintext") },
            ["completion"] = new JsonObject
            {
                ["completionItem"] = new JsonObject
                {
                    ["snippetSupport"] = true,
                    ["insertReplaceSupport"] = true,
                    ["labelDetailsSupport"] = true,
                    ["commitCharactersSupport"] = true,
                    ["documentationFormat"] = new JsonArray("markdown"),
                },
                ["completionList"] = new JsonObject { ["itemDefaults"] = new JsonArray("editRange", "insertTextFormat") },
            },
        },
    };

    private static JsonNode Labelled(JsonNode? list, string label) => list!["items"]!.AsArray().Single(item => (string?)item!["label"] == label)!;

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_item_is_explained_when_it_is_looked_at(bool markdown)
    {
        await using var server = await LspProcess.InitializeAsync(markdown ? Everything() : null);
        await server.OpenAsync(Uri, Samples.Plan + "- **Optional Modules**: ");
        var item = Labelled(await server.RequestAsync("textDocument/completion", At(Uri, 5, 24)), "Workers");

        var resolved = await server.RequestAsync("completionItem/resolve", item.DeepClone());

        Assert.Multiple(() =>
        {
            Assert.That(item["documentation"], Is.Null);
            Assert.That((string?)resolved!["documentation"]!["kind"], Is.EqualTo(markdown ? "markdown" : "plaintext"));
            Assert.That((string?)resolved["documentation"]!["value"], markdown ? Does.StartWith("**Workers**") : Does.StartWith("Workers"));
            Assert.That((string?)resolved["sortText"], Is.EqualTo((string?)item["sortText"]), "everything else comes back");
        });
    }

    [Test]
    public async Task An_item_that_nobody_offered_comes_back_as_it_is()
    {
        await using var server = await LspProcess.InitializeAsync();

        var resolved = await server.RequestAsync("completionItem/resolve", new JsonObject { ["label"] = "x", ["data"] = new JsonObject { ["a"] = 1 }, ["documentation"] = "y" });

        Assert.That(resolved!.ToJsonString(), Is.EqualTo(/*lang=json,strict*/ """{"label":"x","documentation":"y","data":{"a":1}}"""));
    }

    [Test]
    public async Task A_client_that_announces_nothing_gets_plain_items()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.OpenAsync(Uri, Samples.Plan + "- **Optional Modules**: Wor, Bot");

        var list = await server.RequestAsync("textDocument/completion", At(Uri, 5, 26));

        var item = Labelled(list, "Workers");
        Assert.Multiple(() =>
        {
            Assert.That(list!["itemDefaults"], Is.Null);
            Assert.That(item["labelDetails"], Is.Null);
            Assert.That(item["commitCharacters"], Is.Null);
            Assert.That((string?)item["detail"], Is.Not.Empty);
            Assert.That(item["textEdit"]!["range"]!.ToJsonString(), Is.EqualTo(Range(5, 24, 5, 27).ToJsonString()));
        });
    }

    [Test]
    public async Task Within_a_word_the_user_may_insert_or_replace()
    {
        await using var server = await LspProcess.InitializeAsync(Everything());
        await server.OpenAsync(Uri, Samples.Plan + "- **Optional Modules**: Wor, Bot");

        var item = Labelled(await server.RequestAsync("textDocument/completion", At(Uri, 5, 26)), "Workers");

        Assert.Multiple(() =>
        {
            Assert.That(item["textEdit"]!["insert"]!.ToJsonString(), Is.EqualTo(Range(5, 24, 5, 26).ToJsonString()));
            Assert.That(item["textEdit"]!["replace"]!.ToJsonString(), Is.EqualTo(Range(5, 24, 5, 27).ToJsonString()));
            Assert.That(item["textEdit"]!["range"], Is.Null);
            Assert.That((string?)item["labelDetails"]!["description"], Is.Not.Empty);
            Assert.That(item["commitCharacters"]!.ToJsonString(), Is.EqualTo("[\",\"]"));
        });
    }

    [Test]
    public async Task What_all_items_share_is_said_once()
    {
        await using var server = await LspProcess.InitializeAsync(Everything());
        await server.OpenAsync(Uri, "# Implementation Plan: Lending\n\n- **Maturity Level**: ");

        var list = await server.RequestAsync("textDocument/completion", At(Uri, 2, 22));

        Assert.Multiple(() =>
        {
            Assert.That(list!["itemDefaults"]!["editRange"]!.ToJsonString(), Is.EqualTo(Range(2, 22, 2, 22).ToJsonString()));
            Assert.That((int?)list["itemDefaults"]!["insertTextFormat"], Is.EqualTo(1));
            Assert.That(list["items"]!.AsArray().Select(static item => item!["textEdit"]), Has.All.Null);
            Assert.That((bool?)list["isIncomplete"], Is.False);
        });
    }

    [Test]
    public async Task Links_lead_to_files_of_the_folder()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Samples.PlanPath, Samples.Plan);
        folder.Write("artifacts/requirements/notes.txt", "x");
        folder.Write("node_modules/x/y.md", "x");
        var uri = folder.Uri(Samples.PlanPath);
        await using var server = await LspProcess.InitializeAsync(folders: folder.FullPath);
        await server.OpenAsync(uri, Samples.Plan + "\nSee [notes](../requirements/) and [x](../../)");

        // The folder is read in the background.
        var files = await server.RequestAsync("textDocument/completion", At(uri, 6, 28));
        for (var tries = 0; tries < 200 && files!["items"]!.AsArray().Count == 0; tries++)
        {
            await Task.Delay(50);
            files = await server.RequestAsync("textDocument/completion", At(uri, 6, 28));
        }

        var root = await server.RequestAsync("textDocument/completion", At(uri, 6, 44));

        Assert.That(files!["items"]!.AsArray().Select(static item => (string?)item!["label"]), Is.EqualTo(new[] { "notes.txt" }));
        Assert.That(root!["items"]!.AsArray().Select(static item => (string?)item!["label"]), Does.Contain("artifacts/").And.Not.Contain("node_modules/"));
    }

    [Test]
    public async Task The_configuration_file_is_completed_and_explained()
    {
        await using var server = await LspProcess.InitializeAsync(Everything());
        await server.OpenAsync(ConfigurationUri, "rules:\n  missing-sec: off\n", language: "yaml");

        var list = await server.RequestAsync("textDocument/completion", At(ConfigurationUri, 1, 13));
        var resolved = await server.RequestAsync("completionItem/resolve", Labelled(list, "missing-section").DeepClone());
        var hover = await server.RequestAsync("textDocument/hover", At(ConfigurationUri, 0, 2));

        Assert.That((string?)resolved!["documentation"]!["value"], Does.Contain("How to fix"));
        Assert.That((string?)hover!["contents"]!["value"], Does.StartWith("**rules**"));
    }

    [TestCase(true, "**2 - Development** \u2014")]
    [TestCase(false, "2 - Development \u2014")]
    public async Task A_hover_has_the_form_that_the_client_shows(bool markdown, string expected)
    {
        await using var server = await LspProcess.InitializeAsync(markdown ? Everything() : null);
        await server.OpenAsync(Uri, Samples.Plan);

        var hover = await server.RequestAsync("textDocument/hover", At(Uri, 4, 24));

        Assert.That((string?)hover!["contents"]!["kind"], Is.EqualTo(markdown ? "markdown" : "plaintext"));
        Assert.That((string?)hover["contents"]!["value"], Does.StartWith(expected));
    }
}
