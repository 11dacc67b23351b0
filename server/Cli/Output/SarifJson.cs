using System.Text.Json.Serialization;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>A SARIF 2.1.0 log. The records below are the parts of the format that are used here, by the names it gives them.</summary>
internal sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, IReadOnlyList<SarifRun> Runs);

internal sealed record SarifRun(
    SarifTool Tool,
    IReadOnlyList<SarifInvocation> Invocations,
    IReadOnlyDictionary<string, SarifArtifactLocation> OriginalUriBaseIds,
    string ColumnKind,
    IReadOnlyList<SarifResult> Results,
    SarifRunProperties Properties);

internal sealed record SarifRunProperties(SummaryJson Summary);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string FullName, string Version, string SemanticVersion, IReadOnlyList<SarifRule> Rules);

internal sealed record SarifRule(
    string Id,
    string Name,
    SarifText ShortDescription,
    SarifText FullDescription,
    SarifHelp Help,
    SarifConfiguration DefaultConfiguration,
    SarifRuleProperties Properties);

internal sealed record SarifRuleProperties(IReadOnlyList<string> Tags, string Fix, string Since);

internal sealed record SarifConfiguration(string Level);

internal sealed record SarifText(string Text);

internal sealed record SarifHelp(string Text, string Markdown);

internal sealed record SarifInvocation(bool ExecutionSuccessful, SarifArtifactLocation WorkingDirectory);

internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifText Message,
    IReadOnlyList<SarifLocation> Locations,
    IReadOnlyDictionary<string, string> PartialFingerprints)
{
    public IReadOnlyList<SarifLocation>? RelatedLocations { get; init; }

    public IReadOnlyList<SarifFix>? Fixes { get; init; }
}

internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation)
{
    public int? Id { get; init; }

    public SarifText? Message { get; init; }
}

internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation, SarifRegion Region);

internal sealed record SarifArtifactLocation(string Uri, string? UriBaseId);

internal sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    public static SarifRegion Of(TextRange range) => new(range.StartLine, range.StartColumn, range.EndLine, range.EndColumn);
}

internal sealed record SarifFix(SarifText Description, IReadOnlyList<SarifArtifactChange> ArtifactChanges);

internal sealed record SarifArtifactChange(SarifArtifactLocation ArtifactLocation, IReadOnlyList<SarifReplacement> Replacements);

internal sealed record SarifReplacement(SarifRegion DeletedRegion, SarifText InsertedContent);

/// <summary>How SARIF is written.</summary>
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJsonContext : JsonSerializerContext
{
    /// <summary>Indented.</summary>
    public static SarifJsonContext Indented { get; } = new(JsonForm.Options(isIndented: true));
}
