using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;
using static FrameworkLsp.Server.Tests.Lsp.Wire.Messages;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>
/// An editor that a script drives: it types, takes completions and code actions, applies their edits and shows what the server asks for. It
/// can do nothing else with a document, and writes down what was done.
/// </summary>
internal sealed class ScriptedEditor : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly LspProcess _server;
    private readonly StringBuilder _recording = new();
    private readonly Dictionary<string, (string Text, int Version)> _open = new(StringComparer.Ordinal);
    private string _active = "";
    private int _cursor;

    private ScriptedEditor(TemporaryFolder folder, LspProcess server)
    {
        _folder = folder;
        _server = server;
    }

    /// <summary>What was done, a step a line: what was typed in guillemets, what was completed behind one, each with the line before it.</summary>
    public string Recording => _recording.ToString();

    /// <summary>The text of the active document.</summary>
    public string Text => _open[_active].Text;

    public static async Task<ScriptedEditor> StartAsync(TemporaryFolder folder)
    {
        var capabilities = new JsonObject
        {
            ["workspace"] = new JsonObject { ["applyEdit"] = true, ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true, ["resourceOperations"] = new JsonArray("create") } },
            ["textDocument"] = new JsonObject
            {
                ["codeAction"] = new JsonObject
                {
                    ["codeActionLiteralSupport"] = new JsonObject { ["codeActionKind"] = new JsonObject { ["valueSet"] = new JsonArray("quickfix", "refactor", "source") } },
                    ["dataSupport"] = true,
                    ["resolveSupport"] = new JsonObject { ["properties"] = new JsonArray("edit") },
                },
            },
        };
        return new ScriptedEditor(folder, await LspProcess.InitializeAsync(capabilities, null, folder.FullPath));
    }

    /// <summary>Opens a document; one that does not exist is empty.</summary>
    public async Task OpenAsync(string path)
    {
        Note($"open {path}");
        _active = path;
        _cursor = 0;
        if (!_open.ContainsKey(path))
        {
            _open[path] = (File.Exists(_folder[path]) ? await File.ReadAllTextAsync(_folder[path]) : "", 1);
            await _server.OpenAsync(_folder.Uri(path), Text);
        }
    }

    /// <summary>Puts the cursor behind the first place where a text stands.</summary>
    public void Go(string behind, string? after = null)
    {
        var start = after is null ? 0 : Text.IndexOf(after, StringComparison.Ordinal);
        var index = start < 0 ? -1 : Text.IndexOf(behind, start, StringComparison.Ordinal);
        Assert.That(index, Is.Not.Negative, $"{_active} has no \"{behind}\":\n{Text}");
        _cursor = index + behind.Length;
    }

    /// <summary>Puts the cursor behind the pipe and the blank before a cell of the first row that starts with a text; cells are counted from one.</summary>
    public void GoToCell(string row, int cell)
    {
        Go("\n" + row);
        var start = Text.LastIndexOf('\n', _cursor - 1) + 1;
        for (var pipe = 0; pipe < cell; pipe++)
        {
            do
            {
                start = Text.IndexOf('|', start) + 1;
            }
            while (start > 1 && Text[start - 2] == '\\');
        }

        _cursor = start + 1;
    }

    /// <summary>Whether the first row that starts with a text waits for a result.</summary>
    public bool HasPending(string row)
    {
        Go("\n" + row);
        return Text[_cursor..Text.IndexOf('\n', _cursor)].Contains("PENDING", StringComparison.Ordinal);
    }

    /// <summary>Types, a key at a time.</summary>
    public async Task TypeAsync(string text)
    {
        Note($"{Line()}«{text.Replace("\n", "⏎", StringComparison.Ordinal)}»");
        foreach (var key in text)
        {
            await ReplaceAsync(_cursor, _cursor, key.ToString());
        }
    }

    /// <summary>Types over a text that stands behind the cursor.</summary>
    public async Task DeleteAsync(string text, string instead)
    {
        Assert.That(Text[_cursor..], Does.StartWith(text));
        await ReplaceAsync(_cursor, _cursor + text.Length, "");
        await TypeAsync(instead);
    }

    /// <summary>Takes the completion with a label.</summary>
    public async Task CompleteAsync(string label)
    {
        Note($"{Line()}» {label}");
        var list = await _server.RequestAsync("textDocument/completion", Here());
        var items = list is JsonArray array ? array : list?["items"]?.AsArray() ?? [];
        var item = items.FirstOrDefault(candidate => (string?)candidate!["label"] == label);
        Assert.That(item, Is.Not.Null, $"no completion \"{label}\" but {string.Join(" | ", items.Select(static candidate => (string?)candidate!["label"]))} in:\n{Line()}");
        await ApplyAsync([item!["textEdit"]!], moveCursor: true);
    }

    /// <summary>Takes the code action with a title; of a kind that is asked for by name when one is given. The document it shows becomes the active one.</summary>
    public async Task ActAsync(string title, string? only = null)
    {
        Note($"action {title}");
        var parameters = Document(_folder.Uri(_active));
        var position = Here()["position"]!;
        parameters["range"] = new JsonObject { ["start"] = position.DeepClone(), ["end"] = position.DeepClone() };
        parameters["context"] = new JsonObject { ["diagnostics"] = new JsonArray(), ["only"] = only is null ? null : new JsonArray(only) };
        var actions = (await _server.RequestAsync("textDocument/codeAction", parameters))!.AsArray();
        var action = actions.FirstOrDefault(candidate => (string?)candidate!["title"] == title);
        Assert.That(action, Is.Not.Null, $"no action \"{title}\" but {string.Join(" | ", actions.Select(static candidate => (string?)candidate!["title"]))}");
        if (action!["edit"] is null)
        {
            action = (await _server.RequestAsync("codeAction/resolve", action.DeepClone()))!;
        }

        foreach (var step in action["edit"]!["documentChanges"]!.AsArray())
        {
            await ApplyStepAsync(step!);
        }

        if ((string?)action["command"]?["command"] == "frameworkLsp.open")
        {
            await OpenAsync(PathOf((string)action["command"]!["arguments"]![0]!["uri"]!));
        }
    }

    /// <summary>Writes a file that is no document, as a build does while the editor looks on.</summary>
    public Task BuildAsync(string path, string text)
    {
        Note($"build {path}");
        _folder.Write(path, text);
        return _server.NotifyAsync("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray(new JsonObject { ["uri"] = _folder.Uri(path), ["type"] = 1 }) });
    }

    /// <summary>Writes all documents.</summary>
    public void SaveAll()
    {
        foreach (var (path, (text, _)) in _open)
        {
            _folder.Write(path, text);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void Note(string step) => _recording.Append(step).Append('\n');

    private string Line() => Text[(Text.LastIndexOf('\n', Math.Max(0, _cursor - 1)) + 1).._cursor];

    private JsonObject Here()
    {
        var before = Text[.._cursor];
        return At(_folder.Uri(_active), before.Count(static character => character == '\n'), _cursor - before.LastIndexOf('\n') - 1);
    }

    private string PathOf(string uri) => Path.GetRelativePath(_folder.FullPath, new Uri(uri).LocalPath).Replace('\\', '/');

    private async Task ApplyStepAsync(JsonNode step)
    {
        if ((string?)step["kind"] == "create")
        {
            var created = PathOf((string)step["uri"]!);
            Note($"  new {created}");
            _folder.Write(created, "");
            return;
        }

        var path = PathOf((string)step["textDocument"]!["uri"]!);
        if (_open.ContainsKey(path))
        {
            var active = _active;
            _active = path;
            await ApplyAsync([.. step["edits"]!.AsArray().Select(static edit => edit!)], moveCursor: active == path);
            _active = active;
        }
        else
        {
            _folder.Write(path, Applied(await File.ReadAllTextAsync(_folder[path]), step["edits"]!.AsArray().Select(static edit => edit!)).Text);
        }
    }

    private async Task ApplyAsync(IReadOnlyList<JsonNode> edits, bool moveCursor)
    {
        var (text, end) = Applied(Text, edits);
        if (moveCursor)
        {
            _cursor = end;
        }

        await ChangeAsync(text, new JsonObject { ["text"] = text });
    }

    private static (string Text, int End) Applied(string text, IEnumerable<JsonNode> edits)
    {
        var end = 0;
        foreach (var (start, stop, inserted) in edits
            .Select(edit => (Offset(text, edit["range"]!["start"]!), Offset(text, edit["range"]!["end"]!), (string)edit["newText"]!))
            .OrderByDescending(static edit => edit.Item1)
            .ToList())
        {
            text = text[..start] + inserted + text[stop..];
            end = start + inserted.Length;
        }

        return (text, end);
    }

    private static int Offset(string text, JsonNode position)
    {
        var offset = 0;
        for (var line = (int)position["line"]!; line > 0; line--)
        {
            offset = text.IndexOf('\n', offset) is var next and >= 0 ? next + 1 : text.Length;
        }

        return offset + (int)position["character"]!;
    }

    private async Task ReplaceAsync(int start, int end, string inserted)
    {
        var range = new JsonObject { ["start"] = PositionOf(start), ["end"] = PositionOf(end) };
        _cursor = start + inserted.Length;
        await ChangeAsync(Text[..start] + inserted + Text[end..], new JsonObject { ["range"] = range, ["text"] = inserted });
    }

    private JsonObject PositionOf(int offset)
    {
        var before = Text[..offset];
        return Position(before.Count(static character => character == '\n'), offset - before.LastIndexOf('\n') - 1);
    }

    private async Task ChangeAsync(string text, JsonObject change)
    {
        var version = _open[_active].Version + 1;
        _open[_active] = (text, version);
        await _server.ChangeAsync(_folder.Uri(_active), version, change);
    }
}
