namespace FrameworkLsp.Server.Lsp;

/// <summary>How the language server is started.</summary>
public sealed record ServeOptions
{
    /// <summary>The named pipe (Windows) or socket path (elsewhere) on which the client listens; null for standard input and output.</summary>
    public string? PipeName { get; init; }

    /// <summary>The file to log to; null for standard error.</summary>
    public string? LogFile { get; init; }
}
