using System.Text.Json;

namespace FrameworkLsp.Server.Protocol;

/// <summary>What the client can do, as far as the server asks.</summary>
internal sealed record ClientCapabilities
{
    public WorkspaceClientCapabilities? Workspace { get; init; }

    public TextDocumentClientCapabilities? TextDocument { get; init; }

    public WindowClientCapabilities? Window { get; init; }

    public GeneralClientCapabilities? General { get; init; }

    /// <summary>Whatever the client adds; the server looks for <see cref="FrameworkClientCapabilities"/>.</summary>
    public JsonElement? Experimental { get; init; }
}

/// <summary>What a client that knows this server can do, in <c>experimental.frameworkLsp</c>.</summary>
/// <param name="DeliveriesChanged">Whether it wants to know when deliveries change.</param>
/// <param name="ShowReferences">Whether it has the command that shows a list of places.</param>
internal sealed record FrameworkClientCapabilities(bool DeliveriesChanged, bool ShowReferences)
{
    /// <summary>Reads them; nothing is supported by a client that does not say so.</summary>
    public static FrameworkClientCapabilities From(JsonElement? experimental) => new(Has(experimental, "deliveriesChanged"), Has(experimental, "showReferences"));

    private static bool Has(JsonElement? experimental, string name) => experimental is { ValueKind: JsonValueKind.Object } own
        && own.TryGetProperty("frameworkLsp", out var section) && section.ValueKind == JsonValueKind.Object
        && section.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;
}

/// <summary>What the client can do with the workspace.</summary>
internal sealed record WorkspaceClientCapabilities
{
    public bool? ApplyEdit { get; init; }

    public WorkspaceEditClientCapabilities? WorkspaceEdit { get; init; }

    public DidChangeConfigurationClientCapabilities? DidChangeConfiguration { get; init; }

    public DidChangeWatchedFilesClientCapabilities? DidChangeWatchedFiles { get; init; }

    public FileOperationClientCapabilities? FileOperations { get; init; }

    public bool? WorkspaceFolders { get; init; }

    public bool? Configuration { get; init; }

    public CodeLensWorkspaceClientCapabilities? CodeLens { get; init; }

    public InlayHintWorkspaceClientCapabilities? InlayHint { get; init; }

    public DiagnosticWorkspaceClientCapabilities? Diagnostics { get; init; }
}

/// <summary>Which edits the client can apply.</summary>
internal sealed record WorkspaceEditClientCapabilities
{
    public bool? DocumentChanges { get; init; }

    public IReadOnlyList<string>? ResourceOperations { get; init; }

    public ChangeAnnotationsSupportOptions? ChangeAnnotationSupport { get; init; }
}

/// <summary>Present when parts of an edit may carry remarks.</summary>
internal sealed record ChangeAnnotationsSupportOptions
{
    public bool? GroupsOnLabel { get; init; }
}

/// <summary>Whether the client can be asked to report changed settings.</summary>
internal sealed record DidChangeConfigurationClientCapabilities
{
    public bool? DynamicRegistration { get; init; }
}

/// <summary>Whether the client can be asked to watch files.</summary>
internal sealed record DidChangeWatchedFilesClientCapabilities
{
    public bool? DynamicRegistration { get; init; }

    public bool? RelativePatternSupport { get; init; }
}

/// <summary>Which file operations the client tells of.</summary>
internal sealed record FileOperationClientCapabilities
{
    public bool? DidCreate { get; init; }

    public bool? DidRename { get; init; }

    public bool? WillRename { get; init; }

    public bool? DidDelete { get; init; }
}

/// <summary>What the client can do with a text.</summary>
internal sealed record TextDocumentClientCapabilities
{
    public CompletionClientCapabilities? Completion { get; init; }

    public HoverClientCapabilities? Hover { get; init; }

    public DeclarationClientCapabilities? Declaration { get; init; }

    public DefinitionClientCapabilities? Definition { get; init; }

    public DocumentSymbolClientCapabilities? DocumentSymbol { get; init; }

    public CodeActionClientCapabilities? CodeAction { get; init; }

    public RenameClientCapabilities? Rename { get; init; }

    public DocumentLinkClientCapabilities? DocumentLink { get; init; }

    public PublishDiagnosticsClientCapabilities? PublishDiagnostics { get; init; }

    public FoldingRangeClientCapabilities? FoldingRange { get; init; }

    public DiagnosticClientCapabilities? Diagnostic { get; init; }
}

/// <summary>How the client completes.</summary>
internal sealed record CompletionClientCapabilities
{
    public ClientCompletionItemOptions? CompletionItem { get; init; }

    public CompletionListCapabilities? CompletionList { get; init; }
}

/// <summary>What the client does with a completion item.</summary>
internal sealed record ClientCompletionItemOptions
{
    public bool? SnippetSupport { get; init; }

    public bool? CommitCharactersSupport { get; init; }

    public IReadOnlyList<string>? DocumentationFormat { get; init; }

    public bool? InsertReplaceSupport { get; init; }

    public bool? LabelDetailsSupport { get; init; }
}

/// <summary>What of a list of completions the client takes once for all items.</summary>
internal sealed record CompletionListCapabilities
{
    public IReadOnlyList<string>? ItemDefaults { get; init; }
}

/// <summary>How the client shows hovers.</summary>
internal sealed record HoverClientCapabilities
{
    public IReadOnlyList<string>? ContentFormat { get; init; }
}

/// <summary>How the client goes to declarations.</summary>
internal sealed record DeclarationClientCapabilities
{
    public bool? LinkSupport { get; init; }
}

/// <summary>How the client goes to definitions.</summary>
internal sealed record DefinitionClientCapabilities
{
    public bool? LinkSupport { get; init; }
}

/// <summary>How the client shows links.</summary>
internal sealed record DocumentLinkClientCapabilities
{
    public bool? TooltipSupport { get; init; }
}

/// <summary>How the client renames.</summary>
internal sealed record RenameClientCapabilities
{
    public bool? PrepareSupport { get; init; }
}

/// <summary>How the client shows symbols.</summary>
internal sealed record DocumentSymbolClientCapabilities
{
    public bool? HierarchicalDocumentSymbolSupport { get; init; }
}

/// <summary>How the client deals with code actions.</summary>
internal sealed record CodeActionClientCapabilities
{
    public ClientCodeActionLiteralOptions? CodeActionLiteralSupport { get; init; }

    public bool? IsPreferredSupport { get; init; }

    public bool? DisabledSupport { get; init; }

    public bool? DataSupport { get; init; }

    public ClientCodeActionResolveOptions? ResolveSupport { get; init; }
}

/// <summary>What of a code action the client can do without at first.</summary>
internal sealed record ClientCodeActionResolveOptions
{
    public IReadOnlyList<string>? Properties { get; init; }
}

/// <summary>Present when the client takes code actions with edits.</summary>
internal sealed record ClientCodeActionLiteralOptions
{
    public ClientCodeActionKindOptions? CodeActionKind { get; init; }
}

/// <summary>The kinds of code actions that the client knows.</summary>
internal sealed record ClientCodeActionKindOptions
{
    public IReadOnlyList<string>? ValueSet { get; init; }
}

/// <summary>How the client shows diagnostics.</summary>
internal sealed record PublishDiagnosticsClientCapabilities
{
    public bool? RelatedInformation { get; init; }

    public bool? VersionSupport { get; init; }

    public bool? CodeDescriptionSupport { get; init; }

    public bool? DataSupport { get; init; }
}

/// <summary>What the client's window can do.</summary>
internal sealed record WindowClientCapabilities
{
    public bool? WorkDoneProgress { get; init; }

    public ShowDocumentClientCapabilities? ShowDocument { get; init; }
}

/// <summary>Whether the client can show documents on request.</summary>
internal sealed record ShowDocumentClientCapabilities
{
    public bool? Support { get; init; }
}

/// <summary>What the client can do in general.</summary>
internal sealed record GeneralClientCapabilities
{
    public IReadOnlyList<string>? PositionEncodings { get; init; }
}
