using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Features.Workspace.DidChangeConfiguration;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Lsp;

/// <summary>Asks the client for what it does only on request: watching files and reporting settings.</summary>
internal static class ClientRegistration
{
    /// <summary>The method that tells of changed files.</summary>
    public const string WatchFiles = "workspace/didChangeWatchedFiles";

    // Documents, what decides about them, and the reports whose contents they quote.
    private static IEnumerable<string> Watched =>
    [
        "**/*.{md,markdown}",
        "**/" + ConfigurationReader.FileName,
        "**/.gitignore",
        .. EmbeddedPacks.Default.NumberSlots.TestReports.Prepend(EmbeddedPacks.Default.NumberSlots.CoverageReport).Where(static name => name.Length > 0).Select(static name => "**/" + name),
    ];

    /// <summary>Registers what the client supports and asks for the settings.</summary>
    public static async Task RegisterAsync(LanguageSession session, CancellationToken cancellationToken)
    {
        var features = session.Client.Features;
        var registrations = ImmutableArray.CreateBuilder<Registration>();
        if (features.RegisterWatchers)
        {
            registrations.Add(new Registration("watched-files", WatchFiles)
            {
                RegisterOptions = new DidChangeWatchedFilesRegistrationOptions(
                [
                    .. Watched.Select(static glob => new Protocol.FileSystemWatcher(glob)),

                    // Links and evidence may lead to any file; what it holds does not matter.
                    new Protocol.FileSystemWatcher("**/*", WatchKind.Create | WatchKind.Delete),
                ]),
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
