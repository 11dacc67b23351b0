using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>What a run found, ready to be written in any form.</summary>
/// <param name="Files">The files with findings, by path.</param>
/// <param name="Summary">What was looked at and understood.</param>
/// <param name="CurrentDirectory">The absolute path of the folder that paths are relative to.</param>
internal sealed record LintReport(ImmutableArray<ReportedFile> Files, LintSummary Summary, string CurrentDirectory)
{
    /// <summary>Every finding with its file, in order.</summary>
    public IEnumerable<(ReportedFile File, ReportedFinding Finding)> Findings =>
        Files.SelectMany(static file => file.Findings.Select(finding => (file, finding)));
}

/// <summary>A file with findings.</summary>
/// <param name="Path">Its path relative to the current folder, with forward slashes.</param>
/// <param name="Text">Its text, after fixing.</param>
/// <param name="Findings">Its findings in order.</param>
internal sealed record ReportedFile(string Path, SourceText Text, ImmutableArray<ReportedFinding> Findings)
{
    /// <summary>The lines of the text.</summary>
    public LineIndex Lines { get; } = new(Text);
}

/// <summary>A finding as it is reported.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Fixes">What mends it, best first; empty also when the output does not show fixes.</param>
/// <param name="Related">Other places that explain it.</param>
internal sealed record ReportedFinding(Finding Finding, ImmutableArray<Fix> Fixes, ImmutableArray<ReportedPlace> Related)
{
    /// <summary>The rule.</summary>
    public RuleDescriptor Rule => Finding.Rule;
}

/// <summary>A place that explains a finding.</summary>
/// <param name="Path">The file's path relative to the current folder.</param>
/// <param name="Range">Where.</param>
/// <param name="Message">What is there.</param>
internal sealed record ReportedPlace(string Path, TextRange Range, string Message);

/// <summary>What was looked at and understood, so that a run that saw nothing cannot look like success.</summary>
internal sealed record LintSummary
{
    /// <summary>How many files were looked at.</summary>
    public int Files { get; init; }

    /// <summary>Recognised documents by the name of their kind.</summary>
    public ImmutableArray<KeyValuePair<string, int>> DocumentsByKind { get; init; } = [];

    /// <summary>Deliveries with at least one of the documents.</summary>
    public int Deliveries { get; init; }

    /// <summary>Distinct requirements defined in them.</summary>
    public int Requirements { get; init; }

    /// <summary>Findings by severity.</summary>
    public ImmutableDictionary<Severity, int> BySeverity { get; init; } = ImmutableDictionary<Severity, int>.Empty;

    /// <summary>Findings by rule, the most frequent first.</summary>
    public ImmutableArray<KeyValuePair<RuleDescriptor, int>> ByRule { get; init; } = [];

    /// <summary>Findings that fixing took away; null when nothing was to be fixed.</summary>
    public int? Fixed { get; init; }

    /// <summary>How many documents were recognised.</summary>
    public int Documents => DocumentsByKind.Sum(static pair => pair.Value);

    /// <summary>How many findings there are.</summary>
    public int Findings => BySeverity.Values.Sum();

    /// <summary>How many findings have a severity.</summary>
    public int Of(Severity severity) => BySeverity.GetValueOrDefault(severity);
}
