using System.Text.Json;
using FrameworkLsp.Server.Lsp;

namespace FrameworkLsp.Server.Features.Workspace.ExecuteCommand;

/// <summary>Reads all folders anew, with progress, for when files changed behind the client's back.</summary>
internal static class ReindexCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "frameworkLsp.reindex";

    /// <summary>Executes it; it takes no arguments and does not wait for the end.</summary>
    public static Task<JsonElement?> RunAsync(LanguageSession session, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        foreach (var folder in session.Queue.Current.Folders.Values.Where(static folder => folder.IsRoot))
        {
            session.Disk.Index(folder.Id);
        }

        return Task.FromResult<JsonElement?>(null);
    }
}
