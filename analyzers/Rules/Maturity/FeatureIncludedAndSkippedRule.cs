using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW206: a feature that a plan both includes and skips.</summary>
public sealed class FeatureIncludedAndSkippedRule() : DocumentRule(new RuleDescriptor("FW206", "feature-included-and-skipped", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var skipped = document.IsTemplate ? [] : SkippedFeatureReader.Read(document).ToList();
        if (skipped.Count == 0)
        {
            return;
        }

        var included = FeatureClaimReader.ReadIncluded(document, LevelReader.Level(document) ?? 0)
            .ToLookup(static claim => claim.Feature.Id, StringComparer.Ordinal);
        foreach (var feature in skipped.Where(feature => included.Contains(feature.Feature.Id)).DistinctBy(static feature => feature.Feature.Id, StringComparer.Ordinal))
        {
            context.Report(
                feature.Span,
                $"{feature.Feature.Name} is both included and skipped, so nobody knows whether it is built. Keep it in the list that fits the level (it belongs to level {feature.Feature.MinLevel} and up).",
                related: (included[feature.Feature.Id].First().Span, "included here"));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        if (SkippedFeatureReader.Read(document).FirstOrDefault(feature => feature.Span == context.Finding.LocalSpan) is not { } skipped || LevelReader.Level(document) is not { } level)
        {
            return [];
        }

        var isOurs = skipped.Feature.MinLevel <= level;
        var row = isOurs
            ? skipped.Place?.Row
            : FeatureClaimReader.ReadIncluded(document, level).FirstOrDefault(claim => claim.Feature.Id == skipped.Feature.Id)?.Row;
        return row is null
            ? []
            : [new Fix($"Remove the row from the list of {(isOurs ? "skipped" : "included")} features", FixSafety.Unsafe, [TableRowWriter.Remove(document.Outline.Text, row)]) { IsPreferred = true }];
    }
}
