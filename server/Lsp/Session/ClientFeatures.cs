using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>What the client can do, with the defaults of the specification for what it does not say.</summary>
internal sealed record ClientFeatures
{
    /// <summary>The unit of positions.</summary>
    public PositionConverter Positions { get; init; } = new(PositionEncoding.Utf16);

    /// <summary>Whether diagnostics may point to other places.</summary>
    public bool RelatedInformation { get; init; }

    /// <summary>Whether diagnostics may link to an explanation.</summary>
    public bool CodeDescription { get; init; }

    /// <summary>Whether the client can be asked to apply edits.</summary>
    public bool ApplyEdit { get; init; }

    /// <summary>Whether edits may carry versions and make files.</summary>
    public bool DocumentChanges { get; init; }

    /// <summary>Whether edits may make files.</summary>
    public bool CreateFiles { get; init; }

    /// <summary>Whether edits may move files.</summary>
    public bool RenameFiles { get; init; }

    /// <summary>Whether parts of an edit may ask for a confirmation.</summary>
    public bool ChangeAnnotations { get; init; }

    /// <summary>Whether links may have tooltips.</summary>
    public bool LinkTooltips { get; init; }

    /// <summary>The file operations that the client tells of.</summary>
    public FileOperationClientCapabilities FileOperations { get; init; } = new();

    /// <summary>Whether the client asks what can be renamed before it asks for the new name.</summary>
    public bool PrepareRename { get; init; }

    /// <summary>Whether completion may insert snippets with tab stops.</summary>
    public bool Snippets { get; init; }

    /// <summary>Whether completion may leave it to the user to insert or to replace.</summary>
    public bool InsertReplace { get; init; }

    /// <summary>Whether completion may show a description beside the label.</summary>
    public bool LabelDetails { get; init; }

    /// <summary>Whether completion may name characters that accept an item.</summary>
    public bool CommitCharacters { get; init; }

    /// <summary>Whether completion may say once for all items what they replace.</summary>
    public bool DefaultEditRange { get; init; }

    /// <summary>Whether completion may say once for all items how they are inserted.</summary>
    public bool DefaultInsertTextFormat { get; init; }

    /// <summary>The form of explanations in completion, one of <see cref="MarkupKind"/>.</summary>
    public string DocumentationFormat { get; init; } = MarkupKind.PlainText;

    /// <summary>The form of hovers, one of <see cref="MarkupKind"/>.</summary>
    public string HoverFormat { get; init; } = MarkupKind.PlainText;

    /// <summary>Whether symbols may be nested.</summary>
    public bool NestedSymbols { get; init; }

    /// <summary>Whether code actions may carry edits.</summary>
    public bool CodeActionLiterals { get; init; }

    /// <summary>Whether code actions may come without their edit, which is asked for when they are chosen.</summary>
    public bool CodeActionResolve { get; init; }

    /// <summary>Whether a definition may say what it is the definition of.</summary>
    public bool DefinitionLinks { get; init; }

    /// <summary>The same for declarations.</summary>
    public bool DeclarationLinks { get; init; }

    /// <summary>Whether code actions that cannot be applied may be shown with the reason.</summary>
    public bool DisabledCodeActions { get; init; }

    /// <summary>Whether the client can be asked to show a document.</summary>
    public bool ShowDocument { get; init; }

    /// <summary>Whether a progress can be shown.</summary>
    public bool WorkDoneProgress { get; init; }

    /// <summary>Whether settings can be asked for.</summary>
    public bool Configuration { get; init; }

    /// <summary>Whether the client reports changed settings only when it is asked to.</summary>
    public bool RegisterConfiguration { get; init; }

    /// <summary>Whether the client can be asked to watch files.</summary>
    public bool RegisterWatchers { get; init; }

    /// <summary>Whether files outside of its folders can be watched.</summary>
    public bool RelativePatterns { get; init; }

    /// <summary>Whether the client wants to know when deliveries change.</summary>
    public bool DeliveriesChanged { get; init; }

    /// <summary>Whether the client has the command that shows a list of places.</summary>
    public bool ShowReferences { get; init; }

    /// <summary>How many folds of a document the client takes; null for all.</summary>
    public int? FoldingLimit { get; init; }

    /// <summary>Whether the client folds whole lines only.</summary>
    public bool FoldsLinesOnly { get; init; }

    /// <summary>Whether the client asks for diagnostics itself, so that none are sent.</summary>
    public bool PullsDiagnostics { get; init; }

    /// <summary>Whether an answer about one document may hold the diagnostics of others.</summary>
    public bool RelatedDocuments { get; init; }

    /// <summary>Whether the client can be asked to ask for diagnostics again.</summary>
    public bool RefreshDiagnostics { get; init; }

    /// <summary>Whether the client can be asked to ask for lenses again.</summary>
    public bool RefreshLenses { get; init; }

    /// <summary>Whether the client can be asked to ask for hints again.</summary>
    public bool RefreshHints { get; init; }

    /// <summary>Reads the client's capabilities.</summary>
    public static ClientFeatures From(ClientCapabilities? capabilities)
    {
        var text = capabilities?.TextDocument;
        var workspace = capabilities?.Workspace;
        var own = FrameworkClientCapabilities.From(capabilities?.Experimental);
        return new ClientFeatures
        {
            Positions = new PositionConverter(PositionEncodings.Choose(capabilities?.General?.PositionEncodings)),
            RelatedInformation = text?.Diagnostic?.RelatedInformation ?? text?.PublishDiagnostics?.RelatedInformation ?? false,
            CodeDescription = text?.Diagnostic?.CodeDescriptionSupport ?? text?.PublishDiagnostics?.CodeDescriptionSupport ?? false,
            ApplyEdit = workspace?.ApplyEdit ?? false,

            // Neovim says only that it can create files, which are steps among document changes.
            DocumentChanges = workspace?.WorkspaceEdit is { DocumentChanges: true } or { ResourceOperations.Count: > 0 },
            CreateFiles = workspace?.WorkspaceEdit?.ResourceOperations?.Contains("create", StringComparer.Ordinal) ?? false,
            RenameFiles = workspace?.WorkspaceEdit?.ResourceOperations?.Contains("rename", StringComparer.Ordinal) ?? false,
            ChangeAnnotations = workspace?.WorkspaceEdit?.ChangeAnnotationSupport is not null,
            LinkTooltips = text?.DocumentLink?.TooltipSupport ?? false,
            FileOperations = workspace?.FileOperations ?? new FileOperationClientCapabilities(),
            PrepareRename = text?.Rename?.PrepareSupport ?? false,
            Snippets = text?.Completion?.CompletionItem?.SnippetSupport ?? false,
            InsertReplace = text?.Completion?.CompletionItem?.InsertReplaceSupport ?? false,
            LabelDetails = text?.Completion?.CompletionItem?.LabelDetailsSupport ?? false,
            CommitCharacters = text?.Completion?.CompletionItem?.CommitCharactersSupport ?? false,
            DefaultEditRange = text?.Completion?.CompletionList?.ItemDefaults?.Contains("editRange", StringComparer.Ordinal) ?? false,
            DefaultInsertTextFormat = text?.Completion?.CompletionList?.ItemDefaults?.Contains("insertTextFormat", StringComparer.Ordinal) ?? false,
            DocumentationFormat = MarkupKind.Choose(text?.Completion?.CompletionItem?.DocumentationFormat),
            HoverFormat = MarkupKind.Choose(text?.Hover?.ContentFormat),
            NestedSymbols = text?.DocumentSymbol?.HierarchicalDocumentSymbolSupport ?? false,
            CodeActionLiterals = text?.CodeAction?.CodeActionLiteralSupport is not null,
            CodeActionResolve = text?.CodeAction is { DataSupport: true } actions && (actions.ResolveSupport?.Properties?.Contains("edit", StringComparer.Ordinal) ?? false),
            DefinitionLinks = text?.Definition?.LinkSupport ?? false,
            DeclarationLinks = text?.Declaration?.LinkSupport ?? false,
            DisabledCodeActions = text?.CodeAction?.DisabledSupport ?? false,
            ShowDocument = capabilities?.Window?.ShowDocument?.Support ?? false,
            WorkDoneProgress = capabilities?.Window?.WorkDoneProgress ?? false,
            Configuration = workspace?.Configuration ?? false,
            RegisterConfiguration = workspace?.DidChangeConfiguration?.DynamicRegistration ?? false,
            RegisterWatchers = workspace?.DidChangeWatchedFiles?.DynamicRegistration ?? false,
            RelativePatterns = workspace?.DidChangeWatchedFiles?.RelativePatternSupport ?? false,
            DeliveriesChanged = own.DeliveriesChanged,
            ShowReferences = own.ShowReferences,
            FoldingLimit = text?.FoldingRange?.RangeLimit is { } limit ? (int)Math.Min(limit, int.MaxValue) : null,
            FoldsLinesOnly = text?.FoldingRange?.LineFoldingOnly ?? false,
            PullsDiagnostics = text?.Diagnostic is not null,
            RelatedDocuments = text?.Diagnostic?.RelatedDocumentSupport ?? false,
            RefreshDiagnostics = workspace?.Diagnostics?.RefreshSupport ?? false,
            RefreshLenses = workspace?.CodeLens?.RefreshSupport ?? false,
            RefreshHints = workspace?.InlayHint?.RefreshSupport ?? false,
        };
    }
}
