using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Prompt;

/// <summary>FW104: the level field holds something that is no maturity level.</summary>
public sealed class InvalidMaturityLevelRule() : DocumentRule(new RuleDescriptor("FW104", "invalid-maturity-level", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var levels = context.Definition.Definition.Levels;
        if (levels.IsEmpty || document.IsTemplate || ClarificationReader.IsRequest(document))
        {
            return;
        }

        foreach (var carrier in LevelReader.Carriers(document))
        {
            if (carrier.Field is { Field.Value.Length: > 0 } && !carrier.IsOpen && carrier.Reading.Level is null)
            {
                context.Report(
                    carrier.Span,
                    $"\"{PlainText.Of(carrier.Value).Trim()}\" is not a maturity level; valid: {string.Join(", ", levels.Select(static level => level.Display))}. Phases and thresholds cannot be derived from it, so ask again.");
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) =>
    [
        .. context.Bound.Definition.Definition.Levels.Select(level =>
            new Fix($"Change the level to {level.Display}", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, level.Display)])),
    ];
}
