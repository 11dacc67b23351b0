using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>SARIF 2.1.0, for code scanning services and editors. Holds the rules that found something, with their pages as help.</summary>
internal sealed class SarifReport : ReportWriter
{
    private const string SchemaUri = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string BaseId = "SRCROOT";

    /// <inheritdoc/>
    public override bool ShowsFixes => true;

    /// <inheritdoc/>
    public override void Write(LintReport report, TextWriter output)
    {
        var rules = report.Findings.Select(static pair => pair.Finding.Rule).DistinctBy(static rule => rule.Id).OrderBy(static rule => rule.Id, StringComparer.Ordinal).ToList();
        var indexes = rules.Select(static (rule, index) => (rule.Id, index)).ToDictionary(static pair => pair.Id, static pair => pair.index, StringComparer.Ordinal);
        var folder = new SarifArtifactLocation(FolderUri(report.CurrentDirectory), null);
        var run = new SarifRun(
            new SarifTool(new SarifDriver(Product.Command, $"{Product.Name} {Product.Version}", Product.Version, Product.Version, [.. rules.Select(Rule)])),
            [new SarifInvocation(ExecutionSuccessful: true, folder)],
            ImmutableDictionary<string, SarifArtifactLocation>.Empty.Add(BaseId, folder),
            "utf16CodeUnits",
            Results(report, indexes),
            new SarifRunProperties(SummaryJson.Of(report.Summary)));
        output.Write(JsonSerializer.Serialize(new SarifLog(SchemaUri, "2.1.0", [run]), SarifJsonContext.Indented.SarifLog));
        output.Write('\n');
    }

    private static SarifRule Rule(RuleDescriptor rule)
    {
        var page = RulePage.Of(rule);
        return new SarifRule(
            rule.Id,
            rule.Name,
            new SarifText(page.Summary),
            new SarifText($"{page.Summary} {page.Why}"),
            new SarifHelp(page.HowToFix, page.ForReaders()),
            new SarifConfiguration(Level(rule.Severity)),
            new SarifRuleProperties([rule.Family.ToString()], Names.Of(rule.Fix), rule.Since));
    }

    private static List<SarifResult> Results(LintReport report, Dictionary<string, int> indexes)
    {
        var results = new List<SarifResult>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (file, reported) in report.Findings)
        {
            var (finding, range) = (reported.Finding, file.Lines.RangeOf(reported.Finding.Span));

            // The same line may hold the same finding twice; its number keeps the two apart from run to run.
            var identity = $"{finding.Rule.Id}\n{file.Path}\n{file.Lines.TextOf(range.StartLine)}\n{finding.Message}";
            var occurrence = seen[identity] = seen.GetValueOrDefault(identity) + 1;
            results.Add(new SarifResult(
                finding.Rule.Id,
                indexes[finding.Rule.Id],
                Level(finding.Severity),
                new SarifText(finding.Message),
                [new SarifLocation(Place(report, file.Path, range))],
                ImmutableDictionary<string, string>.Empty.Add("finding/v1", Fingerprint($"{identity}\n{occurrence}")))
            {
                RelatedLocations = reported.Related.IsEmpty ? null : [.. reported.Related.Select((place, index) => Related(report, place, index))],
                Fixes = reported.Fixes.IsEmpty ? null : [.. reported.Fixes.Where(static fix => !fix.Changes.IsEmpty).Select(fix => Fix(report, file, fix))],
            });
        }

        return results;
    }

    private static SarifLocation Related(LintReport report, ReportedPlace place, int index) =>
        new(Place(report, place.Path, place.Range)) { Id = index, Message = new SarifText(place.Message) };

    private static SarifFix Fix(LintReport report, ReportedFile file, Fix fix) => new(
        new SarifText(fix.Title),
        [
            new SarifArtifactChange(
                Artifact(report, file.Path),
                [.. fix.Changes.Select(change => new SarifReplacement(SarifRegion.Of(file.Lines.RangeOf(change.Span)), new SarifText(change.NewText ?? "")))]),
        ]);

    private static SarifPhysicalLocation Place(LintReport report, string path, TextRange range) =>
        new(Artifact(report, path), SarifRegion.Of(range));

    /// <summary>The file relative to the current folder; a file outside it by its absolute path, since a base must not be left.</summary>
    private static SarifArtifactLocation Artifact(LintReport report, string path) => path.StartsWith("../", StringComparison.Ordinal)
        ? new SarifArtifactLocation(new Uri(Path.GetFullPath(Path.Combine(report.CurrentDirectory, path))).AbsoluteUri, null)
        : new SarifArtifactLocation(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), BaseId);

    private static string FolderUri(string folder) => new Uri(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar).AbsoluteUri;

    private static string Fingerprint(string identity) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 16));

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
