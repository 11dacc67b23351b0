using System.Collections.Concurrent;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>
/// Where the time of an analysis goes, for whoever tunes rules. Safe for several threads: the times of all threads are added up, so that
/// they may be more than the time that passed.
/// </summary>
/// <param name="timestamp">The host's clock, in whatever unit the results shall have. The engine has none.</param>
public sealed class AnalysisTimes(Func<long> timestamp)
{
    private readonly ConcurrentDictionary<RuleDescriptor, long> _rules = new();
    private long _parsing;
    private long _facts;

    // What this thread has spent on facts: no rule that first asks for one is charged for it.
    [ThreadStatic]
    private static long _shared;

    /// <summary>The time spent on turning texts into outlines.</summary>
    public long Parsing => Interlocked.Read(ref _parsing);

    /// <summary>The time spent on reading facts from outlines, with everything that is read once for several rules.</summary>
    public long Facts => Interlocked.Read(ref _facts);

    /// <summary>The time spent in the check of a rule itself; 0 when it did not run.</summary>
    public long Of(RuleDescriptor rule) => _rules.GetValueOrDefault(rule);

    internal long Start() => timestamp() - _shared;

    internal void AddParsing(long start) => Interlocked.Add(ref _parsing, Start() - start);

    internal void AddFacts(long start)
    {
        var elapsed = Start() - start;
        _shared += elapsed;
        Interlocked.Add(ref _facts, elapsed);
    }

    internal void AddRule(RuleDescriptor rule, long start)
    {
        var elapsed = Start() - start;
        _rules.AddOrUpdate(rule, elapsed, (_, sum) => sum + elapsed);
    }
}
