using System.Diagnostics;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Benchmarks;

/// <summary>Measures how long work on a 10,000-line document goes on after it was cancelled, at many moments of its run.</summary>
internal static class CancellationProbe
{
    private const int Moments = 20;

    /// <summary>Writes a line for each kind of work: its time, and the longest time from a cancellation to its end.</summary>
    public static void Run(TextWriter output)
    {
        output.WriteLine($"{"work",-24}{"ms",8}{"ms after cancel",18}");
        Probe(output, "bind", static () => (Action<CancellationToken>)BindAll(LargeDocument.Create()));
        Probe(output, "analyse the workspace", static () =>
        {
            var workspace = LargeDocument.Create();
            return token => WorkspaceAnalysis.Create(workspace, cancellationToken: token);
        });
        var large = LargeDocument.Analyse();
        foreach (var (name, ask) in LargeDocument.Features)
        {
            Probe(output, name, () => token => ask(large, token));
        }
    }

    private static Action<CancellationToken> BindAll(Workspace workspace) => token =>
    {
        foreach (var document in workspace.Documents.Values)
        {
            document.GetBound(token);
        }
    };

    private static void Probe(TextWriter output, string name, Func<Action<CancellationToken>> prepare)
    {
        // Once to compile, once to measure.
        prepare()(CancellationToken.None);
        var start = Stopwatch.GetTimestamp();
        prepare()(CancellationToken.None);
        var whole = Stopwatch.GetElapsedTime(start);
        var longest = TimeSpan.Zero;
        for (var moment = 0; moment < Moments; moment++)
        {
            var work = prepare();
            using var source = new CancellationTokenSource();
            var cancelled = 0L;
            using var registration = source.Token.Register(() => Volatile.Write(ref cancelled, Stopwatch.GetTimestamp()));
            source.CancelAfter(whole * moment / Moments);
            try
            {
                work(source.Token);
            }
            catch (OperationCanceledException)
            {
                var delay = Stopwatch.GetElapsedTime(Volatile.Read(ref cancelled));
                longest = delay > longest ? delay : longest;
            }
        }

        output.WriteLine($"{name,-24}{whole.TotalMilliseconds,8:0.0}{longest.TotalMilliseconds,18:0.0}");
    }
}
