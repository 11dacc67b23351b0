using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Lsp.Diagnostics;

/// <summary>Sends diagnostics when they differ from what the client has. Used by one lane at a time.</summary>
internal sealed class DiagnosticsPublisher(ClientConnection connection)
{
    private readonly Dictionary<string, Published> _published = new(StringComparer.Ordinal);

    /// <summary>The keys of documents for which the client has diagnostics, or had them last in this version.</summary>
    public IReadOnlyCollection<string> Keys => _published.Keys;

    /// <summary>
    /// Publishes the diagnostics of a document. Nothing is sent when there was nothing before either. The same list is sent again only
    /// when the client may have lost it: the document was opened or closed, or versions in between were never looked at, in which an
    /// editor may have dropped marks that are right again now.
    /// </summary>
    /// <param name="document">The address and key.</param>
    /// <param name="version">The version of an open document; null for one that is not open.</param>
    /// <param name="diagnostics">The diagnostics.</param>
    public async Task PublishAsync(DocumentAddress document, int? version, EquatableArray<Diagnostic> diagnostics)
    {
        _published.TryGetValue(document.Key, out var last);
        if (version is null && diagnostics.Count == 0)
        {
            _published.Remove(document.Key);
        }
        else
        {
            _published[document.Key] = new Published(document.Uri, version, diagnostics);
        }

        var nothingToTell = diagnostics.Count == 0 && (last is null || last.Diagnostics.Count == 0);
        if (!nothingToTell && (last is null || last.Diagnostics != diagnostics || !Continues(last, document, version)))
        {
            await connection.PublishDiagnosticsAsync(new PublishDiagnosticsParams(document.Uri, version, diagnostics)).ConfigureAwait(false);
        }
    }

    /// <summary>Takes back what was published for a document.</summary>
    public async Task ClearAsync(string key)
    {
        if (_published.Remove(key, out var last) && last.Diagnostics.Count > 0)
        {
            await connection.PublishDiagnosticsAsync(new PublishDiagnosticsParams(last.Uri, null, [])).ConfigureAwait(false);
        }
    }

    private static bool Continues(Published last, DocumentAddress document, int? version) =>
        last.Uri == document.Uri && last.Version is null == version is null && (version is null || version - last.Version <= 1);

    private sealed record Published(string Uri, int? Version, EquatableArray<Diagnostic> Diagnostics);
}

/// <summary>A document's address as the client writes it, and its key.</summary>
internal readonly record struct DocumentAddress(string Key, string Uri);
