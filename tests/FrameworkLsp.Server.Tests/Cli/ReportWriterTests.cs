using FrameworkLsp.Server.Cli;
using FrameworkLsp.Server.Cli.Output;
using Snapshooter.NUnit;

namespace FrameworkLsp.Server.Tests.Cli;

[TestFixture]
internal sealed class ReportWriterTests
{
    [TestCase(OutputFormat.Text, false, "text")]
    [TestCase(OutputFormat.Text, true, "text-coloured")]
    [TestCase(OutputFormat.Concise, false, "concise")]
    [TestCase(OutputFormat.Json, false, "json")]
    [TestCase(OutputFormat.Jsonl, false, "jsonl")]
    [TestCase(OutputFormat.Sarif, false, "sarif")]
    public void Writes_the_sample_report(OutputFormat format, bool isColoured, string snapshot)
    {
        using var output = new StringWriter { NewLine = "\n" };

        ReportWriter.For(format, isColoured).Write(SampleReport.Create(), output);

        Snapshot.Match(output.ToString().Replace(Product.Version, "<version>", StringComparison.Ordinal), $"report-{snapshot}");
    }
}
