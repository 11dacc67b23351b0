namespace FrameworkLsp.Server.Protocol;

/// <summary>Asks whether something can be renamed.</summary>
internal sealed record PrepareRenameParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }
}

/// <summary>What is going to be renamed.</summary>
internal sealed record PrepareRenamePlaceholder(Range Range, string Placeholder);

/// <summary>Asks for a renaming.</summary>
internal sealed record RenameParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }

    public required string NewName { get; init; }
}

/// <summary>Whether the client may ask first what can be renamed.</summary>
internal sealed record RenameOptions
{
    public bool? PrepareProvider { get; init; }
}
