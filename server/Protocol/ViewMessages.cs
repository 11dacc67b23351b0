using System.Collections.Immutable;

namespace FrameworkLsp.Server.Protocol;

/// <summary>Asks for the lenses of a document.</summary>
internal sealed record CodeLensParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

/// <summary>A line above a place that says something and can be clicked.</summary>
internal sealed record CodeLens(Range Range, Command Command);

/// <summary>What the server does with lenses.</summary>
internal sealed record CodeLensOptions
{
    public bool? ResolveProvider { get; init; }
}

/// <summary>Asks for the hints in a range.</summary>
internal sealed record InlayHintParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Range Range { get; init; }
}

/// <summary>A text that is shown between the words of a document.</summary>
internal sealed record InlayHint
{
    public required Position Position { get; init; }

    public required string Label { get; init; }

    public MarkupContent? Tooltip { get; init; }

    public bool? PaddingLeft { get; init; }
}

/// <summary>Asks for what can be folded.</summary>
internal sealed record FoldingRangeParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

/// <summary>A stretch of lines that can be folded.</summary>
internal sealed record FoldingRange
{
    public required uint StartLine { get; init; }

    public uint? StartCharacter { get; init; }

    public required uint EndLine { get; init; }

    public uint? EndCharacter { get; init; }

    public string? Kind { get; init; }
}

/// <summary>Asks how selections grow.</summary>
internal sealed record SelectionRangeParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required ImmutableArray<Position> Positions { get; init; }
}

/// <summary>A selection and what it grows to.</summary>
internal sealed record SelectionRange(Range Range, SelectionRange? Parent);

/// <summary>Asks for the tokens of a document.</summary>
internal sealed record SemanticTokensParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

/// <summary>Asks for what changed in the tokens of a document.</summary>
internal sealed record SemanticTokensDeltaParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required string PreviousResultId { get; init; }
}

/// <summary>Asks for the tokens in a range.</summary>
internal sealed record SemanticTokensRangeParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Range Range { get; init; }
}

/// <summary>Tokens, five numbers each: lines and characters from the one before, length, type, modifiers.</summary>
internal sealed record SemanticTokens(string? ResultId, ImmutableArray<uint> Data);

/// <summary>What changed in tokens.</summary>
internal sealed record SemanticTokensDelta(string ResultId, ImmutableArray<SemanticTokensEdit> Edits);

/// <summary>A replacement of numbers.</summary>
internal sealed record SemanticTokensEdit(uint Start, uint DeleteCount, ImmutableArray<uint> Data);

/// <summary>What the numbers of types and modifiers mean.</summary>
internal sealed record SemanticTokensLegend(ImmutableArray<string> TokenTypes, ImmutableArray<string> TokenModifiers);

/// <summary>What the server does with tokens.</summary>
internal sealed record SemanticTokensOptions(SemanticTokensLegend Legend, bool Range, SemanticTokensFullDelta Full);

/// <summary>Whether changes of tokens can be asked for.</summary>
internal sealed record SemanticTokensFullDelta(bool Delta);
