using System.Diagnostics;
using System.Globalization;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>How often each rule spoke and what it cost, for people.</summary>
internal static class StatisticsText
{
    /// <summary>Writes a line for every rule that ran, the most frequent first; the share is of the time that parsing took.</summary>
    /// <param name="summary">What was found.</param>
    /// <param name="times">The times, in ticks of <see cref="Stopwatch"/>.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(LintSummary summary, AnalysisTimes times, TextWriter output)
    {
        output.WriteLine(Line("findings", "ms", "share", "rule", ""));
        var counts = summary.ByRule.ToDictionary();
        var rows = RuleCatalog.Descriptors
            .Select(rule => (Rule: rule, Count: counts.GetValueOrDefault(rule), Time: times.Of(rule)))
            .Where(static row => row.Count > 0 || row.Time > 0)
            .OrderByDescending(static row => row.Count)
            .ThenByDescending(static row => row.Time);
        foreach (var (rule, count, time) in rows)
        {
            output.WriteLine(Line(
                count.ToString(CultureInfo.InvariantCulture),
                Milliseconds(time),
                Share(time, times),
                rule.Id,
                rule.Name + (rule.Fix == FixSafety.Safe ? " (--fix)" : "")));
        }

        output.WriteLine(Line("", Milliseconds(times.Parsing), "100 %", "", "parsing"));
        output.WriteLine(Line("", Milliseconds(times.Facts), Share(times.Facts, times), "", "facts, which rules share"));
        output.WriteLine(Line("", Milliseconds(WorkingClock.Files), Share(WorkingClock.Files, times), "", "looking up files, in none of the above"));
        output.WriteLine(Line("", Milliseconds(WorkingClock.Pauses), Share(WorkingClock.Pauses, times), "", "collecting garbage, in none of the above"));
    }

    private static string Share(long time, AnalysisTimes times) => (times.Parsing == 0 ? 0 : 100.0 * time / times.Parsing).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static string Line(string count, string time, string share, string id, string name) =>
        $"{count,8}  {time,9}  {share,7}  {id,-5}  {name}".TrimEnd();

    private static string Milliseconds(long ticks) =>
        (ticks * 1000.0 / Stopwatch.Frequency).ToString("F2", CultureInfo.InvariantCulture);
}
