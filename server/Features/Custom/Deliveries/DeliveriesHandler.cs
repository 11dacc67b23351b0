using FrameworkLsp.Analyzers.Features.Board;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Diagnostics;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Custom.Deliveries;

/// <summary>Answers with the deliveries of all folders.</summary>
internal sealed class DeliveriesHandler(LanguageSession session)
{
    /// <summary>The deliveries.</summary>
    [JsonRpcMethod("frameworkLsp/deliveries", UseSingleObjectParameterDeserialization = true)]
    public async Task<DeliverySummary[]> DeliveriesAsync(DeliveriesParams? parameters, CancellationToken cancellationToken)
    {
        var state = await session.Queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        return [.. state.Folders.Values
            .Where(folder => folder.IsRoot && state.SettingsOf(folder).Enable)
            .OrderBy(static folder => folder.Path, StringComparer.Ordinal)
            .SelectMany(folder => Of(state, folder, cancellationToken))];
    }

    private IEnumerable<DeliverySummary> Of(SessionState state, FolderState folder, CancellationToken cancellationToken)
    {
        var analysis = session.Analyses.Get(state, folder, cancellationToken);
        var places = new DeliveryPlaces(state, folder, session.Client.Features);
        return BoardProvider.GetBoards(analysis, path => DiagnosticConverter.Visible(folder, analysis, path), cancellationToken)
            .Where(board => board.Stages.SelectMany(static stage => stage.Documents).Any(document => folder.IsShown(document.Path)))
            .Select(board => Summary(places, board));
    }

    private static DeliverySummary Summary(DeliveryPlaces places, DeliveryBoard board) => new()
    {
        Id = places.Id(board.Id)!,
        Title = board.Title,
        RequestId = board.RequestId,
        Folder = places.ClientFolder(board.Stages.SelectMany(static stage => stage.Documents).First().Path),
        Level = board.Level?.Number,
        LevelName = board.Level?.Name,
        Modules = [.. board.Modules.Select(static module => module.Name)],
        Stages = [.. board.Stages.Select(stage => new StageSummary(stage.Stage.Id, stage.Stage.Name, DeliveryPlaces.Name(stage.State), [.. stage.Documents.Select(document => Summary(places, document))], places.Command(board, stage.Step)))],
        Requirements = DeliveryPlaces.Summary(board.Requirements),
        Findings = new FindingSummary(board.Findings.Errors, board.Findings.Warnings, board.Findings.Infos, board.Findings.Hints),
    };

    private static DocumentSummary Summary(DeliveryPlaces places, BoardDocument document) => new()
    {
        Uri = places.Uri(document.Path),
        Kind = document.Kind.Id,
        KindName = document.Kind.Name,
        Title = document.Title,
        State = DeliveryPlaces.Name(document.State),
        IsStale = document.IsStale,
        Lacks = document.Lacks,
        Errors = document.Findings.Errors,
        Warnings = document.Findings.Warnings,
        Infos = document.Findings.Infos,
        Hints = document.Findings.Hints,
    };
}
