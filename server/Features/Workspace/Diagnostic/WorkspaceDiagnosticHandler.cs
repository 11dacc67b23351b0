using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Diagnostics;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Workspace.Diagnostic;

/// <summary>Answers with the diagnostics of all documents, for clients that ask.</summary>
internal sealed class WorkspaceDiagnosticHandler(LanguageSession session)
{
    /// <summary>
    /// What is new against what the client has. A client that takes the answer in parts is told of every later change as well, until it
    /// cancels the request.
    /// </summary>
    [JsonRpcMethod("workspace/diagnostic", UseSingleObjectParameterDeserialization = true)]
    public async Task<WorkspaceDiagnosticReport> DiagnosticAsync(WorkspaceDiagnosticParams parameters, CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, session.Shutdown);
        var reporter = new WorkspaceReporter(session.Reports, session.Analyses, session.Configurations, parameters.PreviousResultIds);
        if (parameters.PartialResultToken is not { } token)
        {
            return new WorkspaceDiagnosticReport(reporter.Next(await session.Queue.SnapshotAsync(linked.Token).ConfigureAwait(false), linked.Token));
        }

        while (true)
        {
            var change = session.Reports.NextChange;
            var items = reporter.Next(await session.Queue.SnapshotAsync(linked.Token).ConfigureAwait(false), linked.Token);
            if (!items.IsEmpty)
            {
                await session.Connection.PartialDiagnosticsAsync(new PartialDiagnosticsParams(token, new WorkspaceDiagnosticReport(items))).ConfigureAwait(false);
            }

            await change.WaitAsync(linked.Token).ConfigureAwait(false);
        }
    }
}
