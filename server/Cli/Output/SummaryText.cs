using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>The closing lines of a run, for people.</summary>
internal static class SummaryText
{
    /// <summary>Writes the summary.</summary>
    public static void Write(LintSummary summary, TextWriter output)
    {
        output.WriteLine(Findings(summary));
        output.WriteLine(Understood(summary));
    }

    private static string Findings(LintSummary summary)
    {
        var counts = new[] { Severity.Error, Severity.Warning, Severity.Info, Severity.Hint }
            .Where(severity => summary.Of(severity) > 0)
            .Select(severity => severity == Severity.Info ? $"{summary.Of(severity)} info" : Names.Count(summary.Of(severity), Names.Of(severity)));
        var found = summary.Findings == 0 ? "No findings." : $"{Names.Count(summary.Findings, "finding")}: {string.Join(", ", counts)}.";
        return summary.Fixed is { } number ? $"{number} fixed, {summary.Findings} remaining. {found}" : found;
    }

    /// <summary>What was understood, in one line.</summary>
    public static string Understood(LintSummary summary)
    {
        var kinds = string.Join(", ", summary.DocumentsByKind.Where(static pair => pair.Value > 0).Select(static pair => $"{pair.Value} {pair.Key}"));
        return $"Understood {Names.Count(summary.Documents, "document")} in {Names.Count(summary.Files, "Markdown file")}"
            + $"{(kinds.Length == 0 ? "" : $" ({kinds})")}: {Names.Count(summary.Deliveries, "delivery", "deliveries")}, {Names.Count(summary.Requirements, "requirement")}.";
    }
}
