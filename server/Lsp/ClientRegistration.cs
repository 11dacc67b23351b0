using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Features.Workspace.DidChangeConfiguration;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Lsp;

/// <summary>Asks the client for what it does only on request: watching files and reporting settings.</summary>
internal static class ClientRegistration
{
    private static readonly ImmutableArray<string> Watched = ["**/*.{md,markdown}", "**/" + ConfigurationReader.FileName, "**/coverage.xml", "**/.gitignore"];

    /// <summary>Registers what the client supports and asks for the settings.</summary>
    public static async Task RegisterAsync(LanguageSession session, CancellationToken cancellationToken)
    {
        var features = session.Client.Features;
        var registrations = ImmutableArray.CreateBuilder<Registration>();
        if (features.RegisterWatchers)
        {
            registrations.Add(new Registration("watched-files", "workspace/didChangeWatchedFiles")
            {
                RegisterOptions = new DidChangeWatchedFilesRegistrationOptions([.. Watched.Select(static glob => new Protocol.FileSystemWatcher(glob))]),
            });
        }

        if (features.RegisterConfiguration)
        {
            registrations.Add(new Registration("configuration", "workspace/didChangeConfiguration"));
        }

        if (registrations.Count > 0)
        {
            await session.Connection.RegisterAsync(new RegistrationParams(registrations.DrainToImmutable()), cancellationToken).ConfigureAwait(false);
        }

        if (features.Configuration)
        {
            await DidChangeConfigurationHandler.PullAsync(session, cancellationToken).ConfigureAwait(false);
        }
    }
}
