using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Protocol;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

[Category("Wire")]
internal sealed class TypingTests
{
    private const string Text = """
        # Implementation Plan: Lending

        - **Maturity Level**: 2 - Development Ready
        - **Optional Modules**: Workers
        <!-- framework-lsp-disable-next-line FW777: none -->

        ## Maturity Level Features

        ### Included at Selected Level

        | Category | Feature | Justification |
        |---|---|---|
        | Core | Structured Logging | needed ✅ |

        ## Services

        - finance_lending_api: 融资 😀

        """;

    [Test]
    public async Task Every_message_while_typing_holds_the_findings_of_its_version()
    {
        using var folder = new TemporaryFolder();
        var uri = folder.Uri(Samples.PlanPath);
        await using var server = await LspProcess.InitializeAsync(folders: folder.FullPath);
        await server.OpenAsync(uri, "");
        var texts = await TypeAsync(server, uri);
        var last = texts.Keys.Max();

        var expected = Lint(texts[last]);
        Assert.That(expected, Is.Not.Empty);
        await server.WaitForAsync(
            "textDocument/publishDiagnostics",
            parameters => (string?)parameters["uri"] == uri && Shown(parameters["diagnostics"]!.AsArray()).SequenceEqual(expected) && texts.ContainsKey((int)parameters["version"]!) && Lint(texts[(int)parameters["version"]!]).SequenceEqual(expected));

        // In particular no message is empty unless a fresh lint of that text is.
        var messages = server.Notifications("textDocument/publishDiagnostics").Where(message => (string?)message["uri"] == uri).ToList();
        Assert.That(messages, Has.Count.GreaterThan(10));
        foreach (var message in messages)
        {
            var version = (int)message["version"]!;
            Assert.That(Shown(message["diagnostics"]!.AsArray()), Is.EqualTo(Lint(texts[version])), $"version {version}");
        }
    }

    // One character at a time, with a pause now and then so that versions are looked at one by one as well as in a heap.
    private static async Task<ImmutableDictionary<int, string>> TypeAsync(LspProcess server, string uri)
    {
        var texts = ImmutableDictionary.CreateBuilder<int, string>();
        texts[1] = "";
        var typed = "";
        var (line, character, version) = (0, 0, 1);
        foreach (var rune in Text.EnumerateRunes())
        {
            var piece = rune.ToString();
            await server.ChangeAsync(uri, ++version, Edit(line, character, line, character, piece));
            typed += piece;
            texts[version] = typed;
            (line, character) = piece == "\n" ? (line + 1, 0) : (line, character + piece.Length);
            if (version % 7 == 0)
            {
                await server.RequestAsync("textDocument/documentSymbol", Document(uri));
            }
        }

        return texts.ToImmutable();
    }

    private static ImmutableArray<string> Lint(string text)
    {
        var source = SourceText.From(text);
        var positions = new PositionConverter(PositionEncoding.Utf16);
        var workspace = TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [Samples.PlanPath] = text });
        return [.. WorkspaceAnalysis.Create(workspace).FindingsOf(Samples.PlanPath).Select(finding => Show(finding, positions.ToRange(source, finding.Span)))];
    }

    private static string Show(Finding finding, FrameworkLsp.Server.Protocol.Range range) =>
        $"{range.Start.Line}:{range.Start.Character}-{range.End.Line}:{range.End.Character} {finding.Rule.Id} {finding.Message}";

    private static ImmutableArray<string> Shown(JsonArray diagnostics) =>
    [
        .. diagnostics.Select(static item =>
            $"{item!["range"]!["start"]!["line"]}:{item["range"]!["start"]!["character"]}-{item["range"]!["end"]!["line"]}:{item["range"]!["end"]!["character"]} {item["code"]} {item["message"]}"),
    ];
}
