using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Prompt;

/// <summary>FW103: no maturity level can be read.</summary>
public sealed class MaturityLevelMissingRule() : DocumentRule(new RuleDescriptor("FW103", "maturity-level-missing", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var levels = context.Definition.Definition.Levels;
        if (levels.IsEmpty || document.Variant is { FixedLevel: not null } || !MissingAnswer.IsDue(document))
        {
            return;
        }

        LevelCarrier? open = null;
        foreach (var carrier in LevelReader.Carriers(document))
        {
            // A value that is no level and a list of choices have rules of their own (FW104, FW016).
            if (!carrier.IsOpen || MissingAnswer.IsLeftToOthers(context, carrier.Value))
            {
                return;
            }

            open ??= carrier;
        }

        if (open is null && document.HasElision)
        {
            return;
        }

        context.Report(
            open?.Field is { } field ? field.Field.NameSpan : MissingAnswer.Anchor(document, FieldRoles.MaturityLevel),
            $"No maturity level. It decides phases, features, coverage threshold and time, and is never assumed: ask the user to choose {string.Join(", ", levels.Select(static level => level.Display))}.");
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) =>
    [
        .. from level in context.Bound.Definition.Definition.Levels
           let edit = MissingAnswer.Fill(context.Bound, FieldRoles.MaturityLevel, level.Display)
           where edit is not null
           select new Fix(level.Summary.Length == 0 ? $"Set the level to {level.Display}" : $"Set the level to {level.Display} ({level.Summary})", FixSafety.Unsafe, [edit.Value]),
    ];
}
