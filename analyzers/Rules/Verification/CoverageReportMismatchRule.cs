using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW615: a stated coverage that is not the one of the coverage report.</summary>
public sealed class CoverageReportMismatchRule() : WorkspaceRule(new RuleDescriptor("FW615", "coverage-report-mismatch", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var services = context.Delivery.Documents.SelectMany(static facts => facts.Services).Distinct(StringComparer.Ordinal).ToList();
        foreach (var document in context.Documents.Where(static facts => facts.Coverage.Count > 0 && !facts.IsTemplate))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (CoverageMeasurement.Find(context.Definition, context.Files, document, services) is { } measurement)
            {
                Compare(context, document, measurement);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not double measured)
        {
            return [];
        }

        var text = context.Bound.Outline.Text;
        var tolerance = context.Bound.Definition.Definition.NumberSlots.CoverageTolerance;
        var edits = CoverageReader.Read(context.Bound)
            .Where(slot => !CoverageMeasurement.Confirms(measured, slot.Value, tolerance))
            .Select(slot => PercentWriter.Replace(text, slot, PercentWriter.Cut(text.Substring(slot.Span.Start, slot.Span.Length), measured)))
            .ToImmutableArray();
        return [new Fix($"State {edits[0].NewText}, as measured", FixSafety.Unsafe, edits) { IsPreferred = true }];
    }

    private static void Compare(DeliveryRuleContext context, DocumentFacts document, CoverageMeasurement measurement)
    {
        var root = PathResolver.DeliveryRoot(context.Definition, document.Path) ?? "";
        var name = string.Join(", ", measurement.Paths.Select(path => path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : path));
        if (measurement.Percent is not { } measured)
        {
            context.Report(document, FactKey.Coverage(0), $"{name} holds no line coverage that could be compared with this number. Measure again.", Severity.Info);
            return;
        }

        var tolerance = context.Definition.NumberSlots.CoverageTolerance;
        var wrong = Enumerable.Range(0, document.Coverage.Count).Where(slot => !CoverageMeasurement.Confirms(measured, document.Coverage[slot].Value, tolerance)).ToList();
        if (wrong is [var first, .. var others])
        {
            var stated = string.Join(" and ", wrong.Select(slot => document.Coverage[slot].Value).Distinct().Select(static value => $"{PercentWriter.Write(value)} %"));
            var says = measurement.Paths.Length == 1 ? $"{name} says" : $"{name} together say";
            context.Report(
                document,
                FactKey.Coverage(first),
                $"{says} {PercentWriter.Write(measured)} %, the document says {stated}. The report is what was measured; state its number.",
                data: measured,
                related: [.. others.Select(slot => (new FactAnchor(document, FactKey.Coverage(slot)), $"{PercentWriter.Write(document.Coverage[slot].Value)} % here"))]);
        }
    }
}
