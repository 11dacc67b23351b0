using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW201: a level whose number and name belong to different levels.</summary>
public sealed class LevelNumberNameMismatchRule() : DocumentRule(new RuleDescriptor("FW201", "level-number-name-mismatch", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        foreach (var carrier in LevelReader.Carriers(context.Document))
        {
            if (carrier.Reading is { IsContradictory: true, Level: { } level, NamedLevel: { } named } reading)
            {
                context.Report(
                    Token(carrier, reading.Name),
                    $"Level {level.Number} is called \"{level.Name}\", not \"{reading.Name}\", which is level {named.Number}. Number and name lead to different phases and thresholds; keep one of them.",
                    data: carrier);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not LevelCarrier { Reading: { Level: { } level, NamedLevel: { } named } } carrier)
        {
            return [];
        }

        var number = Token(carrier, level.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return
        [
            new Fix($"Keep level {level.Number}: call it \"{level.Name}\"", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, level.Name)]),
            new Fix(
                $"Keep \"{named.Name}\": change the number to {named.Number}",
                FixSafety.Unsafe,
                [new TextChange(number, named.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))]),
        ];
    }

    // The name may hold markup that the reading does not show; then the whole value stands for it.
    private static TextSpan Token(LevelCarrier carrier, string token)
    {
        var index = carrier.Value.IndexOf(token, StringComparison.Ordinal);
        return index < 0 || carrier.Value.Length != carrier.Span.Length ? carrier.Span : new TextSpan(carrier.Span.Start + index, token.Length);
    }
}
