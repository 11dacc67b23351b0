using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text;
using FrameworkLsp.Server.Tests.Lsp.Protocol;
using NUnit.Framework;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>
/// The built server as a client sees it: a process that speaks Content-Length framed JSON. Messages are plain JSON, so that malformed
/// ones can be sent too. FRAMEWORK_LSP_EXE names another executable, for example the native one.
/// </summary>
internal sealed class LspProcess : IAsyncDisposable
{
    /// <summary>Generous: it is only waited out when a test fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task _reading;
    private readonly List<JsonObject> _received = [];
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly StringBuilder _errors = new();
    private readonly ConcurrentDictionary<int, string> _asked = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private TaskCompletionSource _arrived = NewSignal();
    private int _nextId;

    private LspProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Answers to requests of the server by method; a method without one gets null.</summary>
    public ConcurrentDictionary<string, Func<JsonNode?, JsonNode?>> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>What the server wrote to standard error.</summary>
    public string Errors => _errors.ToString();

    public static LspProcess Start(params string[] arguments)
    {
        var native = Environment.GetEnvironmentVariable("FRAMEWORK_LSP_EXE");
        var start = new ProcessStartInfo(string.IsNullOrEmpty(native) ? "dotnet" : native)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (string.IsNullOrEmpty(native))
        {
            start.ArgumentList.Add(Path.Combine(TestContext.CurrentContext.TestDirectory, "framework-lsp.dll"));
        }

        // A runtime that is killed leaves the socket of its diagnostics behind.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.ArgumentList.Add("serve");
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new LspProcess(Process.Start(start)!);
    }

    /// <summary>A server after the initialize handshake.</summary>
    public static async Task<LspProcess> InitializeAsync(JsonObject? capabilities = null, JsonNode? options = null, params string[] folders)
    {
        var server = Start();
        await server.HandshakeAsync(capabilities, options, folders);
        return server;
    }

    public async Task<JsonNode> HandshakeAsync(JsonObject? capabilities = null, JsonNode? options = null, params string[] folders)
    {
        var result = await RequestAsync("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = null,
            ["capabilities"] = capabilities ?? [],
            ["initializationOptions"] = options,
            ["workspaceFolders"] = folders.Length == 0 ? null : new JsonArray([.. folders.Select(static folder => (JsonNode)FolderOf(folder))]),
        });
        await NotifyAsync("initialized", new JsonObject());
        return result!;
    }

    public static JsonObject FolderOf(string path) => new() { ["uri"] = new Uri(path).AbsoluteUri, ["name"] = Path.GetFileName(path) };

    /// <summary>Sends a request and gives its result; an error response fails the test.</summary>
    public async Task<JsonNode?> RequestAsync(string method, JsonNode? parameters)
    {
        var response = await RequestRawAsync(method, parameters);
        Assert.That(response["error"]?.ToJsonString(), Is.Null, method);
        return response["result"];
    }

    /// <summary>Sends a request and gives the whole response.</summary>
    public async Task<JsonObject> RequestRawAsync(string method, JsonNode? parameters)
    {
        var id = await StartRequestAsync(method, parameters);
        return await ResponseAsync(id);
    }

    /// <summary>Sends a request without waiting; gives its id.</summary>
    public async Task<int> StartRequestAsync(string method, JsonNode? parameters)
    {
        var id = Interlocked.Increment(ref _nextId);
        _asked[id] = method;
        await SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters?.DeepClone() });
        return id;
    }

    public Task<JsonObject> ResponseAsync(int id) => WaitAsync(
        message => message["method"] is null && message["id"] is JsonValue value && value.TryGetValue<int>(out var number) && number == id,
        $"the response to request {id}");

    public Task NotifyAsync(string method, JsonNode? parameters) =>
        SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters?.DeepClone() });

    public Task SendAsync(JsonNode message) => SendBodyAsync(message.ToJsonString());

    public Task SendBodyAsync(string body) => SendRawAsync($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public async Task SendRawAsync(string bytes)
    {
        await _writing.WaitAsync();
        try
        {
            await _process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(bytes));
            await _process.StandardInput.BaseStream.FlushAsync();
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>The first message from a position on that fulfils a condition, waiting for it if need be.</summary>
    public async Task<JsonObject> WaitAsync(Func<JsonObject, bool> condition, string what, int from = 0)
    {
        using var patience = new CancellationTokenSource(Patience);
        var index = from;
        while (true)
        {
            Task arrived;
            lock (_gate)
            {
                for (; index < _received.Count; index++)
                {
                    if (condition(_received[index]))
                    {
                        return _received[index];
                    }
                }

                arrived = _arrived.Task;
            }

            try
            {
                await arrived.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Waited in vain for {what}.\nReceived:\n{Transcript()}\nStandard error:\n{Errors}");
            }
            catch (EndOfStreamException)
            {
                Assert.Fail($"The server is gone; waited for {what}.\nReceived:\n{Transcript()}\nStandard error:\n{Errors}");
            }
        }
    }

    /// <summary>The first notification of a method from a position on whose params fulfil a condition.</summary>
    public async Task<JsonNode> WaitForAsync(string method, Func<JsonNode, bool> condition, int from = 0) =>
        (await WaitAsync(message => (string?)message["method"] == method && condition(message["params"]!), method, from))["params"]!;

    /// <summary>How many messages came so far, to wait for later ones.</summary>
    public int Mark()
    {
        lock (_gate)
        {
            return _received.Count;
        }
    }

    /// <summary>The notifications of a method so far.</summary>
    public IReadOnlyList<JsonNode> Notifications(string method)
    {
        lock (_gate)
        {
            return [.. _received.Where(message => (string?)message["method"] == method).Select(static message => message["params"]!)];
        }
    }

    /// <summary>Closes standard input.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    public async Task<int> ExitCodeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The server did not end.\n{Transcript()}\n{Errors}");
        }

        return _process.ExitCode;
    }

    /// <summary>Ends the server the polite way.</summary>
    public async Task<int> ShutdownAsync()
    {
        await RequestAsync("shutdown", null);
        await NotifyAsync("exit", null);
        return await ExitCodeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();
        _writing.Dispose();
        Assert.That(_violations, Is.Empty, "Messages of the server do not conform to the specification");
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private string Transcript()
    {
        lock (_gate)
        {
            return string.Join('\n', _received.Select(static message => message.ToJsonString()));
        }
    }

    private async Task ReadAsync()
    {
        var output = _process.StandardOutput.BaseStream;
        try
        {
            while (await ReadMessageAsync(output) is { } message)
            {
                CheckConformity(message);
                if (message["method"] is { } method && message["id"] is { } id)
                {
                    await AnswerAsync((string)method!, id, message["params"]);
                }

                TaskCompletionSource arrived;
                lock (_gate)
                {
                    _received.Add(message);
                    arrived = _arrived;
                    _arrived = NewSignal();
                }

                arrived.SetResult();
            }
        }
        finally
        {
            lock (_gate)
            {
                _arrived.TrySetException(new EndOfStreamException());
                _ = _arrived.Task.Exception;
            }
        }
    }

    private void CheckConformity(JsonObject message)
    {
        var isAnswer = message["method"] is null;
        var name = (string?)message["method"] ?? (message["id"] is JsonValue id && id.TryGetValue<int>(out var number) ? _asked.GetValueOrDefault(number) : null);
        if (message["error"] is not null || name is null || LspSchema.Method(name) is not { } method)
        {
            if (!isAnswer && name?.StartsWith("frameworkLsp/", StringComparison.Ordinal) != true)
            {
                _violations.Enqueue($"{name}: no method of the specification");
            }

            return;
        }

        var type = method[isAnswer ? "result" : "params"];
        foreach (var violation in LspSchema.Violations(message[isAnswer ? "result" : "params"], type, name))
        {
            _violations.Enqueue(violation);
        }
    }

    private async Task AnswerAsync(string method, JsonNode id, JsonNode? parameters)
    {
        var result = Answers.TryGetValue(method, out var answer) ? answer(parameters) : null;
        await SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id.DeepClone(), ["result"] = result?.DeepClone() });
    }

    private static async Task<JsonObject?> ReadMessageAsync(Stream stream)
    {
        var length = 0;
        while (true)
        {
            var line = await ReadLineAsync(stream);
            if (line is null)
            {
                return null;
            }

            if (line.Length == 0)
            {
                break;
            }

            if (line.StartsWith("Content-Length: ", StringComparison.Ordinal))
            {
                length = int.Parse(line["Content-Length: ".Length..]);
            }
        }

        var body = new byte[length];
        await stream.ReadExactlyAsync(body);
        return JsonNode.Parse(body)!.AsObject();
    }

    private static async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var buffer = new byte[1];
        while (await stream.ReadAsync(buffer) == 1)
        {
            if (buffer[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)buffer[0]);
        }

        return null;
    }
}
