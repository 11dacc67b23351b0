using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Lsp.Indexing;

/// <summary>Shows how far indexing is, in whole percent; without the client's support it shows nothing.</summary>
internal sealed class IndexProgress(ClientConnection connection, string token, bool isShown)
{
    private uint _percentage;

    /// <summary>Announces the progress.</summary>
    public static async Task<IndexProgress> BeginAsync(ClientConnection connection, string token, string name, bool isSupported, CancellationToken cancellationToken)
    {
        var isShown = isSupported && await connection.CreateProgressAsync(token, cancellationToken).ConfigureAwait(false);
        if (isShown)
        {
            await connection.ProgressAsync(new ProgressParams(token, new WorkDoneProgressBegin("Framework LSP") { Message = $"Reading {name}", Cancellable = true, Percentage = 0 })).ConfigureAwait(false);
        }

        return new IndexProgress(connection, token, isShown);
    }

    /// <summary>Says how many of the documents are done; never waits for the client.</summary>
    public void Report(int done, int total)
    {
        var percentage = (uint)(total == 0 ? 100 : 100L * done / total);
        if (isShown && percentage >= _percentage + 10)
        {
            _percentage = percentage;
            _ = connection.ProgressAsync(new ProgressParams(token, new WorkDoneProgressReport { Message = $"{done}/{total} documents", Percentage = percentage }));
        }
    }

    /// <summary>Ends the progress.</summary>
    public Task EndAsync(string message) =>
        isShown ? connection.ProgressAsync(new ProgressParams(token, new WorkDoneProgressEnd { Message = message })) : Task.CompletedTask;
}
