using FrameworkLsp.Analyzers.Collections;

namespace FrameworkLsp.Server.Protocol;

/// <summary>The findings of a document; an empty list clears them.</summary>
internal sealed record PublishDiagnosticsParams(string Uri, int? Version, EquatableArray<Diagnostic> Diagnostics);

/// <summary>A finding. Compares by content, so that equal lists need not be sent twice.</summary>
internal sealed record Diagnostic
{
    public required Range Range { get; init; }

    public DiagnosticSeverity? Severity { get; init; }

    public string? Code { get; init; }

    public CodeDescription? CodeDescription { get; init; }

    public string? Source { get; init; }

    public required string Message { get; init; }

    /// <summary>Other places that explain it; null when there are none or the client does not show them.</summary>
    public EquatableArray<DiagnosticRelatedInformation>? RelatedInformation { get; init; }

    public DiagnosticData? Data { get; init; }
}

/// <summary>What the client hands back with a diagnostic when it asks for code actions.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Part">Which document inside the file, see the engine's finding.</param>
internal sealed record DiagnosticData(string Rule, int Part);

/// <summary>Where a diagnostic's code is explained.</summary>
internal sealed record CodeDescription(string Href);

/// <summary>A place that explains a diagnostic.</summary>
internal sealed record DiagnosticRelatedInformation(Location Location, string Message);

/// <summary>How much a diagnostic matters.</summary>
internal enum DiagnosticSeverity
{
    Error = 1,
    Warning = 2,
    Information = 3,
    Hint = 4,
}

/// <summary>What the server does when it is asked for diagnostics.</summary>
internal sealed record DiagnosticOptions(string Identifier, bool InterFileDependencies, bool WorkspaceDiagnostics);
