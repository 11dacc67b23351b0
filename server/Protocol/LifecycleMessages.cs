using System.Collections.Immutable;
using System.Text.Json;

namespace FrameworkLsp.Server.Protocol;

/// <summary>What the client says of itself.</summary>
internal sealed record InitializeParams
{
    public int? ProcessId { get; init; }

    public ClientInfo? ClientInfo { get; init; }

    public string? RootPath { get; init; }

    public string? RootUri { get; init; }

    /// <summary>The settings, shaped as the section that <c>workspace/configuration</c> answers.</summary>
    public JsonElement? InitializationOptions { get; init; }

    public ClientCapabilities? Capabilities { get; init; }

    public string? Trace { get; init; }

    public IReadOnlyList<WorkspaceFolder>? WorkspaceFolders { get; init; }
}

/// <summary>The client's name.</summary>
internal sealed record ClientInfo
{
    public required string Name { get; init; }

    public string? Version { get; init; }
}

/// <summary>A folder that the client has open.</summary>
internal sealed record WorkspaceFolder
{
    public required string Uri { get; init; }

    public required string Name { get; init; }
}

/// <summary>The answer to initialize.</summary>
internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

/// <summary>The server's name.</summary>
internal sealed record ServerInfo(string Name, string? Version);

/// <summary>What the server can do.</summary>
internal sealed record ServerCapabilities
{
    public string? PositionEncoding { get; init; }

    public TextDocumentSyncOptions? TextDocumentSync { get; init; }

    public bool? HoverProvider { get; init; }

    public CompletionOptions? CompletionProvider { get; init; }

    public bool? DeclarationProvider { get; init; }

    public bool? DefinitionProvider { get; init; }

    public bool? ReferencesProvider { get; init; }

    public bool? DocumentHighlightProvider { get; init; }

    public bool? DocumentSymbolProvider { get; init; }

    public CodeActionOptions? CodeActionProvider { get; init; }

    public RenameOptions? RenameProvider { get; init; }

    public DocumentLinkOptions? DocumentLinkProvider { get; init; }

    public bool? WorkspaceSymbolProvider { get; init; }

    public bool? DocumentFormattingProvider { get; init; }

    public bool? DocumentRangeFormattingProvider { get; init; }

    public DocumentOnTypeFormattingOptions? DocumentOnTypeFormattingProvider { get; init; }

    public ExecuteCommandOptions? ExecuteCommandProvider { get; init; }

    public CodeLensOptions? CodeLensProvider { get; init; }

    public bool? InlayHintProvider { get; init; }

    public SemanticTokensOptions? SemanticTokensProvider { get; init; }

    public bool? FoldingRangeProvider { get; init; }

    public bool? SelectionRangeProvider { get; init; }

    public DiagnosticOptions? DiagnosticProvider { get; init; }

    public WorkspaceOptions? Workspace { get; init; }
}

/// <summary>How documents are kept in step.</summary>
internal sealed record TextDocumentSyncOptions
{
    public bool? OpenClose { get; init; }

    public TextDocumentSyncKind? Change { get; init; }

    public SaveOptions? Save { get; init; }
}

/// <summary>Whether a save brings the text along.</summary>
internal sealed record SaveOptions
{
    public bool? IncludeText { get; init; }
}

/// <summary>How much of a document a change carries.</summary>
internal enum TextDocumentSyncKind
{
    None = 0,
    Full = 1,
    Incremental = 2,
}

/// <summary>When completion is asked for.</summary>
internal sealed record CompletionOptions
{
    public ImmutableArray<string> TriggerCharacters { get; init; } = [];

    public bool? ResolveProvider { get; init; }
}

/// <summary>Which kinds of code actions there are.</summary>
internal sealed record CodeActionOptions
{
    public ImmutableArray<string> CodeActionKinds { get; init; } = [];

    public bool? ResolveProvider { get; init; }
}

/// <summary>What the server does with the workspace.</summary>
internal sealed record WorkspaceOptions
{
    public WorkspaceFoldersServerCapabilities? WorkspaceFolders { get; init; }

    public FileOperationOptions? FileOperations { get; init; }
}

/// <summary>How the server deals with several folders.</summary>
internal sealed record WorkspaceFoldersServerCapabilities
{
    public bool? Supported { get; init; }

    public bool? ChangeNotifications { get; init; }
}

/// <summary>The new value of <c>$/setTrace</c>.</summary>
internal sealed record SetTraceParams
{
    public required string Value { get; init; }
}
