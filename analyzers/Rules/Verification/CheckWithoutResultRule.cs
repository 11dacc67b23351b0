using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW605: a demanded check whose result was not filled in.</summary>
public sealed class CheckWithoutResultRule() : DocumentRule(new RuleDescriptor("FW605", "check-without-result", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Info })
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate)
        {
            return;
        }

        // A form that nobody began to fill in promises nothing yet, unless its status says that all passed.
        var checks = DemandedCheck.In(document).ToList();
        if (checks.TrueForAll(static check => check.IsOpen) && OverallVerdict.Of(document)?.Class != StatusClasses.Pass)
        {
            return;
        }

        foreach (var check in checks.Where(static check => check.IsOpen))
        {
            Report(context, check.Row, check.IsOptional ? Severity.Info : null);
        }

        // A blank is fine in a row that the document adds for itself, a placeholder is not; of those the general rule leaves results to this one.
        var demanded = checks.Select(static check => check.Row).ToHashSet();
        foreach (var row in CheckReader.Rows(document).Where(row => row.Result is { } cell && document.Definition.Values.Placeholder(cell.Raw) is not null && !demanded.Contains(row) && !DemandedCheck.IsExcused(document, row)))
        {
            Report(context, row, null);
        }
    }

    private static void Report(DocumentRuleContext context, CheckRow row, Severity? severity) => context.Report(
        row.Table.Cell(row.Row, ColumnRoles.Check)!.ContentSpan,
        $"\"{row.Name}\" has no result, so nobody can tell whether it ran. Run it and state what came out.",
        severity,
        row.Name);

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (CheckReader.Rows(context.Bound).FirstOrDefault(row => row.Row.Span.Contains(context.Finding.LocalSpan)) is not { Result: { } cell })
        {
            return [];
        }

        var vocabulary = context.Bound.Definition.Definition.Vocabulary(VocabularyIds.CheckResult);
        return
        [
            .. new[] { StatusClasses.Pass, StatusClasses.Fail }
                .Select(vocabulary.Canonical)
                .Where(static result => result.Length > 0)
                .Select(result => new Fix($"Set the result to {result}", FixSafety.Unsafe, [TableRowWriter.Fill(cell, result)])),
        ];
    }
}
