using System.Text.Json;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>One JSON document with findings, fixes and what was understood.</summary>
internal sealed class JsonReport : ReportWriter
{
    /// <summary>Grows when the form changes in a way that breaks readers.</summary>
    private const int FormVersion = 1;

    /// <inheritdoc/>
    public override bool ShowsFixes => true;

    /// <inheritdoc/>
    public override void Write(LintReport report, TextWriter output)
    {
        var document = new ReportDocumentJson(
            FormVersion,
            new ToolJson(Product.Command, Product.Version),
            [.. report.Findings.Select(static pair => Finding(pair.File, pair.Finding))],
            SummaryJson.Of(report.Summary));
        output.Write(JsonSerializer.Serialize(document, ReportJsonContext.Indented.ReportDocumentJson));
        output.Write('\n');
    }

    private static FindingJson Finding(ReportedFile file, ReportedFinding finding)
    {
        var line = FindingLineJson.Of(file, finding);
        return new FindingJson(
            line.Path,
            line.Rule,
            line.Name,
            line.Severity,
            line.Message,
            line.Range,
            [.. finding.Fixes.Select(fix => Fix(file, fix))],
            [.. finding.Related.Select(static place => new RelatedJson(place.Path, RangeJson.Of(place.Range), place.Message))]);
    }

    private static FixJson Fix(ReportedFile file, Fix fix) => new(
        fix.Title,
        Names.Of(fix.Safety),
        [.. fix.Changes.Select(change => new EditJson(RangeJson.Of(file.Lines.RangeOf(change.Span)), change.NewText ?? ""))]);
}
