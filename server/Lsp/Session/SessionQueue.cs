using System.Threading.Channels;
using Serilog;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>
/// The one loop that changes the session. Mutations are applied in the order in which their messages came; who reads gets the state that
/// was current when he was queued. Nothing in the loop waits.
/// </summary>
internal sealed class SessionQueue(ILogger log)
{
    private readonly Channel<Func<SessionState, SessionState>> _mutations =
        Channel.CreateUnbounded<Func<SessionState, SessionState>>(new UnboundedChannelOptions { SingleReader = true });

    private volatile SessionState _current = new();

    /// <summary>The state after the last mutation that was applied.</summary>
    public SessionState Current => _current;

    /// <summary>Is called in the loop after each mutation; must return at once.</summary>
    public Action<SessionState>? Changed { get; set; }

    /// <summary>Queues a mutation.</summary>
    public void Post(Func<SessionState, SessionState> mutation) => _mutations.Writer.TryWrite(mutation);

    /// <summary>The state after everything that was queued before.</summary>
    public Task<SessionState> SnapshotAsync(CancellationToken cancellationToken)
    {
        var snapshot = new TaskCompletionSource<SessionState>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(state =>
        {
            snapshot.TrySetResult(state);
            return state;
        });
        return snapshot.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Applies mutations until the queue is completed or the token is cancelled. A mutation that throws is logged and has no effect.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var mutation in _mutations.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                var next = mutation(_current);
                if (!ReferenceEquals(next, _current))
                {
                    _current = next with { Revision = _current.Revision + 1 };
                    Changed?.Invoke(_current);
                }
            }
#pragma warning disable CA1031 // Whatever goes wrong in one mutation, the session goes on.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                log.Error(exception, "A change of the session failed and was skipped");
            }
        }
    }
}
