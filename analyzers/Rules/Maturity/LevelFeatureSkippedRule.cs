using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW207: a feature of the level that the plan leaves out.</summary>
public sealed class LevelFeatureSkippedRule() : DocumentRule(new RuleDescriptor("FW207", "level-feature-skipped", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || LevelReader.Level(document) is not { } level)
        {
            return;
        }

        var approvals = PhraseSet.Of(context.Parameter("approval_words"));
        foreach (var skipped in SkippedFeatureReader.Read(document).Where(skipped => skipped.Feature.MinLevel <= level && skipped.Feature.IsMandatory))
        {
            context.Report(
                skipped.Span,
                $"{skipped.Feature.Name} is part of level {skipped.Feature.MinLevel}; this {document.Kind.Name} is one of level {level} and includes it. "
                    + (skipped.Feature.IsContested ? $"Sources disagree on it: {skipped.Feature.ContestedNote}." : "Include it, lower the level, or note in the row who approved leaving it out."),
                skipped.Feature.IsContested || approvals.OccursIn(skipped.Text) ? Severity.Info : null);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        var included = document.TablesOf(TableRoles.Features).FirstOrDefault(static table => table.Owner?.Definition.Role == SectionRoles.Included);
        if (SkippedFeatureReader.Read(document).FirstOrDefault(skipped => skipped.Span == context.Finding.LocalSpan) is not { Place: var (table, row) } skipped
            || included is null
            || !included.Columns.TryGetValue(ColumnRoles.Feature, out var column))
        {
            return [];
        }

        var cells = new Dictionary<int, string> { [column] = table.Cell(row, ColumnRoles.Feature)!.Raw };
        return
        [
            new Fix(
                $"Move \"{skipped.Feature.Name}\" to \"{included.Owner!.Section.Title}\"",
                FixSafety.Unsafe,
                [TableRowWriter.Remove(document.Outline.Text, row), new TableRowWriter(document.Outline, included.Table).Append([cells])]),
        ];
    }
}
