using System.Text.Json;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>One JSON object a line and finding: the stable contract for scripts.</summary>
internal sealed class JsonLinesReport : ReportWriter
{
    /// <inheritdoc/>
    public override void Write(LintReport report, TextWriter output)
    {
        foreach (var (file, finding) in report.Findings)
        {
            output.Write(JsonSerializer.Serialize(FindingLineJson.Of(file, finding), ReportJsonContext.Compact.FindingLineJson));
            output.Write('\n');
        }
    }
}
