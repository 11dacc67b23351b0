using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

[Category("Wire")]
internal sealed class FormattingTests
{
    private const string Uri = "file:///x/" + Samples.PlanPath;
    private const string Table = "|a|b|\n|---|---|\n|1|22|\n";

    [TestCase("textDocument/formatting")]
    [TestCase("textDocument/rangeFormatting")]
    [TestCase("textDocument/onTypeFormatting")]
    public async Task Tables_are_aligned(string method)
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.OpenAsync(Uri, "# Implementation Plan: Lending\n\n- **Maturity Level**: 2\n\n" + Table);
        var parameters = At(Uri, 6, 6);
        parameters["range"] = Range(6, 0, 6, 1);
        parameters["ch"] = "|";
        parameters["options"] = new JsonObject { ["tabSize"] = 4, ["insertSpaces"] = true };

        var edits = (await server.RequestAsync(method, parameters))!.AsArray();

        Assert.That(edits[0]!.ToJsonString(), Is.EqualTo(new JsonObject { ["range"] = Range(4, 1, 4, 1), ["newText"] = " " }.ToJsonString()));
        Assert.That(edits, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task Other_documents_get_no_edits()
    {
        await using var server = await LspProcess.InitializeAsync();
        await server.OpenAsync("file:///x/notes.md", "# Notes\n\n" + Table);

        Assert.That(((await server.RequestAsync("textDocument/formatting", Document("file:///x/notes.md"))) as JsonArray)?.Count ?? 0, Is.Zero);
    }
}
