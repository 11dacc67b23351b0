using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Server.Lsp.Diagnostics;
using FrameworkLsp.Server.Lsp.Indexing;
using FrameworkLsp.Server.Lsp.Refresh;
using FrameworkLsp.Server.Lsp.Session;
using Serilog;

namespace FrameworkLsp.Server.Lsp;

/// <summary>The parts of a running session. Nothing is loaded before it is started, so that initialize is answered at once.</summary>
internal sealed class LanguageSession : IDisposable
{
    private readonly CancellationTokenSource _shutdown = new();
    private readonly ILogger _log;
    private Task? _running;

    /// <summary>Puts the parts together.</summary>
    public LanguageSession(ClientConnection connection, ServerLog log)
    {
        _log = log.Logger;
        Connection = connection;
        Log = log;
        Queue = new SessionQueue(_log);
        Reader = new SessionReader(Queue, Client);
        Documents = new DocumentSync(Client);
        Folders = new FolderSync(Client);
        Disk = new DiskLane(Queue, Client, connection, _log);
        Watcher = new FileWatcher(Queue, Disk);
        NamedConfigurations = new NamedConfigurationWatch(Client, connection, _shutdown.Token);
        Converter = new DiagnosticConverter(Client);
        var publisher = new DiagnosticsPublisher(connection);
        Configurations = new ConfigurationDiagnostics(Client);
        Reports = new DiagnosticReports(Analyses, Converter, Configurations);
        var sweep = new WorkspaceSweep(Analyses, Converter, Configurations, publisher);
        Diagnostics = new DiagnosticsLane(Queue, Analyses, Converter, Configurations, publisher, sweep, _log);
        Refresh = new RefreshLane(Queue, Analyses, Reports, Client, connection, _log);
        Queue.Changed = _ =>
        {
            // A client that asks for diagnostics is sent none.
            if (!Client.Features.PullsDiagnostics)
            {
                Diagnostics.Signal();
            }

            Refresh.Signal();
        };
    }

    /// <summary>What is settled at the start.</summary>
    public ClientSession Client { get; } = new();

    /// <summary>The way to the client.</summary>
    public ClientConnection Connection { get; }

    /// <summary>The log.</summary>
    public ServerLog Log { get; }

    /// <summary>The mutations.</summary>
    public SessionQueue Queue { get; }

    /// <summary>The requests that read.</summary>
    public SessionReader Reader { get; }

    /// <summary>The changes of documents.</summary>
    public DocumentSync Documents { get; }

    /// <summary>The changes of folders.</summary>
    public FolderSync Folders { get; }

    /// <summary>The reading of files.</summary>
    public DiskLane Disk { get; }

    /// <summary>What happens to files on the disk.</summary>
    public FileWatcher Watcher { get; }

    /// <summary>The watching of configuration files that settings name.</summary>
    public NamedConfigurationWatch NamedConfigurations { get; }

    /// <summary>The analyses of the folders.</summary>
    public AnalysisStore Analyses { get; } = new();

    /// <summary>Findings to diagnostics.</summary>
    public DiagnosticConverter Converter { get; }

    /// <summary>What is wrong in configuration files.</summary>
    public ConfigurationDiagnostics Configurations { get; }

    /// <summary>The diagnostics that a client asks for.</summary>
    public DiagnosticReports Reports { get; }

    /// <summary>The publishing of diagnostics.</summary>
    public DiagnosticsLane Diagnostics { get; }

    /// <summary>The telling of clients that answers are out of date.</summary>
    public RefreshLane Refresh { get; }

    /// <summary>Cancelled when the session ends.</summary>
    public CancellationToken Shutdown => _shutdown.Token;

    /// <summary>Starts the loops, once; called when the client is done with initialize, or sends documents.</summary>
    public void EnsureStarted() => _running ??= Task.Run(() => RunAsync(_shutdown.Token), CancellationToken.None);

    /// <summary>The client's folders changed; new roots are read in the background.</summary>
    public void ChangeFolders(IEnumerable<string> added, IEnumerable<string> removed)
    {
        string[] newFolders = [.. added];
        string[] oldFolders = [.. removed];
        Queue.Post(state => FollowUp(Folders.Change(state, newFolders, oldFolders)));
    }

    /// <summary>The settings changed; folders that another configuration holds for now are read anew.</summary>
    public void ChangeSettings(Func<SessionState, SessionState> change) => Queue.Post(state => FollowUp(FolderSync.Reconfigured(state, change(state))));

    /// <summary>Stops everything.</summary>
    public async Task StopAsync()
    {
        await _shutdown.CancelAsync().ConfigureAwait(false);
        if (_running is not null)
        {
            await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _shutdown.Dispose();

    // What has to be read and watched after folders or settings changed.
    private SessionState FollowUp(SessionState state)
    {
        NamedConfigurations.Follow(state);
        foreach (var folder in state.Folders.Values.Where(static folder => folder.NeedsIndex))
        {
            Disk.Index(folder.Id);
            state = state with { Folders = state.Folders.SetItem(folder.Id, folder with { NeedsIndex = false }) };
        }

        return state;
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Client.Folders = new FolderFactory(EmbeddedPacks.Default);
            await Task.WhenAll(Queue.RunAsync(cancellationToken), Disk.RunAsync(cancellationToken), Diagnostics.RunAsync(cancellationToken), Refresh.RunAsync(cancellationToken)).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The last place where a failure can be written down.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _log.Fatal(exception, "The session broke down");
        }
    }
}
