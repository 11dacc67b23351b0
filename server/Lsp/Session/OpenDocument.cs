using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>What an open document is to the server.</summary>
internal enum DocumentRole
{
    /// <summary>Nothing to check.</summary>
    Other,

    /// <summary>A Markdown text.</summary>
    Markdown,

    /// <summary>A configuration file.</summary>
    Configuration,
}

/// <summary>A document that the client has open: its text is the client's, whatever the disk says.</summary>
#pragma warning disable CA1001 // A token source without a timer or wait handle holds nothing to dispose of, and readers may still look at its token.
internal sealed record OpenDocument
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _lifetime = new();

    /// <summary>The address as the client writes it.</summary>
    public required string Uri { get; init; }

    /// <summary>What it is.</summary>
    public required DocumentRole Role { get; init; }

    /// <summary>The version the client gave the text.</summary>
    public required int Version { get; init; }

    /// <summary>The text.</summary>
    public required SourceText Text { get; init; }

    /// <summary>The folder it belongs to.</summary>
    public required string FolderId { get; init; }

    /// <summary>The path relative to the folder.</summary>
    public required string Path { get; init; }

    /// <summary>The version that was current when it was opened or saved last.</summary>
    public required int SavedVersion { get; init; }

    /// <summary>Whether the workspace had the file before it was opened; one that git ignores is only there while it is open.</summary>
    public bool WasKnown { get; init; }

    /// <summary>Cancelled when another version takes its place or it is closed.</summary>
    public CancellationToken Superseded => _lifetime.Token;

    /// <summary>What identifies a document: the path of a file, the address of anything else.</summary>
    public static string KeyOf(string uri) => DocumentUri.ToPath(uri) ?? uri;

    /// <summary>The next version; this one is over.</summary>
    public OpenDocument Next(int version, SourceText text) => Replace(version, text, FolderId, Path);

    /// <summary>The same version in another folder; what is computed for the old one is over.</summary>
    public OpenDocument MovedTo(string folderId, string path) => Replace(Version, Text, folderId, path);

    private OpenDocument Replace(int version, SourceText text, string folderId, string path)
    {
        Supersede();

        // Not a copy with changes: a copy would share the token.
        return new OpenDocument
        {
            Uri = Uri,
            Role = Role,
            Version = version,
            Text = text,
            FolderId = folderId,
            Path = path,
            SavedVersion = SavedVersion,
            WasKnown = WasKnown,
        };
    }

    /// <summary>Cancels what is computed for this version.</summary>
    public void Supersede() => _lifetime.Cancel();
}
