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
        session.ChangeSettings(state => state with { Settings = state.Settings.With(parameters.Settings) });
        if (session.Client.Features.Configuration)
        {
            _ = PullAsync(session, session.Shutdown);
        }
    }

    /// <summary>Asks the client for the settings, those of the window and those of each folder, and takes them over.</summary>
    public static async Task PullAsync(LanguageSession session, CancellationToken cancellationToken)
    {
        var state = await session.Queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        var folders = state.Folders.Values.Where(static folder => folder.SettingsScope is not null).ToList();
        var items = folders.Select(static folder => new ConfigurationItem { Section = ServerSettings.Section, ScopeUri = DocumentUri.FromPath(folder.SettingsScope!) });
        var request = new ConfigurationParams([new ConfigurationItem { Section = ServerSettings.Section }, .. items]);
        if (await session.Connection.ConfigurationAsync(request, cancellationToken).ConfigureAwait(false) is [var settings, .. var ofFolders])
        {
            session.ChangeSettings(current => folders.Zip(ofFolders).Aggregate(
                current with { Settings = current.Settings.With(settings) },
                static (next, pair) => next.Folders.TryGetValue(pair.First.Id, out var folder)
                    ? next with { Folders = next.Folders.SetItem(folder.Id, folder with { Settings = next.Settings.With(pair.Second) }) }
                    : next));
        }
    }
}
