using System.Threading.Channels;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using Serilog;

namespace FrameworkLsp.Server.Lsp.Diagnostics;

/// <summary>
/// Computes and publishes diagnostics, one state at a time: open documents at once, the others when typing pauses. A new state stops the
/// computation for the old one, but not for ever: who types without a pause still sees results, of the version they are marked with.
/// </summary>
internal sealed class DiagnosticsLane(
    SessionQueue queue,
    AnalysisStore analyses,
    DiagnosticConverter converter,
    ConfigurationDiagnostics configurations,
    DiagnosticsPublisher publisher,
    WorkspaceSweep sweep,
    ILogger log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestSweepDelay = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private long? _waitingSince;
    private long? _sweepSince;

    /// <summary>Says that the session changed.</summary>
    public void Signal()
    {
        lock (_gate)
        {
            var now = Environment.TickCount64;
            _waitingSince ??= now;
            if (now - _waitingSince < LongestSilence.TotalMilliseconds)
            {
                _running?.Cancel();
            }
        }

        _signals.Writer.TryWrite(true);
    }

    /// <summary>Runs until the token is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await WaitAsync(cancellationToken).ConfigureAwait(false))
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            lock (_gate)
            {
                _running = source;
            }

            try
            {
                await StepAsync(source.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                log.Verbose("Diagnostics were superseded");
            }
#pragma warning disable CA1031 // Whatever goes wrong for one state, the next one gets its diagnostics.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.Error(exception, "Diagnostics failed");
            }
            finally
            {
                lock (_gate)
                {
                    _running = null;
                }
            }
        }
    }

    // Waits for a signal, or for the pause after which the other documents are looked at.
    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        if (_sweepSince is null)
        {
            return await _signals.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false);
        }

        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        pause.CancelAfter(Pause);
        try
        {
            return await _signals.Reader.WaitToReadAsync(pause.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        if (_signals.Reader.TryRead(out _))
        {
            // The sweep is due even if this step is stopped half-way.
            _sweepSince ??= Environment.TickCount64;
            await PublishOpenAsync(queue.Current, cancellationToken).ConfigureAwait(false);
            lock (_gate)
            {
                _waitingSince = null;
            }

            if (Environment.TickCount64 - _sweepSince < LongestSweepDelay.TotalMilliseconds)
            {
                return;
            }
        }

        await sweep.RunAsync(queue.Current, cancellationToken).ConfigureAwait(false);
        _sweepSince = null;
    }

    private async Task PublishOpenAsync(SessionState state, CancellationToken cancellationToken)
    {
        var active = state.Active is { } key && state.Open.TryGetValue(key, out var document) ? document : null;
        foreach (var (openKey, open) in state.Open.OrderBy(pair => ReferenceEquals(pair.Value, active) ? 0 : pair.Value.FolderId == active?.FolderId ? 1 : 2))
        {
            var settings = state.SettingsOf(state.Folders[open.FolderId]);
            if (open.Role == DocumentRole.Other || !settings.Enable || (settings.Run == RunMode.OnSave && open.Version != open.SavedVersion))
            {
                continue;
            }

            var diagnostics = open.Role == DocumentRole.Configuration ? configurations.OfOpen(open) : OfDocument(state, open, cancellationToken);
            await publisher.PublishAsync(new DocumentAddress(openKey, open.Uri), open.Version, diagnostics).ConfigureAwait(false);
        }
    }

    private EquatableArray<Diagnostic> OfDocument(SessionState state, OpenDocument open, CancellationToken cancellationToken)
    {
        var folder = state.Folders[open.FolderId];
        var analysis = analyses.Get(state, folder, cancellationToken);
        return converter.Convert(folder, open.Text, DiagnosticConverter.Visible(folder, analysis, open.Path), state.SettingsOf(folder));
    }
}
