namespace FrameworkLsp.Server.Protocol;

/// <summary>A document was opened.</summary>
internal sealed record DidOpenTextDocumentParams
{
    public required TextDocumentItem TextDocument { get; init; }
}

/// <summary>A document was changed.</summary>
internal sealed record DidChangeTextDocumentParams
{
    public required VersionedTextDocumentIdentifier TextDocument { get; init; }

    public required IReadOnlyList<TextDocumentContentChangeEvent> ContentChanges { get; init; }
}

/// <summary>A change: of a range, or of the whole text when there is no range.</summary>
internal sealed record TextDocumentContentChangeEvent
{
    public Range? Range { get; init; }

    public required string Text { get; init; }
}

/// <summary>A document was closed.</summary>
internal sealed record DidCloseTextDocumentParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

/// <summary>A document was saved.</summary>
internal sealed record DidSaveTextDocumentParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public string? Text { get; init; }
}
