using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW204: a feature that only higher levels have is claimed as part of the product.</summary>
public sealed class FeatureAboveLevelRule() : DocumentRule(new RuleDescriptor("FW204", "feature-above-level", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (LevelReader.Find(document)?.Reading is not { Level: { } level } reading)
        {
            return;
        }

        // A project on its way to a level builds that level's features.
        var reached = Math.Max(level.Number, reading.Target?.Number ?? 0);
        var claims = FeatureClaimReader.Read(document, level.Number, reached, context.Parameter("checks")).Where(claim => IsAbove(document, claim.Feature, reached));
        foreach (var group in claims.GroupBy(static claim => claim.Feature.Id, StringComparer.Ordinal))
        {
            var claim = group.First();
            var needed = context.Definition.Definition.Level(claim.Feature.MinLevel);
            context.Report(
                claim.Span,
                $"{claim.Feature.Name} belongs to level {claim.Feature.MinLevel}{(needed is null ? "" : $" ({needed.Name})")} and up; this {document.Kind.Name} is level {reached}. "
                    + (claim.Feature.IsContested ? $"Sources disagree on it: {claim.Feature.ContestedNote}." : "Levels keep the first version small: leave it for the upgrade, or raise the level."),
                SeverityOf(claim),
                claim,
                [.. group.Skip(1).Select(static other => (other.Span, "also here"))]);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not FeatureClaim claim || context.Bound.Definition.Definition.Level(claim.Feature.MinLevel) is not { } level)
        {
            return [];
        }

        var fixes = ImmutableArray.CreateBuilder<Fix>();
        if (MoveToSkipped(context.Bound, claim, level) is { } move)
        {
            fixes.Add(move);
        }

        if (!claim.Feature.IsContested && LevelReader.Find(context.Bound) is { Field: { Field.Value.Length: > 0 } field })
        {
            fixes.Add(new Fix($"Raise the level to {level.Display}", FixSafety.Unsafe, [new TextChange(field.Field.ValueSpan, level.Display)]));
        }

        return fixes.ToImmutable();
    }

    private static bool IsAbove(BoundDocument document, Feature feature, int level) =>
        feature.MinLevel > level && feature.BelowLevel switch
        {
            BelowLevel.Allowed => false,
            BelowLevel.ReportedInExtended => document.IsExtended,
            _ => true,
        };

    private static Severity SeverityOf(FeatureClaim claim) =>
        claim.Feature.IsContested ? Severity.Info
        : claim.Place == ClaimPlace.Included ? Severity.Error
        : Severity.Warning;

    private static Fix? MoveToSkipped(BoundDocument document, FeatureClaim claim, MaturityLevel level)
    {
        var skipped = document.TablesOf(TableRoles.Features).FirstOrDefault(static table => table.Owner?.Definition.Role == SectionRoles.Skipped);
        if (claim is not { Table: { } included, Row: { } row } || skipped is null || !skipped.Columns.TryGetValue(ColumnRoles.Feature, out var feature))
        {
            return null;
        }

        var cells = new Dictionary<int, string> { [feature] = included.Cell(row, ColumnRoles.Feature)!.Raw };
        if (skipped.Columns.TryGetValue(ColumnRoles.AvailableAt, out var availableAt))
        {
            cells[availableAt] = level.Aliases.FirstOrDefault(static alias => alias.Any(char.IsAsciiDigit)) ?? level.Display;
        }

        return new Fix(
            $"Move \"{claim.Feature.Name}\" to \"{skipped.Owner!.Section.Title}\"",
            FixSafety.Unsafe,
            [TableRowWriter.Remove(document.Outline.Text, row), new TableRowWriter(document.Outline, skipped.Table).Append([cells])]);
    }
}
