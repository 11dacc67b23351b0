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
                var priorities = Priorities(context, stated.Qualifier);
                var accepted = done.Shares(priorities);
                if (accepted.Count == 0 || (priorities.Count == 0 && IsUnknown(context, stated.Qualifier)) || accepted.Exists(share => Fits(stated, share)))
                {
                    continue;
                }

                // Words further away may limit the share as well; only where it fits no reading of them it is wrong.
                var around = priorities.Count == 0 ? Priorities(context, stated.Around) : [];
                var limited = around.Count == 1 ? done.Shares(around) : [];
                if ((around.Count > 0 && limited.Count == 0) || limited.Exists(share => Fits(stated, share)) || IsOfPart(context, stated.Around))
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
        var computed = 100.0 * part / whole;
        var share = string.Create(CultureInfo.InvariantCulture, $"{part}/{whole}");
        var edits = ImmutableArray.CreateBuilder<TextChange>();
        edits.Add(new TextChange(slot.Span, slot.Fact.Part is null ? Percent(text, slot.Span, computed) : share));
        if (slot.Percent is { } span)
        {
            edits.Add(new TextChange(span, Percent(text, span, computed)));
        }

        return [new Fix($"Write {(slot.Fact.Part is null ? Percent(text, slot.Span, computed) : share)}", FixSafety.Unsafe, edits.ToImmutable()) { IsPreferred = true }];
    }

    private static string Percent(string text, TextSpan span, double computed) => PercentWriter.Computed(text.Substring(span.Start, span.Length), computed);

    private static List<string> Priorities(DeliveryRuleContext context, string text) =>
    [
        .. text.Split([' ', '/', '+', '(', ')', ':', '*', '_', '`', '"'], StringSplitOptions.RemoveEmptyEntries)
            .Select(context.Compiled.Status(VocabularyIds.Priority).Classify)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    // "Functional: 3/3", "3/3 requirements done in phase 1": how many there are of these nobody says here.
    private static bool IsOfPart(DeliveryRuleContext context, string text) => PhraseSet.Of(context.Parameter("parts")).OccursIn(text);

    // "8/8 requirements", "8/8": of all. Any other word may name requirements of its own.
    private static bool IsUnknown(DeliveryRuleContext context, string qualifier) =>
        qualifier.Length > 0 && !context.Parameter("whole").Contains(qualifier, StringComparer.OrdinalIgnoreCase);

    private static bool Fits(RequirementCoverageFact stated, (int Part, int Whole) share) => stated.Part is null
        ? Math.Abs((100.0 * share.Part / share.Whole) - (stated.Percent ?? 0)) <= Tolerance
        : stated.Part == share.Part && stated.Whole == share.Whole;
}
