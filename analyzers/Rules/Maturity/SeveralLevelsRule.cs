using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW203: a document that states two maturity levels.</summary>
public sealed class SeveralLevelsRule() : DocumentRule(new RuleDescriptor("FW203", "several-levels", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate)
        {
            return;
        }

        var carriers = LevelReader.Carriers(document).Where(static carrier => carrier.Reading.Level is not null).OrderBy(static carrier => carrier.Span.Start).ToList();
        if (carriers.Count < 2)
        {
            return;
        }

        // "Level 1 → Level 2" states both, wherever it stands.
        var first = carriers[0];
        var accepted = carriers.Where(static carrier => carrier.Reading.Target is not null).Select(static carrier => carrier.Reading.Target!.Number).Append(first.Reading.Level!.Number).ToHashSet();
        foreach (var other in carriers.Where(carrier => !accepted.Contains(carrier.Reading.Level!.Number)).Take(1))
        {
            context.Report(
                other.Span,
                $"The document states level {other.Reading.Level!.Number} here and level {first.Reading.Level.Number} at line {document.LineOf(first.Span.Start)}. Phases and thresholds follow the level; state one.",
                data: first.Reading.Level.Display,
                related: (first.Span, $"level {first.Reading.Level.Number} here"));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) =>
        context.Finding.Data is string level && LevelReader.Carriers(context.Bound).FirstOrDefault(carrier => carrier.Span == context.Finding.LocalSpan) is { Field: { Field.Value.Length: > 0 } }
            ? [new Fix($"Change the level to {level}", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, level)])]
            : [];
}
