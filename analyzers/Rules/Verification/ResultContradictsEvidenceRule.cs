using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW608: a result that the evidence in its row says the opposite of.</summary>
public sealed class ResultContradictsEvidenceRule() : DocumentRule(new RuleDescriptor("FW608", "result-contradicts-evidence", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    private static readonly string[] EvidenceColumns = [ColumnRoles.Evidence, ColumnRoles.Notes];

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate)
        {
            return;
        }

        var results = document.Definition.Status(VocabularyIds.CheckResult);
        var phrases = new EvidencePhrases(context.Parameter("problems"), context.Parameter("clean"), context.Parameter("doubts"), context.Parameter("ignored_words"), context.Parameter("ignored_openers"));
        foreach (var row in CheckReader.Rows(document))
        {
            if (row.Result is not { } cell || results.Classify(cell.Raw) is not { } result || result is not (StatusClasses.Pass or StatusClasses.Fail))
            {
                continue;
            }

            if (Contradiction(row, phrases, result == StatusClasses.Pass) is var (place, fragment))
            {
                context.Report(
                    cell.ContentSpan,
                    $"\"{row.Name}\" is {cell.Text.Trim()}, but the evidence says \"{fragment}\". One of the two is wrong; set the result that was measured.",
                    related: (place, "the evidence"));
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var results = context.Bound.Definition.Status(VocabularyIds.CheckResult);
        if (CheckReader.Rows(context.Bound).FirstOrDefault(row => row.Result?.ContentSpan == context.Finding.LocalSpan) is not { Result: { } cell })
        {
            return [];
        }

        var opposite = results.Classify(cell.Raw) == StatusClasses.Pass ? StatusClasses.Fail : StatusClasses.Pass;
        var canonical = context.Bound.Definition.Definition.Vocabulary(VocabularyIds.CheckResult).Canonical(opposite);
        return [new Fix($"Set the result to {canonical}", FixSafety.Unsafe, [TableRowWriter.Fill(cell, canonical)])];
    }

    private static (TextSpan Place, string Fragment)? Contradiction(CheckRow row, EvidencePhrases phrases, bool passed)
    {
        var cells = EvidenceColumns.Select(role => row.Table.Cell(row.Row, role)).OfType<TableCell>().ToList();
        var problem = First(cells, phrases.Problem);

        // Coverage may be too low though every test passed.
        var mayBeClean = !passed && problem is null && row.Check?.Slot is not (SlotIds.Coverage or SlotIds.CoverageThreshold);
        return passed ? problem : mayBeClean ? First(cells, phrases.Clean) : null;
    }

    private static (TextSpan Place, string Fragment)? First(IEnumerable<TableCell> cells, Func<string, (int Start, int Length)?> find)
    {
        foreach (var cell in cells)
        {
            if (find(cell.Raw) is var (start, length))
            {
                return (new TextSpan(cell.ContentSpan.Start + start, length), cell.Raw.Substring(start, length));
            }
        }

        return null;
    }
}
