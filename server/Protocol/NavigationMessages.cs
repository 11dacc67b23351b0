namespace FrameworkLsp.Server.Protocol;

/// <summary>Asks where something is defined.</summary>
internal sealed record DefinitionParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }
}

/// <summary>Asks where something is declared.</summary>
internal sealed record DeclarationParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }
}

/// <summary>A place to go to, with the place that leads there.</summary>
internal sealed record LocationLink
{
    public Range? OriginSelectionRange { get; init; }

    public required string TargetUri { get; init; }

    public required Range TargetRange { get; init; }

    public required Range TargetSelectionRange { get; init; }
}

/// <summary>Asks where something is named.</summary>
internal sealed record ReferenceParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }

    public required ReferenceContext Context { get; init; }
}

/// <summary>Which references are wanted.</summary>
internal sealed record ReferenceContext
{
    public required bool IncludeDeclaration { get; init; }
}

/// <summary>Asks for the places of a document that name the same as a position.</summary>
internal sealed record DocumentHighlightParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }
}

/// <summary>A place to highlight.</summary>
internal sealed record DocumentHighlight(Range Range, DocumentHighlightKind Kind);

/// <summary>What happens at a highlighted place.</summary>
internal enum DocumentHighlightKind
{
    Text = 1,
    Read = 2,
    Write = 3,
}
