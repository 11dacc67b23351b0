using System.Diagnostics.CodeAnalysis;
using FrameworkLsp.Server.Features.Custom.Catalog;
using FrameworkLsp.Server.Features.Custom.Deliveries;
using FrameworkLsp.Server.Features.Custom.DocumentStatus;
using FrameworkLsp.Server.Features.Custom.Traceability;
using FrameworkLsp.Server.Features.Language.CodeAction;
using FrameworkLsp.Server.Features.Language.CodeLens;
using FrameworkLsp.Server.Features.Language.Completion;
using FrameworkLsp.Server.Features.Language.Definition;
using FrameworkLsp.Server.Features.Language.Diagnostic;
using FrameworkLsp.Server.Features.Language.DocumentHighlight;
using FrameworkLsp.Server.Features.Language.DocumentLink;
using FrameworkLsp.Server.Features.Language.DocumentSymbol;
using FrameworkLsp.Server.Features.Language.FoldingRange;
using FrameworkLsp.Server.Features.Language.Formatting;
using FrameworkLsp.Server.Features.Language.Hover;
using FrameworkLsp.Server.Features.Language.InlayHint;
using FrameworkLsp.Server.Features.Language.References;
using FrameworkLsp.Server.Features.Language.Rename;
using FrameworkLsp.Server.Features.Language.SelectionRange;
using FrameworkLsp.Server.Features.Language.SemanticTokens;
using FrameworkLsp.Server.Features.Language.TextDocumentSync;
using FrameworkLsp.Server.Features.Window.WorkDoneProgress;
using FrameworkLsp.Server.Features.Workspace.Diagnostic;
using FrameworkLsp.Server.Features.Workspace.DidChangeConfiguration;
using FrameworkLsp.Server.Features.Workspace.DidChangeWatchedFiles;
using FrameworkLsp.Server.Features.Workspace.DidChangeWorkspaceFolders;
using FrameworkLsp.Server.Features.Workspace.ExecuteCommand;
using FrameworkLsp.Server.Features.Workspace.FileOperations;
using FrameworkLsp.Server.Features.Workspace.Symbol;
using FrameworkLsp.Server.Features.Workspace.WillRenameFiles;
using FrameworkLsp.Server.Lsp.Wire;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Lsp;

/// <summary>Runs the language server on a connection.</summary>
public static class LanguageServerHost
{
    private const int SmallestPool = 8;

    /// <summary>
    /// Serves one client until it says exit, closes the connection or dies. Returns the exit code of the specification: 0 after shutdown,
    /// 1 otherwise; 2 when there is no connection.
    /// </summary>
    public static async Task<int> RunAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);

        // Reading folders and publishing diagnostics may each keep a thread busy; on a small machine the pool would be slow to add a third.
        ThreadPool.SetMinThreads(Math.Max(SmallestPool, Environment.ProcessorCount), SmallestPool);
        using var log = ServerLog.Open(options.LogFile);
        Transport transport;
        try
        {
            transport = await Transport.OpenAsync(options.PipeName, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException or ArgumentException)
        {
            log.Logger.Error("Cannot connect to {Pipe}: {Reason}", options.PipeName, exception.Message);
            return 2;
        }

        using (transport)
        {
            return await ServeAsync(transport, log, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<int> ServeAsync(Transport transport, ServerLog log, CancellationToken cancellationToken)
    {
        var lifecycle = new LifecycleState();
        var handler = new LspMessageHandler(transport.Output, transport.Input, new LspFormatter(), lifecycle, log.Logger);
        using var rpc = new LspJsonRpc(handler, log.Logger);
        using var session = new LanguageSession(new ClientConnection(rpc, log.Logger), log);
        var parentExit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AddHandlers(rpc, session, parent => _ = WatchAsync(parent, parentExit, session.Shutdown));
        rpc.CancelLocallyInvokedMethodsWhenConnectionIsClosed = true;
        rpc.StartListening();
        log.Logger.Debug("Serving");
        await Task.WhenAny(rpc.Completion, parentExit.Task, Task.Delay(Timeout.Infinite, cancellationToken)).ConfigureAwait(false);
        if (rpc.Completion.Exception is { } exception)
        {
            log.Logger.Error(exception, "The connection broke");
        }

        await session.StopAsync().ConfigureAwait(false);
        return lifecycle.ExitCode;
    }

    private static async Task WatchAsync(int processId, TaskCompletionSource exited, CancellationToken cancellationToken)
    {
        await ParentProcess.WaitForExitAsync(processId, cancellationToken).ConfigureAwait(false);
        exited.TrySetResult();
    }

    private static void AddHandlers(LspJsonRpc rpc, LanguageSession session, Action<int> watchParent)
    {
        Add(rpc, new LifecycleHandler(session, watchParent));
        Add(rpc, new TextDocumentSyncHandler(session));
        Add(rpc, new HoverHandler(session));
        Add(rpc, new CompletionHandler(session));
        Add(rpc, new CompletionResolveHandler(session));
        Add(rpc, new DefinitionHandler(session));
        Add(rpc, new ReferencesHandler(session));
        Add(rpc, new DocumentHighlightHandler(session));
        Add(rpc, new DocumentSymbolHandler(session));
        Add(rpc, new RenameHandler(session));
        Add(rpc, new DocumentLinkHandler(session));
        Add(rpc, new WorkspaceSymbolHandler(session));
        Add(rpc, new WillRenameFilesHandler(session));
        Add(rpc, new FileOperationsHandler(session));
        Add(rpc, new CodeActionHandler(session));
        Add(rpc, new CodeActionResolveHandler(session));
        Add(rpc, new CatalogHandler(session));
        Add(rpc, new ExecuteCommandHandler(session));
        Add(rpc, new FormattingHandler(session));
        Add(rpc, new DidChangeConfigurationHandler(session));
        Add(rpc, new DidChangeWorkspaceFoldersHandler(session));
        Add(rpc, new DidChangeWatchedFilesHandler(session));
        Add(rpc, new WorkDoneProgressHandler(session));
        Add(rpc, new CodeLensHandler(session));
        Add(rpc, new InlayHintHandler(session));
        Add(rpc, new SemanticTokensHandler(session));
        Add(rpc, new FoldingRangeHandler(session));
        Add(rpc, new SelectionRangeHandler(session));
        Add(rpc, new DocumentDiagnosticHandler(session));
        Add(rpc, new WorkspaceDiagnosticHandler(session));
        Add(rpc, new DeliveriesHandler(session));
        Add(rpc, new TraceabilityHandler(session));
        Add(rpc, new DocumentStatusHandler(session));
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Handlers have no generic methods and no events, the only things that would need code at run time.")]
    private static void Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(LspJsonRpc rpc, T handler)
        where T : class =>
        rpc.AddLocalRpcTarget(RpcTargetMetadata.FromClass(typeof(T)), handler, null);
}
