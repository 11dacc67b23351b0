using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Server.Cli.Output;

namespace FrameworkLsp.Server.Cli;

/// <summary>Decides whether findings make a run fail.</summary>
internal static class FailThreshold
{
    /// <summary>
    /// Whether there are findings of the fail level or above. When a number of warnings is tolerated, errors fail, warnings above the
    /// number fail and nothing below a warning does.
    /// </summary>
    public static bool IsReached(LintSummary summary, LintOptions options) => options.MaxWarnings is { } tolerated
        ? summary.Of(Severity.Error) > 0 || summary.Of(Severity.Warning) > tolerated
        : summary.BySeverity.Any(pair => pair.Key >= options.FailLevel && pair.Value > 0);
}
