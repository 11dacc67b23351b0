using System.Threading.Channels;
using FrameworkLsp.Server.Lsp.Diagnostics;
using FrameworkLsp.Server.Lsp.Session;
using Serilog;

namespace FrameworkLsp.Server.Lsp.Refresh;

/// <summary>
/// Tells the client which of its answers are out of date, when typing pauses: what an edit of one document changes in others the client
/// cannot know.
/// </summary>
internal sealed class RefreshLane(SessionQueue queue, AnalysisStore analyses, DiagnosticReports reports, ClientSession client, ClientConnection connection, ILogger log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly WorkspaceChanges _changes = new(analyses);

    /// <summary>Says that the session changed.</summary>
    public void Signal() => _signals.Writer.TryWrite(true);

    /// <summary>Runs until the token is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await _signals.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await SettleAsync(cancellationToken).ConfigureAwait(false);
                await TellAsync(_changes.Since(queue.Current, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever goes wrong for one state, the next one is looked at.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.Error(exception, "Looking for what changed failed");
            }
        }
    }

    // Waits for a pause, but not for ever: who types without one still sees the rest follow.
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        var start = Environment.TickCount64;
        while (_signals.Reader.TryRead(out _) && Environment.TickCount64 - start < LongestDelay.TotalMilliseconds)
        {
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    // The client may take its time to answer; nobody waits for it.
    private async Task TellAsync(WorkspaceChange change, CancellationToken cancellationToken)
    {
        reports.Signal();
        if (change.Documents && client.Features.DeliveriesChanged)
        {
            await connection.DeliveriesChangedAsync().ConfigureAwait(false);
        }

        if (change.Facts || change.Settings)
        {
            Ask(client.Features.RefreshLenses, "codeLens");
            Ask(client.Features.RefreshHints, "inlayHint");
        }

        Ask(client.Features is { PullsDiagnostics: true, RefreshDiagnostics: true } && (change.Facts || change.Settings || change.Saved), "diagnostic");

        void Ask(bool isWanted, string what) => _ = isWanted ? connection.RefreshAsync(what, cancellationToken) : Task.CompletedTask;
    }
}
