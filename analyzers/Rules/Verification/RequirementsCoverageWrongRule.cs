using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW626: a stated requirement coverage that is not what the statuses of the delivery give.</summary>
public sealed class RequirementsCoverageWrongRule() : WorkspaceRule(new RuleDescriptor("FW626", "requirements-coverage-wrong", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    // Rounding up and down are both usual.
    private const double Tolerance = 1;

    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        foreach (var document in context.Documents.Where(static facts => !facts.IsTemplate && !facts.HasElision && facts.RequirementCoverage.Count > 0))
        {
            if (DoneRequirements.Of(context.Delivery, document) is not { } done)
            {
                continue;
            }

            for (var ordinal = 0; ordinal < document.RequirementCoverage.Count; ordinal++)
            {
                var stated = document.RequirementCoverage[ordinal];
                var priority = context.Compiled.Status(VocabularyIds.Priority).Classify(stated.Qualifier);
                var accepted = done.Shares(priority);
                if (accepted.Count == 0 || (priority is null && IsUnknown(stated.Qualifier)) || accepted.Exists(share => Fits(stated, share)))
                {
                    continue;
                }

                var (part, whole) = accepted[0];
                var computed = $"{part}/{whole} ({PercentWriter.Write(Math.Round(100.0 * part / whole, 1))} %)";
                context.Report(
                    document,
                    FactKey.RequirementCoverage(ordinal),
                    $"Requirement coverage is {computed}, not {(stated.Part is null ? $"{PercentWriter.Write(stated.Percent ?? 0)} %" : $"{stated.Part}/{stated.Whole}")}. It counts what is done with evidence; correct the number, or the rows it is counted from.",
                    data: (part, whole),
                    related: [.. done.Open.Select(open => (new FactAnchor(open.Document, open.Key), $"{open.Id} is not done"))]);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not (int part, int whole) || RequirementCoverageReader.Read(context.Bound).FirstOrDefault(slot => slot.Span == context.Finding.LocalSpan) is not { } slot)
        {
            return [];
        }

        var text = context.Bound.Outline.Text;
        var percent = Math.Round(100.0 * part / whole);
        var share = string.Create(CultureInfo.InvariantCulture, $"{part}/{whole}");
        var edits = ImmutableArray.CreateBuilder<TextChange>();
        edits.Add(new TextChange(slot.Span, slot.Fact.Part is null ? PercentWriter.Like(text.Substring(slot.Span.Start, slot.Span.Length), percent) : share));
        if (slot.Percent is { } span)
        {
            edits.Add(new TextChange(span, PercentWriter.Like(text.Substring(span.Start, span.Length), percent)));
        }

        return [new Fix($"Write {(slot.Fact.Part is null ? $"{PercentWriter.Write(percent)} %" : share)}", FixSafety.Unsafe, edits.ToImmutable()) { IsPreferred = true }];
    }

    // "8/8 requirements", "8/8": of all. Any other word may name requirements of its own.
    private static bool IsUnknown(string qualifier) => qualifier.Length > 0 && !qualifier.StartsWith("req", StringComparison.OrdinalIgnoreCase) && !qualifier.StartsWith("треб", StringComparison.OrdinalIgnoreCase);

    private static bool Fits(RequirementCoverageFact stated, (int Part, int Whole) share) => stated.Part is null
        ? Math.Abs((100.0 * share.Part / share.Whole) - (stated.Percent ?? 0)) <= Tolerance
        : stated.Part == share.Part && stated.Whole == share.Whole;
}
