namespace FrameworkLsp.Server.Cli.Output;

/// <summary>One line a finding: <c>path:line:column: severity id name: message</c>, which editors and log viewers understand.</summary>
internal sealed class ConciseReport : ReportWriter
{
    /// <inheritdoc/>
    public override void Write(LintReport report, TextWriter output)
    {
        foreach (var (file, finding) in report.Findings)
        {
            var range = file.Lines.RangeOf(finding.Finding.Span);
            output.WriteLine($"{Printable.Of(file.Path)}:{range.StartLine}:{range.StartColumn}: {Names.Of(finding.Finding.Severity)} {finding.Rule.Id} {finding.Rule.Name}: {Printable.Of(finding.Finding.Message)}");
        }
    }
}
