using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>What happens to a reader whose document changes while it reads.</summary>
internal enum Staleness
{
    /// <summary>The answer is still of use: it is about a place that the client maps itself.</summary>
    Tolerated,

    /// <summary>The answer would be wrong: it holds edits or ranges of the whole document.</summary>
    Refused,
}

/// <summary>Runs requests that read the session, off the loop.</summary>
internal sealed class SessionReader(SessionQueue queue, ClientSession client)
{
    /// <summary>
    /// Reads an open document. The answer is the default when the document is not one that the server checks. A reader whose document
    /// was changed meanwhile is stopped and answers "content modified", unless stale answers are tolerated.
    /// </summary>
    /// <param name="uri">The document.</param>
    /// <param name="staleness">What happens when it is changed meanwhile.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<T?> ReadAsync<T>(string uri, Staleness staleness, Func<DocumentView, CancellationToken, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        var state = await queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        if (DocumentView.Of(state, uri, client.Features) is not { } view)
        {
            return null;
        }

        if (staleness == Staleness.Tolerated)
        {
            return read(view, cancellationToken);
        }

        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, view.Open.Superseded);
        try
        {
            var answer = read(view, linked.Token);
            linked.Token.ThrowIfCancellationRequested();
            return answer;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LocalRpcException("The document was changed meanwhile.", exception) { ErrorCode = LspErrorCodes.ContentModified };
        }
    }

    /// <summary>Reads an open Markdown document or an open configuration file; stale answers are of use. The default for anything else.</summary>
    public async Task<T?> ReadAsync<T>(string uri, Func<DocumentView, CancellationToken, T?> read, Func<ConfigurationView, T?> readConfiguration, CancellationToken cancellationToken)
        where T : class
    {
        var state = await queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        if (ConfigurationView.Of(state, uri, client.Features) is { } configuration)
        {
            return readConfiguration(configuration);
        }

        return DocumentView.Of(state, uri, client.Features) is { } view ? read(view, cancellationToken) : null;
    }
}
