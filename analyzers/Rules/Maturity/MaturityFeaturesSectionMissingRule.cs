using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW210: a plan that does not show which features its level brings.</summary>
public sealed class MaturityFeaturesSectionMissingRule() : DocumentRule(new RuleDescriptor("FW210", "maturity-features-section-missing", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Warning })
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (!document.IsTemplate && !document.IsEmbedded && !document.HasElision && Missing(document) is { } missing && !document.TablesOf(TableRoles.Features).Any())
        {
            context.Report(
                document.TitleAnchor,
                $"The {document.Kind.Name} must show included and skipped features for its level. Add \"{missing.Section.Name}\", so that nobody expects what a higher level brings.");
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        if (Missing(document) is not { } missing)
        {
            return [];
        }

        var level = LevelReader.Level(document);
        return SectionInsertion.Insert(document, missing, heading => FeatureTables.Write(document.Definition.Definition, missing.Section, heading, level, document.IsExtended)) is { } edit
            ? [new Fix($"Insert the section \"{missing.Section.Name}\"{(level is null ? "" : $" for level {level}")}", FixSafety.Unsafe, [edit]) { IsPreferred = true }]
            : [];
    }

    private static MissingSection? Missing(BoundDocument document) =>
        MissingSections.In(document).FirstOrDefault(static entry => entry.Section.Role == SectionRoles.MaturityFeatures);
}
