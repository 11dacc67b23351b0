using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrameworkLsp.Server.Protocol;

/// <summary>Asks for code actions.</summary>
internal sealed record CodeActionParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }

    public required Range Range { get; init; }

    public required CodeActionContext Context { get; init; }
}

/// <summary>What the client knows where it asks for code actions.</summary>
internal sealed record CodeActionContext
{
    public required IReadOnlyList<CodeActionDiagnostic> Diagnostics { get; init; }

    /// <summary>The kinds wanted; null means all.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>Whether the user asked; null when the client does not say.</summary>
    public CodeActionTriggerKind? TriggerKind { get; init; }
}

/// <summary>What asks for code actions.</summary>
internal enum CodeActionTriggerKind
{
    Invoked = 1,
    Automatic = 2,
}

/// <summary>A diagnostic as it comes back: only what identifies it. Diagnostics of other servers may be among them.</summary>
internal sealed record CodeActionDiagnostic
{
    public required Range Range { get; init; }

    public string? Source { get; init; }
}

/// <summary>Something that can be done.</summary>
internal sealed record CodeAction
{
    public required string Title { get; init; }

    public string? Kind { get; init; }

    public ImmutableArray<Diagnostic>? Diagnostics { get; init; }

    public bool? IsPreferred { get; init; }

    public CodeActionDisabled? Disabled { get; init; }

    public WorkspaceEdit? Edit { get; init; }

    public Command? Command { get; init; }

    /// <summary>What the edit is made from when the action is chosen; null when the edit is there.</summary>
    public CodeActionData? Data { get; init; }
}

/// <summary>Why an action cannot be done.</summary>
internal sealed record CodeActionDisabled(string Reason);

/// <summary>What a code action without an edit is resolved from.</summary>
/// <param name="Uri">The document.</param>
/// <param name="Version">The version it was offered for.</param>
/// <param name="Action">What to do.</param>
/// <param name="Range">Where; null for the whole document.</param>
internal sealed record CodeActionData(string Uri, int Version, string Action, Range? Range);

/// <summary>A code action that comes back for its edit; what the server does not look at goes back as it came.</summary>
internal sealed record ResolvableCodeAction
{
    public required string Title { get; init; }

    public WorkspaceEdit? Edit { get; init; }

    public JsonElement? Data { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>The kinds of code actions the server makes.</summary>
internal static class CodeActionKinds
{
    public const string QuickFix = "quickfix";
    public const string RefactorDelivery = "refactor.delivery";
    public const string RefactorNextDocument = "refactor.nextDocument";
    public const string RefactorExtract = "refactor.extract";
    public const string RefactorRewrite = "refactor.rewrite";
    public const string Source = "source";
    public const string SourceFixAll = "source.fixAll";
    public const string SourceFixAllFrameworkLsp = "source.fixAll.frameworkLsp";

    /// <summary>Whether a wanted kind asks for a kind: it or one of its parents.</summary>
    public static bool Includes(string wanted, string kind) =>
        wanted.Length == 0 || kind == wanted || (kind.StartsWith(wanted, StringComparison.Ordinal) && kind[wanted.Length] == '.');
}

/// <summary>An edit of several documents; either of the two members is set, depending on the client.</summary>
internal sealed record WorkspaceEdit
{
    public ImmutableDictionary<string, ImmutableArray<TextEdit>>? Changes { get; init; }

    public ImmutableArray<DocumentChange>? DocumentChanges { get; init; }

    /// <summary>The remarks that steps refer to, by id.</summary>
    public ImmutableDictionary<string, ChangeAnnotation>? ChangeAnnotations { get; init; }
}

/// <summary>A remark on steps of an edit.</summary>
internal sealed record ChangeAnnotation(string Label)
{
    public bool? NeedsConfirmation { get; init; }

    public string? Description { get; init; }
}

/// <summary>One step of a workspace edit: text edits, a new file or a moved one. Which one shows in the members that are set.</summary>
internal sealed record DocumentChange
{
    /// <summary>The document to edit, for text edits.</summary>
    public DocumentChangeTarget? TextDocument { get; init; }

    /// <summary>The edits, for text edits.</summary>
    public ImmutableArray<TextEdit>? Edits { get; init; }

    /// <summary><c>create</c> for a new file, <c>rename</c> for a moved one.</summary>
    public string? Kind { get; init; }

    /// <summary>The address of a new file.</summary>
    public string? Uri { get; init; }

    /// <summary>How to make a new file.</summary>
    public CreateFileOptions? Options { get; init; }

    /// <summary>The old address of a moved file or folder.</summary>
    public string? OldUri { get; init; }

    /// <summary>Its new address.</summary>
    public string? NewUri { get; init; }

    /// <summary>The remark on the step.</summary>
    public string? AnnotationId { get; init; }

    public static DocumentChange Edit(string uri, int? version, ImmutableArray<TextEdit> edits) =>
        new() { TextDocument = new DocumentChangeTarget(uri, version), Edits = edits };

    public static DocumentChange Create(string uri) =>
        new() { Kind = "create", Uri = uri, Options = new CreateFileOptions { IgnoreIfExists = false } };

    public static DocumentChange Rename(string oldUri, string newUri, string? annotation) =>
        new() { Kind = "rename", OldUri = oldUri, NewUri = newUri, AnnotationId = annotation };
}

/// <summary>The document of text edits; its version is written even when it is null, as the specification wants.</summary>
internal sealed record DocumentChangeTarget(string Uri, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version);

/// <summary>How to make a new file.</summary>
internal sealed record CreateFileOptions
{
    public bool? Overwrite { get; init; }

    public bool? IgnoreIfExists { get; init; }
}
