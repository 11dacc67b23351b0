using System.Diagnostics;

namespace FrameworkLsp.Server.Cli;

/// <summary>
/// A clock that stands still while garbage is collected. A collection stops every thread, so that its time would be charged to whichever rule
/// happens to run, and not to those that left the garbage.
/// </summary>
internal static class WorkingClock
{
    /// <summary>The time that collections have taken so far, in ticks of <see cref="Stopwatch"/>.</summary>
    public static long Pauses => (long)(GC.GetTotalPauseDuration().TotalSeconds * Stopwatch.Frequency);

    /// <summary>The time without collections, in ticks of <see cref="Stopwatch"/>; only differences mean something.</summary>
    public static long Timestamp()
    {
        while (true)
        {
            var pauses = Pauses;
            var timestamp = Stopwatch.GetTimestamp();
            if (pauses == Pauses)
            {
                return timestamp - pauses;
            }
        }
    }
}
