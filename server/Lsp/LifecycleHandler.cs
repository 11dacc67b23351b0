using System.Collections.Immutable;
using System.Reflection;
using FrameworkLsp.Server.Features.Language.SemanticTokens;
using FrameworkLsp.Server.Features.Workspace.ExecuteCommand;
using FrameworkLsp.Server.Lsp.Diagnostics;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Lsp;

/// <summary>The messages of the lifecycle. That they come in order is seen to where messages are read.</summary>
internal sealed class LifecycleHandler(LanguageSession session, Action<int> watchParent)
{
    // What starts a section, a field, a value or a cell, the next part of a service name or path, a link, code, or a comment.
    private static readonly ImmutableArray<string> TriggerCharacters = ["#", " ", ":", "|", "-", "*", "_", "/", "(", "`", ",", "!"];


    /// <summary>Settles what both sides can do. Nothing is read or loaded here.</summary>
    [JsonRpcMethod("initialize", UseSingleObjectParameterDeserialization = true)]
    public InitializeResult Initialize(InitializeParams parameters)
    {
        session.Log.Follow(parameters.Trace);
        session.Client.Features = ClientFeatures.From(parameters.Capabilities);
        var settings = new ServerSettings().With(parameters.InitializationOptions);
        session.Queue.Post(state => state with { Settings = settings });
        session.ChangeFolders(Folders(parameters), []);
        if (parameters.ProcessId is { } parent)
        {
            watchParent(parent);
        }

        return new InitializeResult(Capabilities(session.Client.Features), new ServerInfo("framework-lsp", Version()));
    }

    /// <summary>The client is ready for requests of the server.</summary>
    [JsonRpcMethod("initialized")]
    public void Initialized()
    {
        session.EnsureStarted();
        _ = ClientRegistration.RegisterAsync(session, session.Shutdown);
    }

    /// <summary>The session ends; exit follows.</summary>
    [JsonRpcMethod("shutdown")]
    public object? Shutdown() => null;

    /// <summary>How much to log.</summary>
    [JsonRpcMethod("$/setTrace", UseSingleObjectParameterDeserialization = true)]
    public void SetTrace(SetTraceParams parameters) => session.Log.Follow(parameters.Value);

    private static IEnumerable<string> Folders(InitializeParams parameters)
    {
        if (parameters.WorkspaceFolders is { } folders)
        {
            return folders.Select(static folder => folder.Uri);
        }

        return parameters.RootUri is { } uri ? [uri] : parameters.RootPath is { Length: > 0 } path ? [DocumentUri.FromPath(path)] : [];
    }

    private static ServerCapabilities Capabilities(ClientFeatures features) => new()
    {
        PositionEncoding = features.Positions.Encoding.Name(),
        TextDocumentSync = new TextDocumentSyncOptions { OpenClose = true, Change = TextDocumentSyncKind.Incremental, Save = new SaveOptions { IncludeText = false } },
        HoverProvider = true,
        CompletionProvider = new CompletionOptions { TriggerCharacters = TriggerCharacters, ResolveProvider = true },
        DeclarationProvider = true,
        DefinitionProvider = true,
        ReferencesProvider = true,
        DocumentHighlightProvider = true,
        DocumentSymbolProvider = true,
        CodeActionProvider = new CodeActionOptions
        {
            CodeActionKinds = [CodeActionKinds.QuickFix, CodeActionKinds.RefactorDelivery, CodeActionKinds.RefactorExtract, CodeActionKinds.RefactorNextDocument, CodeActionKinds.RefactorRewrite, CodeActionKinds.SourceFixAllFrameworkLsp],
            ResolveProvider = features.CodeActionResolve ? true : null,
        },
        RenameProvider = new RenameOptions { PrepareProvider = features.PrepareRename ? true : null },
        DocumentLinkProvider = new DocumentLinkOptions { ResolveProvider = true },
        WorkspaceSymbolProvider = true,
        DocumentFormattingProvider = true,
        DocumentRangeFormattingProvider = true,
        DocumentOnTypeFormattingProvider = new DocumentOnTypeFormattingOptions("|", ["\n"]),
        CodeLensProvider = new CodeLensOptions { ResolveProvider = false },
        InlayHintProvider = true,
        SemanticTokensProvider = new SemanticTokensOptions(TokenEncoder.Legend, Range: true, new SemanticTokensFullDelta(Delta: true)),
        FoldingRangeProvider = true,
        SelectionRangeProvider = true,
        DiagnosticProvider = features.PullsDiagnostics ? new DiagnosticOptions(DiagnosticConverter.Source, InterFileDependencies: true, WorkspaceDiagnostics: true) : null,
        ExecuteCommandProvider = new ExecuteCommandOptions(ServerCommands.Names),
        Workspace = new WorkspaceOptions
        {
            WorkspaceFolders = new WorkspaceFoldersServerCapabilities { Supported = true, ChangeNotifications = true },
            FileOperations = FileOperations(features.FileOperations),
        },
    };

    // Evidence names files of any kind, so every file and folder is of interest.
    private static FileOperationOptions FileOperations(FileOperationClientCapabilities client)
    {
        var all = new FileOperationRegistrationOptions([new FileOperationFilter("file", new FileOperationPattern("**"))]);
        return new FileOperationOptions
        {
            WillRename = client.WillRename == true ? all : null,
            DidRename = client.DidRename == true ? all : null,
            DidCreate = client.DidCreate == true ? all : null,
            DidDelete = client.DidDelete == true ? all : null,
        };
    }

    private static string? Version() => typeof(LifecycleHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
}
