using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using FrameworkLsp.Analyzers.Collections;

namespace FrameworkLsp.Server.Protocol;

/// <summary>Asks for the diagnostics of a document.</summary>
internal sealed record DocumentDiagnosticParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public string? PreviousResultId { get; init; }
}

/// <summary>How reports are marked.</summary>
internal static class DiagnosticReportKinds
{
    public const string Full = "full";
    public const string Unchanged = "unchanged";
}

/// <summary>The diagnostics of a document, and those of others that changed with it.</summary>
internal sealed record RelatedFullDocumentDiagnosticReport(
    string ResultId,
    EquatableArray<Diagnostic> Items,
    ImmutableDictionary<string, FullDocumentDiagnosticReport>? RelatedDocuments)
{
    public string Kind => DiagnosticReportKinds.Full;
}

/// <summary>Says that the client has the diagnostics of a document already.</summary>
internal sealed record RelatedUnchangedDocumentDiagnosticReport(string ResultId, ImmutableDictionary<string, FullDocumentDiagnosticReport>? RelatedDocuments)
{
    public string Kind => DiagnosticReportKinds.Unchanged;
}

/// <summary>The diagnostics of a related document.</summary>
internal sealed record FullDocumentDiagnosticReport(string ResultId, EquatableArray<Diagnostic> Items)
{
    public string Kind => DiagnosticReportKinds.Full;
}

/// <summary>Asks for the diagnostics of all documents.</summary>
internal sealed record WorkspaceDiagnosticParams
{
    public required ImmutableArray<PreviousResultId> PreviousResultIds { get; init; }

    /// <summary>A number or text; present when the answer may come in parts, and so never end.</summary>
    public JsonElement? PartialResultToken { get; init; }
}

/// <summary>What the client has of a document.</summary>
internal sealed record PreviousResultId
{
    public required string Uri { get; init; }

    public required string Value { get; init; }
}

/// <summary>The diagnostics of documents.</summary>
internal sealed record WorkspaceDiagnosticReport(ImmutableArray<WorkspaceDocumentReport> Items);

/// <summary>The diagnostics of a document, or, without items, that the client has them already.</summary>
internal sealed record WorkspaceDocumentReport(
    string Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version,
    string ResultId,
    EquatableArray<Diagnostic>? Items)
{
    public string Kind => Items is null ? DiagnosticReportKinds.Unchanged : DiagnosticReportKinds.Full;
}

/// <summary>A part of an answer.</summary>
internal sealed record PartialDiagnosticsParams(JsonElement Token, WorkspaceDiagnosticReport Value);

/// <summary>Why the server gave up, and whether the client should ask again.</summary>
internal sealed record DiagnosticServerCancellationData(bool RetriggerRequest);
