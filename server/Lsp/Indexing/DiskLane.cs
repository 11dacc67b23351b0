using System.Collections.Concurrent;
using System.Threading.Channels;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using Serilog;

namespace FrameworkLsp.Server.Lsp.Indexing;

/// <summary>Reads from the disk in the background, one task after the other, so that what is read later is also applied later.</summary>
internal sealed class DiskLane(SessionQueue queue, ClientSession client, ClientConnection connection, ILogger log)
{
    private readonly Channel<DiskTask> _tasks = Channel.CreateUnbounded<DiskTask>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, bool> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Asks for a folder to be indexed; an index that is waiting already serves both.</summary>
    public void Index(string folderId)
    {
        if (_waiting.TryAdd(folderId, true))
        {
            _tasks.Writer.TryWrite(new DiskTask(folderId, null));
        }
    }

    /// <summary>Asks for files of a folder to be read again.</summary>
    public void Reload(string folderId, IReadOnlyCollection<string> paths) => _tasks.Writer.TryWrite(new DiskTask(folderId, paths));

    /// <summary>The user had enough of a progress.</summary>
    public void Cancel(string token)
    {
        if (_running.TryGetValue(token, out var source))
        {
            source.Cancel();
        }
    }

    /// <summary>Runs until the token is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var task in _tasks.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await RunAsync(task, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                log.Information("Reading {Folder} was stopped; rules across documents wait until it is read", task.FolderId);
            }
#pragma warning disable CA1031 // Whatever goes wrong with one folder, the others are read.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.Error(exception, "Reading {Folder} failed", task.FolderId);
            }
        }
    }

    private async Task RunAsync(DiskTask task, CancellationToken cancellationToken)
    {
        if (task.Paths is null)
        {
            _waiting.TryRemove(task.FolderId, out _);
        }

        // A task waits its turn behind the messages that were there before it.
        var state = await queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        if (!state.Folders.TryGetValue(task.FolderId, out var folder))
        {
            return;
        }

        if (task.Paths is null)
        {
            await IndexAsync(folder, state.SettingsOf(folder), client.Folders!.Definition, cancellationToken).ConfigureAwait(false);
        }
        else if (folder.IsIndexed)
        {
            var reloaded = FolderIndexer.Reload(folder, task.Paths, client.Folders!.Definition, cancellationToken);
            queue.Post(current => FolderSync.Reloaded(current, task.FolderId, reloaded));
        }
    }

    private async Task IndexAsync(FolderState folder, ServerSettings settings, FrameworkDefinition definition, CancellationToken cancellationToken)
    {
        var token = $"framework-lsp/index/{++_count}";
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _running[token] = source;
        var progress = await IndexProgress.BeginAsync(connection, token, folder.Path, client.Features.WorkDoneProgress, source.Token).ConfigureAwait(false);
        var message = "stopped";
        try
        {
            var indexed = FolderIndexer.Index(folder, settings, definition, progress, source.Token);
            queue.Post(state => FolderSync.Indexed(state, folder.Id, indexed));
            message = $"{indexed.Analysis.Summarize().Documents} framework documents among {indexed.Analysis.Workspace.Documents.Count} files";
            log.Information("Read {Folder}: {Summary}", folder.Path, message);
            await connection.LogMessageAsync(MessageType.Info, $"Framework LSP read {folder.Path}: {message}.").ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove(token, out _);
            await progress.EndAsync(message).ConfigureAwait(false);
        }
    }

    // Without paths the whole folder is meant.
    private sealed record DiskTask(string FolderId, IReadOnlyCollection<string>? Paths);
}
