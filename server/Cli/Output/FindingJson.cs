using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>A place in JSON output; both numbers from 1, the column in UTF-16 units.</summary>
internal sealed record PositionJson(int Line, int Column);

/// <summary>A range in JSON output; the end is exclusive.</summary>
internal sealed record RangeJson(PositionJson Start, PositionJson End)
{
    /// <summary>Makes one of a range.</summary>
    public static RangeJson Of(TextRange range) =>
        new(new PositionJson(range.StartLine, range.StartColumn), new PositionJson(range.EndLine, range.EndColumn));
}

/// <summary>A line of <c>jsonl</c> output: a stable contract, so nothing is renamed, reordered or removed here.</summary>
internal sealed record FindingLineJson(string Path, string Rule, string Name, string Severity, string Message, RangeJson Range)
{
    /// <summary>Makes one of a finding.</summary>
    public static FindingLineJson Of(ReportedFile file, ReportedFinding finding) => new(
        file.Path,
        finding.Rule.Id,
        finding.Rule.Name,
        Names.Of(finding.Finding.Severity),
        finding.Finding.Message,
        RangeJson.Of(file.Lines.RangeOf(finding.Finding.Span)));
}

/// <summary>A finding of <c>json</c> output: a line of <c>jsonl</c> with fixes and related places.</summary>
internal sealed record FindingJson(
    string Path,
    string Rule,
    string Name,
    string Severity,
    string Message,
    RangeJson Range,
    IReadOnlyList<FixJson> Fixes,
    IReadOnlyList<RelatedJson> Related);

/// <summary>A fix.</summary>
internal sealed record FixJson(string Title, string Safety, IReadOnlyList<EditJson> Edits);

/// <summary>An edit: the range is replaced by the text.</summary>
internal sealed record EditJson(RangeJson Range, string Text);

/// <summary>A place that explains a finding.</summary>
internal sealed record RelatedJson(string Path, RangeJson Range, string Message);

/// <summary>The document of <c>json</c> output.</summary>
internal sealed record ReportDocumentJson(int Version, ToolJson Tool, IReadOnlyList<FindingJson> Findings, SummaryJson Summary);

/// <summary>What made the document.</summary>
internal sealed record ToolJson(string Name, string Version);

/// <summary>The summary of <c>json</c> output.</summary>
internal sealed record SummaryJson(
    int Files,
    int Documents,
    IReadOnlyDictionary<string, int> DocumentsByKind,
    int Deliveries,
    int Requirements,
    int Findings,
    IReadOnlyDictionary<string, int> BySeverity,
    IReadOnlyDictionary<string, int> ByRule,
    int? Fixed)
{
    /// <summary>Makes one of a summary.</summary>
    public static SummaryJson Of(LintSummary summary) => new(
        summary.Files,
        summary.Documents,
        summary.DocumentsByKind.ToImmutableSortedDictionary(StringComparer.Ordinal),
        summary.Deliveries,
        summary.Requirements,
        summary.Findings,
        summary.BySeverity.ToImmutableSortedDictionary(static pair => Names.Of(pair.Key), static pair => pair.Value, StringComparer.Ordinal),
        summary.ByRule.ToImmutableSortedDictionary(static pair => pair.Key.Id, static pair => pair.Value, StringComparer.Ordinal),
        summary.Fixed);
}

/// <summary>How the records of <c>json</c> and <c>jsonl</c> output are written.</summary>
[JsonSerializable(typeof(FindingLineJson))]
[JsonSerializable(typeof(ReportDocumentJson))]
[JsonSerializable(typeof(IReadOnlyList<RuleJson>))]
[JsonSerializable(typeof(IReadOnlyList<KindJson>))]
[JsonSerializable(typeof(ImmutableArray<StatusJson>))]
[JsonSerializable(typeof(StageReadingJson))]
internal sealed partial class ReportJsonContext : JsonSerializerContext
{
    /// <summary>On one line.</summary>
    public static ReportJsonContext Compact { get; } = new(JsonForm.Options(isIndented: false));

    /// <summary>Indented.</summary>
    public static ReportJsonContext Indented { get; } = new(JsonForm.Options(isIndented: true));
}
