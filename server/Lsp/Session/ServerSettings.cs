using System.Text.Json;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>When an open document is checked.</summary>
internal enum RunMode
{
    /// <summary>After every change.</summary>
    OnType,

    /// <summary>When it is opened or saved.</summary>
    OnSave,
}

/// <summary>Which documents get diagnostics.</summary>
internal enum DiagnosticMode
{
    /// <summary>Every document of the workspace.</summary>
    Workspace,

    /// <summary>Open documents.</summary>
    OpenFilesOnly,
}

/// <summary>What the user set in the editor, section <c>frameworkLsp</c>.</summary>
internal sealed record ServerSettings
{
    /// <summary>The name of the section.</summary>
    public const string Section = "frameworkLsp";

    /// <summary>Whether anything is checked at all.</summary>
    public bool Enable { get; init; } = true;

    /// <summary>When open documents are checked.</summary>
    public RunMode Run { get; init; }

    /// <summary>Which documents get diagnostics.</summary>
    public DiagnosticMode DiagnosticMode { get; init; }

    /// <summary>
    /// A configuration file that holds for the whole folder instead of the nearest one of each document; absolute or relative to the client's
    /// folder. Null for the nearest ones.
    /// </summary>
    public string? ConfigPath { get; init; }

    /// <summary>Which lenses there are, section <c>codeLens</c>.</summary>
    public CodeLensSettings CodeLens { get; init; } = new();

    /// <summary>Which hints there are, section <c>inlayHints</c>.</summary>
    public InlayHintSettings InlayHints { get; init; } = new();

    /// <summary>The address that rule pages are found under, with a closing slash; null when they are not published anywhere.</summary>
    public string? RuleUrl { get; init; }

    /// <summary>Whether plain Markdown links are answered; a client that understands Markdown itself says no.</summary>
    public bool MarkdownLinks { get; init; } = true;

    /// <summary>Whether symbols hold all headings; a client that shows those of Markdown itself says no.</summary>
    public bool MarkdownOutline { get; init; } = true;

    /// <summary>
    /// The settings of a JSON object, over these. Values of the wrong type are left as they are; null and anything but an object
    /// change nothing. The object may be the section itself or hold it.
    /// </summary>
    public ServerSettings With(JsonElement? element)
    {
        if (element is not { ValueKind: JsonValueKind.Object } settings)
        {
            return this;
        }

        if (settings.TryGetProperty(Section, out var section))
        {
            return With(section);
        }

        return this with
        {
            Enable = Flag(settings, "enable", Enable),
            MarkdownLinks = Flag(settings, "markdownLinks", MarkdownLinks),
            MarkdownOutline = Flag(settings, "markdownOutline", MarkdownOutline),
            CodeLens = CodeLens.With(settings),
            InlayHints = InlayHints.With(settings),
            Run = Text(settings, "run") switch
            {
                "onType" => RunMode.OnType,
                "onSave" => RunMode.OnSave,
                _ => Run,
            },
            DiagnosticMode = Text(settings, "diagnosticMode") switch
            {
                "workspace" => DiagnosticMode.Workspace,
                "openFilesOnly" => DiagnosticMode.OpenFilesOnly,
                _ => DiagnosticMode,
            },
            ConfigPath = Text(settings, "configPath") is { } path ? path.Trim() is { Length: > 0 } file && !file.Contains('\0', StringComparison.Ordinal) ? file : null : ConfigPath,
            RuleUrl = Text(settings, "ruleUrl") is { } url && Uri.TryCreate(url, UriKind.Absolute, out _) ? url.TrimEnd('/') + "/" : RuleUrl,
        };
    }

    /// <summary>A switch, nested in its sections or named with dots; the default when it is not there or something else.</summary>
    public static bool Flag(JsonElement settings, string name, bool otherwise)
    {
        if (Value(settings, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag)
        {
            return flag.GetBoolean();
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Value(settings, name[..dot]) is { ValueKind: JsonValueKind.Object } section ? Flag(section, name[(dot + 1)..], otherwise) : otherwise;
    }

    private static JsonElement? Value(JsonElement settings, string name) => settings.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement settings, string name) =>
        Value(settings, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
