using System.Text.Json;
using FrameworkLsp.Analyzers.Features.Board;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Features.Workspace.ExecuteCommand;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Features.Custom;

/// <summary>Turns what the engine says of the deliveries of a folder into addresses and commands.</summary>
/// <param name="state">The state.</param>
/// <param name="folder">The folder.</param>
/// <param name="features">What the client can do.</param>
internal sealed class DeliveryPlaces(SessionState state, FolderState folder, ClientFeatures features)
{
    /// <summary>The id of a delivery among those of all folders; null for null and for the folder of a single file, whose deliveries are not listed.</summary>
    public string? Id(string? delivery) => delivery is not null && folder.IsRoot ? $"{DocumentUri.FromPath(folder.Path)}#{delivery}" : null;

    /// <summary>The id in the folder; null for the id of another folder.</summary>
    public string? Local(string id) => Id("") is { } prefix && id.StartsWith(prefix, StringComparison.Ordinal) ? id[prefix.Length..] : null;

    /// <summary>A document's address as the client writes it.</summary>
    public string Uri(string path) => state.Open.GetValueOrDefault(folder.FullPath(path))?.Uri ?? folder.UriOf(path);

    /// <summary>The client's folder that holds a document.</summary>
    public string ClientFolder(string path)
    {
        var full = folder.FullPath(path);
        return DocumentUri.FromPath(folder.ClientFolders.Where(client => full.StartsWith(client.TrimEnd('/') + "/", StringComparison.Ordinal)).OrderByDescending(static client => client.Length).FirstOrDefault() ?? folder.Path);
    }

    /// <summary>A place of a document.</summary>
    public Location? Location(TracePlace? place) => place is not null && folder.Workspace.Documents.TryGetValue(place.Path, out var document)
        ? new Location(Uri(place.Path), features.Positions.ToRange(document.Text, place.Span))
        : null;

    /// <summary>The command that takes a step; null when there is none or the client cannot apply what it writes.</summary>
    public Command? Command(DeliveryBoard board, BoardStep? step)
    {
        if (step is null || !features.ApplyEdit || !(step.IsUpdate || features.CreateFiles))
        {
            return null;
        }

        return step.After is { } before
            ? NextDocumentCommand.For(step.Title, Uri(before))
            : new Command
            {
                Title = step.Title,
                Name = NewDocumentCommand.Name,
                Arguments =
                [
                    JsonSerializer.SerializeToElement(
                        new NewDocumentArgument
                        {
                            Kind = step.Kind.Id,
                            Level = board.Level?.Number,
                            Modules = [.. board.Modules.Select(static module => module.Id)],
                            Project = board.Title,
                            FolderUri = DocumentUri.FromPath(board.Root.Length == 0 ? folder.Path : folder.FullPath(board.Root.TrimEnd('/'))),
                        },
                        LspJsonContext.Default.NewDocumentArgument),
                ],
            };
    }

    /// <summary>How a state is written.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Sums as they are written.</summary>
    public static RequirementSummary Summary(RequirementTotals totals) => new(totals.Total, totals.Planned, totals.Checked, totals.Reported, totals.Done, totals.Descoped);
}
