namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>What is settled at the start for the rest of the session.</summary>
internal sealed class ClientSession
{
    /// <summary>What the client can do; the defaults before initialize.</summary>
    public ClientFeatures Features { get; set; } = new();

    /// <summary>Makes folders; null until the framework definition is loaded, which is before the first mutation.</summary>
    public FolderFactory? Folders { get; set; }
}
