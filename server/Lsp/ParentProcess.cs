using System.Diagnostics;

namespace FrameworkLsp.Server.Lsp;

/// <summary>Watches the process that started the server, so that no server outlives its editor.</summary>
internal static class ParentProcess
{
    /// <summary>
    /// Completes when the process ends. A process that cannot be found at the start is not waited for: the client may run in another
    /// container, where its id means nothing here.
    /// </summary>
    public static async Task WaitForExitAsync(int processId, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }
    }
}
