using System.Text.Json;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Features.Workspace.ExecuteCommand;

/// <summary>Shows a place of a document in the editor.</summary>
internal static class OpenCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "frameworkLsp.open";

    /// <summary>The command for a place.</summary>
    public static Command For(string title, Location place) => new()
    {
        Title = title,
        Name = Name,
        Arguments = [JsonSerializer.SerializeToElement(place, LspJsonContext.Default.Location)],
    };

    /// <summary>Executes it; the argument is a location. A client that cannot show documents is told the place.</summary>
    public static async Task<JsonElement?> RunAsync(LanguageSession session, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [{ ValueKind: JsonValueKind.Object } argument, ..] || Place(argument) is not { Uri: not null } place)
        {
            throw ExecuteCommandHandler.Refusal($"{Name} needs a location.");
        }

        var request = new ShowDocumentParams(place.Uri) { TakeFocus = true, Selection = place.Range };
        if (!session.Client.Features.ShowDocument || !await session.Connection.ShowDocumentAsync(request, cancellationToken).ConfigureAwait(false))
        {
            await session.Connection.ShowMessageAsync(MessageType.Info, $"{DocumentUri.ToPath(place.Uri) ?? place.Uri}:{place.Range.Start.Line + 1}").ConfigureAwait(false);
        }

        return null;
    }

    private static Location? Place(JsonElement argument)
    {
        try
        {
            return argument.Deserialize(LspJsonContext.Default.Location);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
