namespace FrameworkLsp.Server.Protocol;

/// <summary>How the client folds.</summary>
internal sealed record FoldingRangeClientCapabilities
{
    public uint? RangeLimit { get; init; }

    public bool? LineFoldingOnly { get; init; }
}

/// <summary>How the client pulls diagnostics; present when it does.</summary>
internal sealed record DiagnosticClientCapabilities
{
    public bool? RelatedDocumentSupport { get; init; }

    public bool? RelatedInformation { get; init; }

    public bool? CodeDescriptionSupport { get; init; }
}

/// <summary>Whether the client can be asked to ask for lenses again.</summary>
internal sealed record CodeLensWorkspaceClientCapabilities
{
    public bool? RefreshSupport { get; init; }
}

/// <summary>Whether the client can be asked to ask for hints again.</summary>
internal sealed record InlayHintWorkspaceClientCapabilities
{
    public bool? RefreshSupport { get; init; }
}

/// <summary>Whether the client can be asked to ask for diagnostics again.</summary>
internal sealed record DiagnosticWorkspaceClientCapabilities
{
    public bool? RefreshSupport { get; init; }
}
