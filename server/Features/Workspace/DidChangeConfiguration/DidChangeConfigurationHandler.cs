using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Workspace.DidChangeConfiguration;

/// <summary>Takes over changed settings. A client that can be asked is asked, since many send nothing along.</summary>
internal sealed class DidChangeConfigurationHandler(LanguageSession session)
{
    /// <summary>The settings changed.</summary>
    [JsonRpcMethod("workspace/didChangeConfiguration", UseSingleObjectParameterDeserialization = true)]
    public void DidChangeConfiguration(DidChangeConfigurationParams parameters)
    {
        session.EnsureStarted();
        session.Queue.Post(state => state with { Settings = state.Settings.With(parameters.Settings) });
        if (session.Client.Features.Configuration)
        {
            _ = PullAsync(session, session.Shutdown);
        }
    }

    /// <summary>Asks the client for the settings and takes them over.</summary>
    public static async Task PullAsync(LanguageSession session, CancellationToken cancellationToken)
    {
        var request = new ConfigurationParams([new ConfigurationItem { Section = ServerSettings.Section }]);
        if (await session.Connection.ConfigurationAsync(request, cancellationToken).ConfigureAwait(false) is [var settings, ..])
        {
            session.Queue.Post(state => state with { Settings = state.Settings.With(settings) });
        }
    }
}
