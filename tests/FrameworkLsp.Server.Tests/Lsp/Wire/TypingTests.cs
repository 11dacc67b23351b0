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

        // Until the folder is read, rules across documents keep quiet.
        await server.IndexedAsync();
        await server.OpenAsync(uri, "");
        var texts = new Dictionary<int, string> { [1] = "" };
        var (line, character) = (0, 0);
        foreach (var rune in Text.EnumerateRunes())
        {
            var version = texts.Count + 1;
            var piece = rune.ToString();
            await server.ChangeAsync(uri, version, Edit(line, character, line, character, piece));
            texts[version] = texts[version - 1] + piece;
            (line, character) = piece == "\n" ? (line + 1, 0) : (line, character + piece.Length);
            if (piece == "\n")
            {
                // The typist looks up; what he sees then is what a fresh lint says.
                await SettledAsync(server, uri, Lint(texts[version]));
            }
        }

        // In particular no message is empty unless a fresh lint of that text is.
        foreach (var message in Messages(server, uri))
        {
            var version = (int)message["version"]!;
            Assert.That(Shown(message), Is.EqualTo(Lint(texts[version])), $"version {version}");
        }

        Assert.That(Shown(Messages(server, uri)[^1]), Is.EqualTo(Lint(Text)).And.Not.Empty);
    }

    private static async Task SettledAsync(LspProcess server, string uri, ImmutableArray<string> expected)
    {
        var last = Messages(server, uri) is [.., var message] ? Shown(message) : [];
        if (!last.SequenceEqual(expected))
        {
            await server.WaitForAsync("textDocument/publishDiagnostics", _ => Messages(server, uri) is [.., var newest] && Shown(newest).SequenceEqual(expected));
        }
    }

    private static IReadOnlyList<JsonNode> Messages(LspProcess server, string uri) =>
        [.. server.Notifications("textDocument/publishDiagnostics").Where(message => (string?)message["uri"] == uri)];

    private static ImmutableArray<string> Lint(string text)
    {
        var source = SourceText.From(text);
        var positions = new PositionConverter(PositionEncoding.Utf16);
        var workspace = TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [Samples.PlanPath] = text });
        return [.. WorkspaceAnalysis.Create(workspace).FindingsOf(Samples.PlanPath).Select(finding => Show(finding, positions.ToRange(source, finding.Span)))];
    }

    private static string Show(Finding finding, FrameworkLsp.Server.Protocol.Range range) =>
        $"{range.Start.Line}:{range.Start.Character}-{range.End.Line}:{range.End.Character} {finding.Rule.Id} {finding.Message}";

    private static ImmutableArray<string> Shown(JsonNode message) =>
    [
        .. message["diagnostics"]!.AsArray().Select(static item =>
            $"{item!["range"]!["start"]!["line"]}:{item["range"]!["start"]!["character"]}-{item["range"]!["end"]!["line"]}:{item["range"]!["end"]!["character"]} {item["code"]} {item["message"]}"),
    ];
}
