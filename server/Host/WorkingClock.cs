using System.Diagnostics;

namespace FrameworkLsp.Server.Host;

/// <summary>
/// A clock that stands still while garbage is collected and while this thread asks the file system. A collection stops every thread, so that
/// its time would be charged to whichever rule happens to run; and a folder is listed for the first rule that asks for a file in it, whoever asks later.
/// </summary>
internal static class WorkingClock
{
    private static long _files;

    [ThreadStatic]
    private static long _away;

    /// <summary>The time that collections have taken so far, in ticks of <see cref="Stopwatch"/>.</summary>
    public static long Pauses => (long)(GC.GetTotalPauseDuration().TotalSeconds * Stopwatch.Frequency);

    /// <summary>The time that all threads have spent with the file system so far, in ticks of <see cref="Stopwatch"/>.</summary>
    public static long Files => Interlocked.Read(ref _files);

    /// <summary>The time of this thread without collections and the file system, in ticks of <see cref="Stopwatch"/>; only differences mean something.</summary>
    public static long Timestamp()
    {
        while (true)
        {
            var pauses = Pauses;
            var timestamp = Stopwatch.GetTimestamp();
            if (pauses == Pauses)
            {
                return timestamp - pauses - _away;
            }
        }
    }

    /// <summary>Stops the clock for this thread until the result is disposed of.</summary>
    public static Absence Leave() => new(Timestamp());

    /// <summary>Time with the file system.</summary>
    public readonly ref struct Absence(long start)
    {
        /// <summary>Lets the clock go on.</summary>
        public void Dispose()
        {
            var elapsed = Timestamp() - start;
            _away += elapsed;
            Interlocked.Add(ref _files, elapsed);
        }
    }
}
