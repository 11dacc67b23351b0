using System.Text.Json.Nodes;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>The messages that most tests send.</summary>
internal static class Messages
{
    public static Task OpenAsync(this LspProcess server, string uri, string text, int version = 1, string language = "markdown") =>
        server.NotifyAsync("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = language, ["version"] = version, ["text"] = text },
        });

    public static Task ChangeAsync(this LspProcess server, string uri, int version, params JsonObject[] changes) =>
        server.NotifyAsync("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version },
            ["contentChanges"] = new JsonArray([.. changes]),
        });

    public static Task CloseAsync(this LspProcess server, string uri) => server.NotifyAsync("textDocument/didClose", Document(uri));

    public static Task SaveAsync(this LspProcess server, string uri) => server.NotifyAsync("textDocument/didSave", Document(uri));

    public static JsonObject Full(string text) => new() { ["text"] = text };

    public static JsonObject Edit(int line, int character, int endLine, int endCharacter, string text) =>
        new() { ["range"] = Range(line, character, endLine, endCharacter), ["text"] = text };

    public static JsonObject Document(string uri) => new() { ["textDocument"] = new JsonObject { ["uri"] = uri } };

    public static JsonObject At(string uri, int line, int character)
    {
        var parameters = Document(uri);
        parameters["position"] = Position(line, character);
        return parameters;
    }

    public static JsonObject Position(int line, int character) => new() { ["line"] = line, ["character"] = character };

    public static JsonObject Range(int line, int character, int endLine, int endCharacter) =>
        new() { ["start"] = Position(line, character), ["end"] = Position(endLine, endCharacter) };

    /// <summary>The diagnostics of a document from a position on; of one version when one is given.</summary>
    public static async Task<JsonArray> DiagnosticsAsync(this LspProcess server, string uri, int? version = null, int from = 0) =>
        (await server.WaitForAsync(
            "textDocument/publishDiagnostics",
            parameters => (string?)parameters["uri"] == uri && (version is null || (int?)parameters["version"] == version),
            from))["diagnostics"]!.AsArray();

    /// <summary>Waits until a folder is read; requests that are sent then see all its documents.</summary>
    public static Task IndexedAsync(this LspProcess server) =>
        server.WaitForAsync("window/logMessage", static parameters => ((string?)parameters["message"])!.StartsWith("Framework LSP read", StringComparison.Ordinal));

    public static string[] Codes(this JsonArray diagnostics) => [.. diagnostics.Select(static diagnostic => (string)diagnostic!["code"]!)];
}
