using System.Text.Json.Nodes;
using NUnit.Framework;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>What clients ask to let their user choose.</summary>
[Category("Wire")]
internal sealed class CatalogTests
{
    [Test]
    public async Task What_the_catalog_offers_can_be_asked_for()
    {
        using var folder = new TemporaryFolder();
        await using var server = await LspProcess.InitializeAsync(folders: folder.FullPath);

        var catalog = await server.RequestAsync("frameworkLsp/catalog", new JsonObject());

        var intake = catalog!["kinds"]!.AsArray().Single(static kind => (string?)kind!["id"] == "intake")!;
        Assert.That((string?)intake["path"], Is.EqualTo("artifacts/requirements/intake.md"));
        Assert.That((bool?)intake["usesLevel"], Is.True);
        Assert.That((string?)intake["stageName"], Is.Not.Empty);
        Assert.That(catalog["kinds"]!.AsArray().Count(static kind => (string?)kind!["path"] is null or ""), Is.Zero);
        Assert.That(catalog["levels"]!.AsArray().Select(static level => (int?)level!["number"]), Is.EqualTo(new[] { 1, 2, 3, 4 }));
        Assert.That(catalog["modules"]!.AsArray().Select(static module => (string?)module!["id"]), Does.Contain("workers"));
    }

    [Test]
    public async Task A_rule_is_explained_without_a_message_to_a_client_that_shows_the_page_itself()
    {
        await using var server = await LspProcess.InitializeAsync();

        var page = await server.RequestAsync("workspace/executeCommand", new JsonObject
        {
            ["command"] = "frameworkLsp.explainRule",
            ["arguments"] = new JsonArray("FW013", new JsonObject { ["show"] = false }),
        });

        Assert.That((string?)page, Does.Contain("FW013"));
        Assert.That(server.Notifications("window/showMessage"), Is.Empty);
    }
}
