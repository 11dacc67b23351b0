using System.Collections.Immutable;

namespace FrameworkLsp.Server.Protocol;

/// <summary>Asks for a document to be formatted. Widths of tabs and the like are of no use to tables and not read.</summary>
internal sealed record DocumentFormattingParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

/// <summary>Asks for a part of a document to be formatted.</summary>
internal sealed record DocumentRangeFormattingParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Range Range { get; init; }
}

/// <summary>Asks for formatting after a character was typed.</summary>
internal sealed record DocumentOnTypeFormattingParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    /// <summary>Where the cursor is, behind the character.</summary>
    public required Position Position { get; init; }
}

/// <summary>Which characters ask for formatting.</summary>
internal sealed record DocumentOnTypeFormattingOptions(string FirstTriggerCharacter, ImmutableArray<string> MoreTriggerCharacter);
