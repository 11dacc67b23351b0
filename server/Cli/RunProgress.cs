using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;
using Spectre.Console;

namespace FrameworkLsp.Server.Cli;

/// <summary>
/// Shows how far a run is, on a terminal and only when it takes longer than a second: a bar that flashes by tells nothing. The library
/// that draws it is not touched before.
/// </summary>
internal sealed class RunProgress : IProgress<LoadProgress>, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(100);

    private readonly ManualResetEventSlim _isDone = new();
    private readonly Thread? _drawing;
    private volatile string _phase = "Reading";
    private int _value;
    private int _total;

    /// <summary>Starts waiting; draws nothing when <paramref name="isShown"/> is false.</summary>
    /// <param name="isShown">Whether there is a terminal to draw on.</param>
    /// <param name="output">The terminal.</param>
    public RunProgress(bool isShown, TextWriter output)
    {
        if (isShown)
        {
            _drawing = new Thread(() => Draw(output)) { IsBackground = true, Name = "progress" };
            _drawing.Start();
        }
    }

    /// <inheritdoc/>
    public void Report(LoadProgress value) => Set("Reading", value.Done, value.Total);

    /// <summary>Has documents analysed with the bar moving. Their results stay with them; without a bar this does nothing.</summary>
    public void Analyse(IEnumerable<Document> documents, AnalysisTimes? times, CancellationToken cancellationToken)
    {
        if (_drawing is null)
        {
            return;
        }

        var all = documents.ToList();
        var done = 0;
        Parallel.ForEach(all, new ParallelOptions { CancellationToken = cancellationToken }, document =>
        {
            document.GetAnalysis(times, cancellationToken);
            Set("Checking", Interlocked.Increment(ref done), all.Count);
        });
    }

    /// <summary>Takes the bar away. May be called more than once.</summary>
    public void Dispose()
    {
        _isDone.Set();
        _drawing?.Join();
    }

    private void Set(string phase, int value, int total)
    {
        _phase = phase;
        Volatile.Write(ref _total, total);
        Volatile.Write(ref _value, value);
    }

    private void Draw(TextWriter output)
    {
        if (_isDone.Wait(_patience))
        {
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Progress()
            .AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(_phase);
                while (!_isDone.Wait(_interval))
                {
                    task.Description = _phase;
                    task.MaxValue = Math.Max(1, Volatile.Read(ref _total));
                    task.Value = Volatile.Read(ref _value);
                }
            });
    }
}
