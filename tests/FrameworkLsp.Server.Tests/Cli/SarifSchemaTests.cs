using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Server.Cli;
using FrameworkLsp.Server.Cli.Output;
using Microsoft.CodeAnalysis.Text;
using NJsonSchema;

namespace FrameworkLsp.Server.Tests.Cli;

[TestFixture]
internal sealed class SarifSchemaTests
{
    private JsonSchema _schema = null!;

    [OneTimeSetUp]
    public async Task LoadSchema() =>
        _schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "tests", "FrameworkLsp.Server.Tests", "Cli", "Schemas", "sarif-2.1.0.json")));

    [Test]
    public void A_report_with_everything_is_valid() => Assert.That(_schema.Validate(Write(SampleReport.Create())), Is.Empty);

    [Test]
    public void An_empty_report_is_valid() => Assert.That(_schema.Validate(Write(new LintReport([], new LintSummary(), "/"))), Is.Empty);

    [Test]
    public void A_report_with_every_rule_is_valid()
    {
        var findings = RuleCatalog.Descriptors.Select(static rule => new ReportedFinding(new Finding(rule, rule.Severity, "Message.", default), [], []));
        var report = new LintReport([new ReportedFile("a.md", SourceText.From("text"), [.. findings])], new LintSummary(), "/");

        Assert.That(_schema.Validate(Write(report)), Is.Empty);
    }

    [Test]
    public void The_schema_is_not_blind() =>
        Assert.That(_schema.Validate(Write(SampleReport.Create()).Replace("\"startLine\": 3", "\"startLine\": 0", StringComparison.Ordinal)), Is.Not.Empty);

    private static string Write(LintReport report)
    {
        using var output = new StringWriter();
        ReportWriter.For(OutputFormat.Sarif, isColoured: false).Write(report, output);
        return output.ToString();
    }
}
