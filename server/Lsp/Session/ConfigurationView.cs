using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>What a reader sees of an open configuration file.</summary>
/// <param name="Open">The open file.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Features">What the client can do.</param>
internal sealed record ConfigurationView(OpenDocument Open, FolderState Folder, ClientFeatures Features)
{
    /// <summary>The text.</summary>
    public SourceText Text => Open.Text;

    /// <summary>The offset of a position.</summary>
    public int Offset(Position position) => Features.Positions.ToOffset(Text, position);

    /// <summary>The view of an open configuration file; null for anything else.</summary>
    public static ConfigurationView? Of(SessionState state, string uri, ClientFeatures features) =>
        state.Settings.Enable
        && state.Open.TryGetValue(OpenDocument.KeyOf(uri), out var open)
        && open.Role == DocumentRole.Configuration
        && state.Folders.TryGetValue(open.FolderId, out var folder)
            ? new ConfigurationView(open, folder, features)
            : null;
}
