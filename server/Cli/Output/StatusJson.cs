using System.Collections.Immutable;
using System.Text.Json;
using FrameworkLsp.Analyzers.Features.Board;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>A delivery as <c>status --format json</c> shows it.</summary>
internal sealed record StatusJson(
    string Title,
    string? RequestId,
    int? Level,
    ImmutableArray<string> Modules,
    ImmutableArray<StageStatusJson> Stages,
    RequirementTotals Requirements,
    FindingCounts Findings)
{
    /// <summary>The form of a board.</summary>
    public static StatusJson Of(DeliveryBoard board) => new(
        board.Title,
        board.RequestId,
        board.Level?.Number,
        [.. board.Modules.Select(static module => module.Id)],
        [.. board.Stages.Select(static stage => new StageStatusJson(
            stage.Stage.Id,
            stage.Stage.Name,
            Word(stage.State.ToString()),
            [.. stage.Documents.Select(static document => new DocumentStatusJson(document.Path, document.Kind.Id, document.Title, Word(document.State.ToString()), document.Lacks, document.Findings))],
            stage.Step?.Title))],
        board.Requirements,
        board.Findings);

    private static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}

/// <summary>A stage; the step is what writes the document that is missing or out of date.</summary>
internal sealed record StageStatusJson(string Id, string Name, string State, ImmutableArray<DocumentStatusJson> Documents, string? Step);

/// <summary>A document with what it lacks of earlier ones, one sentence each.</summary>
internal sealed record DocumentStatusJson(string Path, string Kind, string Title, string State, ImmutableArray<string> Lacks, FindingCounts Findings);
