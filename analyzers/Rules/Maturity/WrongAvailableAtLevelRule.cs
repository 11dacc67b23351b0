using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW208: a skipped feature with another level than the one that brings it.</summary>
public sealed class WrongAvailableAtLevelRule() : DocumentRule(new RuleDescriptor("FW208", "wrong-available-at-level", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var features = SkippedFeatureReader.Read(context.Document).Where(static skipped => skipped.Place is not null).ToLookup(static skipped => skipped.Place!.Value.Row);
        foreach (var skipped in features.SelectMany(static row => row))
        {
            // A row about several features comes with the last of them.
            if (skipped.Place is var (table, row)
                && table.Cell(row, ColumnRoles.AvailableAt) is { } cell
                && Stated(context.Definition, cell) is var (number, span)
                && context.Definition.Definition.Level(number) is not null
                && !features[row].Any(other => IsRight(other, number)))
            {
                context.Report(
                    span,
                    $"{skipped.Feature.Name} becomes available at level {skipped.Feature.MinLevel}, not {number}. Whoever decides about the upgrade relies on this table.",
                    data: skipped.Feature.MinLevel);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is int level
        ? [new Fix($"Change it to {level.ToString(CultureInfo.InvariantCulture)}", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, level.ToString(CultureInfo.InvariantCulture))]) { IsPreferred = true }]
        : [];

    // A stronger form of a feature may come later than the feature itself.
    private static bool IsRight(SkippedFeature skipped, int number) =>
        number == skipped.Feature.MinLevel
        || (skipped.Feature.IsContested && number == skipped.Feature.RequiredFrom)
        || (skipped.IsExtended && number > skipped.Feature.MinLevel);

    // "Level 3", "Level 3+", "3 - Pre-Production": the first number; a cell with several is a range, and "after 2 months" is no level.
    private static (int Number, TextSpan Span)? Stated(CompiledDefinition definition, TableCell cell)
    {
        var start = cell.Raw.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0 || cell.Raw.AsSpan(start + 1).ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var rest = cell.Raw.AsSpan(start + 1).TrimStart(" +");
        if (rest.Length > 0 && char.IsLetter(rest[0]) && definition.Levels.Parse(cell.Raw).NamedLevel is null)
        {
            return null;
        }

        return (cell.Raw[start] - '0', new TextSpan(cell.ContentSpan.Start + start, 1));
    }
}
