using System.Collections.Immutable;
using System.Text.Json;
using FrameworkLsp.Analyzers.Features.Lenses;
using FrameworkLsp.Server.Features.Custom;
using FrameworkLsp.Server.Features.Workspace.ExecuteCommand;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.CodeLens;

/// <summary>Answers with what stands above titles and requirements.</summary>
internal sealed class CodeLensHandler(LanguageSession session)
{
    // A command of clients that announce it: shows a list of places.
    private const string ShowReferences = "frameworkLsp.showReferences";

    /// <summary>The lenses of a document.</summary>
    [JsonRpcMethod("textDocument/codeLens", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.CodeLens[]?> CodeLensAsync(CodeLensParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Refused, Read, cancellationToken);

    private Protocol.CodeLens[] Read(DocumentView view, CancellationToken cancellationToken)
    {
        var settings = view.State.SettingsOf(view.Folder).CodeLens;
        if (!settings.Enable)
        {
            return [];
        }

        var analysis = session.Analyses.Get(view.State, view.Folder, cancellationToken);
        var places = new DeliveryPlaces(view.State, view.Folder, view.Features);
        return [.. LensProvider.GetLenses(analysis, view.Open.Path, new LensChoice(settings.Stage, settings.Requirements), cancellationToken).Select(lens => new Protocol.CodeLens(view.Range(lens.Span), Command(view, places, lens)))];
    }

    private static Command Command(DocumentView view, DeliveryPlaces places, Lens lens)
    {
        if (lens.Step is { After: { } before } && view.Features is { ApplyEdit: true, CreateFiles: true })
        {
            return NextDocumentCommand.For(lens.Title, places.Uri(before));
        }

        if (!view.Features.ShowReferences || lens.Places.IsEmpty)
        {
            return OpenCommand.For(lens.Title, places.Location(lens.Target)!);
        }

        ImmutableArray<Location> locations = [.. lens.Places.Select(places.Location).OfType<Location>()];
        return new Command
        {
            Title = lens.Title,
            Name = ShowReferences,
            Arguments =
            [
                JsonSerializer.SerializeToElement(view.Open.Uri, LspJsonContext.Default.String),
                JsonSerializer.SerializeToElement(view.Range(lens.Span).Start, LspJsonContext.Default.Position),
                JsonSerializer.SerializeToElement(locations, LspJsonContext.Default.ImmutableArrayLocation),
            ],
        };
    }
}
