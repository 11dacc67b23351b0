using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW614: different coverage numbers in one document.</summary>
public sealed class CoverageInconsistentRule() : DocumentRule(new RuleDescriptor("FW614", "coverage-inconsistent", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var slots = CoverageReader.Read(document).ToList();
        var tolerance = context.Definition.Definition.NumberSlots.CoverageTolerance;
        if (document.IsTemplate || slots.Find(slot => Math.Abs(slot.Value - slots[0].Value) > tolerance) is not { } other)
        {
            return;
        }

        var first = slots[0];
        context.Report(
            other.Span,
            $"Coverage is {PercentWriter.Write(other.Value)} % here and {PercentWriter.Write(first.Value)} % at line {document.LineOf(first.Span.Start)}. One run has one coverage; state the measured one in both places.",
            data: (first.Value, other.Value),
            related: (first.Span, $"{PercentWriter.Write(first.Value)} % here"));
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not (double first, double other))
        {
            return [];
        }

        var measured = Measured(context);
        var tolerance = context.Bound.Definition.Definition.NumberSlots.CoverageTolerance;
        return
        [
            .. new[] { first, other }
                .Select(value => (Value: value, IsMeasured: measured is { } percent && CoverageMeasurement.Confirms(percent, value, tolerance)))
                .OrderByDescending(static choice => choice.IsMeasured)
                .Select(choice => Replace(context, choice.Value, choice.IsMeasured)),
        ];
    }

    private static Fix Replace(FixContext context, double value, bool isMeasured)
    {
        var text = context.Bound.Outline.Text;
        var edits = CoverageReader.Read(context.Bound)
            .Where(slot => Math.Abs(slot.Value - value) > context.Bound.Definition.Definition.NumberSlots.CoverageTolerance)
            .Select(slot => PercentWriter.Replace(text, slot, value));
        var source = isMeasured ? ", as the coverage report says" : "";
        return new Fix($"State {PercentWriter.Write(value)} % everywhere{source}", FixSafety.Unsafe, [.. edits]) { IsPreferred = isMeasured };
    }

    private static double? Measured(FixContext context)
    {
        var part = context.Document.GetAnalysis().Parts[context.Finding.Part];
        return CoverageMeasurement.Find(context.Bound.Definition.Definition, context.Workspace.Files, part.Facts, part.Facts.Services)?.Percent;
    }
}
