using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace FrameworkLsp.Server.Protocol;

/// <summary>Asks for all deliveries.</summary>
internal sealed record DeliveriesParams;

/// <summary>A delivery: how far each stage is, which documents there are and what is wrong with them.</summary>
internal sealed record DeliverySummary
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? RequestId { get; init; }

    /// <summary>The address of the client's folder.</summary>
    public required string Folder { get; init; }

    public int? Level { get; init; }

    public string? LevelName { get; init; }

    /// <summary>The names of the modules.</summary>
    public required ImmutableArray<string> Modules { get; init; }

    public required ImmutableArray<StageSummary> Stages { get; init; }

    public required RequirementSummary Requirements { get; init; }

    public required FindingSummary Findings { get; init; }
}

/// <summary>A stage of a delivery.</summary>
/// <param name="Id">Its number in the workflow, as text.</param>
/// <param name="Name">Its name.</param>
/// <param name="State"><c>missing</c>, <c>draft</c>, <c>inReview</c>, <c>approved</c>, <c>stale</c> or <c>notNeeded</c>.</param>
/// <param name="Documents">Its documents.</param>
/// <param name="Create">The command that writes what is missing or stale; null when nothing can be written.</param>
internal sealed record StageSummary(string Id, string Name, string State, ImmutableArray<DocumentSummary> Documents, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Command? Create);

/// <summary>A document of a delivery.</summary>
internal sealed record DocumentSummary
{
    public required string Uri { get; init; }

    public required string Kind { get; init; }

    public required string KindName { get; init; }

    public required string Title { get; init; }

    /// <summary><c>draft</c>, <c>inReview</c>, <c>approved</c> or <c>final</c>.</summary>
    public required string State { get; init; }

    public required bool IsStale { get; init; }

    /// <summary>What earlier documents say that it lacks, one sentence each.</summary>
    public required ImmutableArray<string> Lacks { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    public required int Infos { get; init; }

    public required int Hints { get; init; }
}

/// <summary>How many requirements there are and how far they are.</summary>
internal sealed record RequirementSummary(int Total, int Planned, int Checked, int Reported, int Done, int Descoped);

/// <summary>How many findings there are.</summary>
internal sealed record FindingSummary(int Errors, int Warnings, int Infos, int Hints);

/// <summary>Asks for the requirements of a delivery, by its id or any of its documents.</summary>
internal sealed record TraceabilityParams
{
    public string? Delivery { get; init; }

    public TextDocumentIdentifier? TextDocument { get; init; }
}

/// <summary>The requirements of a delivery.</summary>
internal sealed record TraceabilityMatrix(string Delivery, string Title, ImmutableArray<TraceabilityRow> Rows, RequirementSummary Totals);

/// <summary>A requirement on its way from definition to report.</summary>
internal sealed record TraceabilityRow
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Title { get; init; }

    public required string Priority { get; init; }

    public required string Status { get; init; }

    public required bool IsDescoped { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Location? Defined { get; init; }

    public required ImmutableArray<TraceabilityLink> Planned { get; init; }

    public required ImmutableArray<TraceabilityLink> Checked { get; init; }

    public required ImmutableArray<TraceabilityLink> Reported { get; init; }

    public required ImmutableArray<TraceabilityEvidence> Evidence { get; init; }
}

/// <summary>A place that says something about a requirement.</summary>
internal sealed record TraceabilityLink(string Label, Location Location);

/// <summary>Something that shows that a requirement is met; the line is one-based, as people write it.</summary>
internal sealed record TraceabilityEvidence(
    string Label,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Line,
    bool Exists);

/// <summary>Asks what a document is.</summary>
internal sealed record DocumentStatusParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

/// <summary>What a document is in the workflow.</summary>
internal sealed record DocumentStatus
{
    public required string Kind { get; init; }

    public required string KindName { get; init; }

    public required string Stage { get; init; }

    public required string StageName { get; init; }

    public int? Level { get; init; }

    public string? LevelName { get; init; }

    /// <summary><c>draft</c>, <c>inReview</c>, <c>approved</c> or <c>final</c>.</summary>
    public required string State { get; init; }

    public required bool IsStale { get; init; }

    /// <summary>The delivery's id; null for a document that belongs to none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Delivery { get; init; }
}

/// <summary>Says that the answers about deliveries may have changed; there is nothing more to say.</summary>
internal sealed record DeliveriesChangedParams;
