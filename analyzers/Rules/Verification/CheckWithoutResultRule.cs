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
            context.Report(
                check.Row.Table.Cell(check.Row.Row, ColumnRoles.Check)!.ContentSpan,
                $"\"{check.Row.Name}\" has no result, so nobody can tell whether it ran. Run it and state what came out.",
                check.IsOptional ? Severity.Info : null,
                check.Row.Name);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (DemandedCheck.In(context.Bound).FirstOrDefault(check => check.Row.Row.Span.Contains(context.Finding.LocalSpan)) is not { Row.Result: { } cell })
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
