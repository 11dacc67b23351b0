using System.Collections.Immutable;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Lsp.Indexing;

/// <summary>Has the client watch the configuration files that settings name: they may be called anything and lie outside of all folders.</summary>
/// <param name="client">What the client can do.</param>
/// <param name="connection">The way to it.</param>
/// <param name="shutdown">Cancelled when the session ends.</param>
internal sealed class NamedConfigurationWatch(ClientSession client, ClientConnection connection, CancellationToken shutdown)
{
    private const string RegistrationId = "named-configurations";
    private ImmutableSortedSet<string> _watched = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    private Task _asked = Task.CompletedTask;

    /// <summary>Watches the files of a state instead of those before. Called from the queue alone, so never twice at a time.</summary>
    public void Follow(SessionState state)
    {
        var files = state.NamedConfigurations.Select(static file => file.Key).ToImmutableSortedSet(StringComparer.Ordinal);
        if (!client.Features.RegisterWatchers || files.SetEquals(_watched))
        {
            return;
        }

        _asked = ReplaceAsync(_asked, hadAny: !_watched.IsEmpty, files);
        _watched = files;
    }

    // One request after the other: the client has one registration of the name.
    private async Task ReplaceAsync(Task before, bool hadAny, ImmutableSortedSet<string> files)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (hadAny)
        {
            await connection.UnregisterAsync(new UnregistrationParams([new Unregistration(RegistrationId, ClientRegistration.WatchFiles)]), shutdown).ConfigureAwait(false);
        }

        if (!files.IsEmpty)
        {
            var registration = new Registration(RegistrationId, ClientRegistration.WatchFiles)
            {
                RegisterOptions = new DidChangeWatchedFilesRegistrationOptions([.. files.Select(file => new Protocol.FileSystemWatcher(Pattern(file)))]),
            };
            await connection.RegisterAsync(new RegistrationParams([registration]), shutdown).ConfigureAwait(false);
        }
    }

    private object Pattern(string file) => client.Features.RelativePatterns && Path.GetDirectoryName(file) is { } folder
        ? new RelativePattern(DocumentUri.FromPath(DocumentUri.NormalizePath(folder)), Path.GetFileName(file))
        : file;
}
