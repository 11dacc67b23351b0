using System.Text.Json;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Features.Workspace.ExecuteCommand;

/// <summary>Writes the document that comes after another one, and shows it. Answers with its address.</summary>
internal static class NextDocumentCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "frameworkLsp.nextDocument";

    /// <summary>The command for a document.</summary>
    public static Command For(string title, string uri) => new()
    {
        Title = title,
        Name = Name,
        Arguments = [JsonSerializer.SerializeToElement(new NextDocumentArgument { Uri = uri }, LspJsonContext.Default.NextDocumentArgument)],
    };

    /// <summary>Executes it; the argument is an object with the address of a document.</summary>
    public static async Task<JsonElement?> RunAsync(LanguageSession session, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        var argument = DocumentCommand.Argument(Name, arguments, LspJsonContext.Default.NextDocumentArgument);
        var state = await session.Queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        var (folder, path) = DocumentCommand.Find(state, argument.Uri);
        var analysis = session.Analyses.Get(state, folder, cancellationToken);
        var next = NextDocuments.After(analysis, path, DocumentCommand.Today, cancellationToken);
        return await DocumentCommand.ApplyAsync(session, state, folder, analysis, next, "Write the next document", cancellationToken).ConfigureAwait(false);
    }
}
