using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Deliveries;

/// <summary>FW801: documents of one delivery with different maturity levels.</summary>
public sealed class LevelMismatchRule() : WorkspaceRule(new RuleDescriptor("FW801", "level-mismatch", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        // Documents come in stage order, so the first one with a level is the earliest stage: it decides.
        DocumentFacts? reference = null;
        foreach (var document in context.Documents.Where(static facts => facts.Level is not null))
        {
            if (reference is null)
            {
                reference = document;
            }
            else if (document.Level != reference.Level)
            {
                var name = context.KindOf(document)!.Name;
                var referenceName = context.KindOf(reference)!.Name;
                context.Report(
                    document,
                    FactKey.Level,
                    $"{name} says level {document.Level}; {referenceName} says level {reference.Level}. Phases and thresholds follow the level, so all documents of a delivery carry the same one.",
                    data: reference.Level,
                    related: (new FactAnchor(reference, FactKey.Level), $"{referenceName} says level {reference.Level}"));
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Bound.Field(FieldRoles.MaturityLevel) is not { } field
            || context.Finding.Data is not int number
            || context.Bound.Definition.Definition.Level(number) is not { } level)
        {
            return [];
        }

        return [new Fix($"Change the level to {level.Display}", FixSafety.Unsafe, [new TextChange(field.Field.ValueSpan, level.Display)]) { IsPreferred = true }];
    }
}
