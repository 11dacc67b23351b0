using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW235: a requirement that needs a feature of the highest level.</summary>
public sealed class SecurityRequirementAboveLevelRule() : DocumentRule(new RuleDescriptor("FW235", "security-requirement-above-level", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var highest = context.Definition.Definition.Levels.Select(static level => level.Number).DefaultIfEmpty().Max();
        if (document.IsTemplate || LevelReader.Find(document)?.Reading is not { Level: { } level } reading || Math.Max(level.Number, reading.Target?.Number ?? 0) >= highest)
        {
            return;
        }

        var agreed = PhraseSet.Of(context.Parameter("agreed_words"));
        var text = new ClaimText(document, level.Number);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (raw, offset, whole) in Requirements(document, new PhrasePlaces(document, context.Definition.Features.NamesAbove(highest - 1)), context.Parameter("sections")))
        {
            foreach (var mention in text.InProse(raw))
            {
                if (mention.Feature.MinLevel == highest
                    && !mention.Feature.IsContested
                    && !agreed.OccursIn(document.Outline.Text.Substring(whole.Start, whole.Length))
                    && seen.Add(mention.Feature.Id))
                {
                    context.Report(
                        new TextSpan(offset + mention.Start, mention.Length),
                        $"\"{raw.Substring(mention.Start, mention.Length)}\" needs {mention.Feature.Name}, available at level {highest}; the level is {level.Number} (line {document.LineOf(LevelReader.Find(document)!.Span.Start)}). It will not be delivered; raise the level, agree on it as an extra, or take it out of scope.",
                        data: mention.Feature.Id);
                }
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        var fixes = ImmutableArray.CreateBuilder<Fix>();
        var highest = document.Definition.Definition.Levels.MaxBy(static level => level.Number);
        if (highest is not null && LevelReader.Find(document) is { Field.Field: { Value.Length: > 0 } field })
        {
            fixes.Add(new Fix($"Raise the level to {highest.Display}", FixSafety.Unsafe, [new TextChange(field.ValueSpan, highest.Display)]));
        }

        if (context.Parameter("note") is [var note, ..])
        {
            fixes.Add(new Fix($"Add \"{note}\"", FixSafety.Unsafe, [new TextChange(new TextSpan(context.Finding.LocalSpan.End, 0), " " + note)]));
        }

        return fixes.ToImmutable();
    }

    // The fields of the sections about constraints, and the rows of requirements.
    private static IEnumerable<(string Raw, int Offset, TextSpan Whole)> Requirements(BoundDocument document, PhrasePlaces places, ImmutableArray<string> sections)
    {
        var scope = document.Definition.NegativeScope;
        foreach (var item in document.Outline.ListItems.Where(item => places.AnyIn(item.ContentSpan) && document.Owners[item.Section] is { } owner && sections.Contains(owner.Definition.Role)))
        {
            if (!scope.IsNegative(document.Outline, item.Section))
            {
                yield return (item.Raw, item.ContentSpan.Start, item.ContentSpan);
            }
        }

        foreach (var table in document.Tables.Where(table => table.Definition.Role == TableRoles.Requirements || (table.Owner is { } owner && sections.Contains(owner.Definition.Role))))
        {
            foreach (var row in table.Table.Rows.Where(row => places.AnyIn(row.Span) && !IsLeftOut(document, table, row)))
            {
                foreach (var cell in row.Cells.Where(cell => places.AnyIn(cell.ContentSpan)))
                {
                    yield return (cell.Raw, cell.ContentSpan.Start, row.Span);
                }
            }
        }
    }

    private static bool IsLeftOut(BoundDocument document, BoundTable table, TableRow row) =>
        document.Definition.Status(VocabularyIds.Priority).Classify(table.Text(row, ColumnRoles.Priority)) == StatusClasses.Wont
        || document.Definition.Status(VocabularyIds.Requirement).Classify(table.Text(row, ColumnRoles.Status)) == StatusClasses.Descoped;
}
