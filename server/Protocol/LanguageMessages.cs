using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrameworkLsp.Server.Protocol;

/// <summary>Asks for a hover.</summary>
internal sealed record HoverParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }
}

/// <summary>A hover.</summary>
internal sealed record Hover(MarkupContent Contents, Range? Range);

/// <summary>Asks for the symbols of a document.</summary>
internal sealed record DocumentSymbolParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

/// <summary>A symbol with what is inside it.</summary>
internal sealed record DocumentSymbol
{
    public required string Name { get; init; }

    public string? Detail { get; init; }

    public required SymbolKind Kind { get; init; }

    public required Range Range { get; init; }

    public required Range SelectionRange { get; init; }

    public ImmutableArray<DocumentSymbol>? Children { get; init; }
}

/// <summary>A symbol for clients that show a flat list.</summary>
internal sealed record SymbolInformation(string Name, SymbolKind Kind, Location Location, string? ContainerName);

/// <summary>Asks for symbols of the workspace.</summary>
internal sealed record WorkspaceSymbolParams
{
    public required string Query { get; init; }
}

/// <summary>What a symbol is.</summary>
internal enum SymbolKind
{
    File = 1,
    Module = 2,
    Namespace = 3,
    Package = 4,
    Class = 5,
    Property = 7,
    Field = 8,
    Enum = 10,
    Interface = 11,
    Function = 12,
    Constant = 14,
    String = 15,
    Number = 16,
    Array = 18,
    Object = 19,
    Key = 20,
    EnumMember = 22,
    Struct = 23,
    Event = 24,
}

/// <summary>Asks for completion.</summary>
internal sealed record CompletionParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Position Position { get; init; }

    public CompletionContext? Context { get; init; }
}

/// <summary>Why completion is asked for.</summary>
internal sealed record CompletionContext
{
    public required CompletionTriggerKind TriggerKind { get; init; }
}

/// <summary>What asks for completion.</summary>
internal enum CompletionTriggerKind
{
    Invoked = 1,
    TriggerCharacter = 2,
    TriggerForIncompleteCompletions = 3,
}

/// <summary>What may be inserted.</summary>
internal sealed record CompletionList(bool IsIncomplete, ImmutableArray<CompletionItem> Items)
{
    public CompletionItemDefaults? ItemDefaults { get; init; }
}

/// <summary>What holds for all items of a list that do not say otherwise.</summary>
internal sealed record CompletionItemDefaults
{
    public Range? EditRange { get; init; }

    public InsertTextFormat? InsertTextFormat { get; init; }
}

/// <summary>A description beside a label.</summary>
internal sealed record CompletionItemLabelDetails
{
    public string? Description { get; init; }
}

/// <summary>What accepting an item does: a replacement, or two between which the user chooses.</summary>
internal sealed record CompletionEdit
{
    public required string NewText { get; init; }

    /// <summary>What is replaced; null when there is a choice.</summary>
    public Range? Range { get; init; }

    /// <summary>What is replaced when the rest of the word is to stay.</summary>
    public Range? Insert { get; init; }

    /// <summary>What is replaced when the word is to go as a whole.</summary>
    public Range? Replace { get; init; }
}

/// <summary>What an item is explained from.</summary>
/// <param name="Uri">The document it was offered for.</param>
/// <param name="Kind">The kind of its topic.</param>
/// <param name="Id">The id of its topic.</param>
/// <param name="Owner">What the topic belongs to; empty when the id says it all.</param>
internal sealed record CompletionData(string Uri, int Kind, string Id, string Owner);

/// <summary>An item that comes back to be explained; what the server does not look at goes back as it came.</summary>
internal sealed record ResolvableCompletionItem
{
    public required string Label { get; init; }

    public JsonElement? Documentation { get; init; }

    public JsonElement? Data { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>Something that may be inserted.</summary>
internal sealed record CompletionItem
{
    public required string Label { get; init; }

    public CompletionItemLabelDetails? LabelDetails { get; init; }

    public CompletionItemKind? Kind { get; init; }

    public string? Detail { get; init; }

    public string? SortText { get; init; }

    public string? FilterText { get; init; }

    public InsertTextFormat? InsertTextFormat { get; init; }

    public CompletionEdit? TextEdit { get; init; }

    /// <summary>What is inserted where the list says what is replaced.</summary>
    public string? TextEditText { get; init; }

    public ImmutableArray<string>? CommitCharacters { get; init; }

    public CompletionData? Data { get; init; }
}

/// <summary>What a completion item is.</summary>
internal enum CompletionItemKind
{
    Text = 1,
    Field = 5,
    Class = 7,
    Module = 9,
    Property = 10,
    Value = 12,
    Enum = 13,
    Keyword = 14,
    Snippet = 15,
    File = 17,
    Reference = 18,
    Folder = 19,
    EnumMember = 20,
    Struct = 22,
}

/// <summary>How inserted text is written.</summary>
internal enum InsertTextFormat
{
    PlainText = 1,
    Snippet = 2,
}
