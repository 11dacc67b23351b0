using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW609: an overall result that the rows do not bear out.</summary>
public sealed class OverallStatusContradictionRule() : DocumentRule(new RuleDescriptor("FW609", "overall-status-contradiction", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || OverallVerdict.Of(document) is not { } verdict)
        {
            return;
        }

        if (verdict.Class == StatusClasses.Pass && Open(document) is { Count: > 0 } open)
        {
            var names = string.Join(", ", open.Select(static row => row.Name).Distinct(StringComparer.OrdinalIgnoreCase));
            context.Report(
                verdict.Field.Field.ValueSpan,
                $"The status says {verdict.Field.Value.Trim()}, but {names} did not pass. The next stage would start on a failed gate; mend the checks, record approved deviations, or change the status.",
                related: [.. open.Select(static row => (row.Result!.ContentSpan.IsEmpty ? row.Row.Span : row.Result.ContentSpan, $"{row.Name} did not pass"))]);
        }
        else if (verdict.Class == StatusClasses.Fail && !document.HasElision && AllPassed(document))
        {
            context.Report(
                verdict.Field.Field.ValueSpan,
                $"The status says {verdict.Field.Value.Trim()}, but every check passed. State what failed, or change the status.",
                Severity.Warning);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (OverallVerdict.Of(context.Bound) is not { } verdict)
        {
            return [];
        }

        var vocabulary = context.Bound.Definition.Definition.Vocabulary(VocabularyIds.OverallResult);
        var classes = verdict.Class == StatusClasses.Pass ? new[] { StatusClasses.Fail, StatusClasses.Warn } : [StatusClasses.Pass];
        return
        [
            .. classes
                .Select(vocabulary.Canonical)
                .Where(static status => status.Length > 0)
                .Select(status => new Fix($"Set the status to {status}", FixSafety.Unsafe, [new TextChange(verdict.Field.Field.ValueSpan, status)])),
        ];
    }

    // Demanded checks without a pass, and any other row that failed.
    private static List<CheckRow> Open(BoundDocument document)
    {
        var demanded = DemandedCheck.In(document)
            .Where(static check => !check.IsOptional && (check.IsOpen || check.Result is StatusClasses.Fail or StatusClasses.Pending or StatusClasses.InProgress or StatusClasses.Skipped))
            .Select(static check => check.Row);
        var deviations = DeviationReader.Read(document).ToHashSet(StringComparer.Ordinal);
        var results = document.Definition.Status(VocabularyIds.CheckResult);
        var failed = CheckReader.Rows(document).Where(row =>
            row.Result is not null
            && results.Classify(row.Result.Raw) == StatusClasses.Fail
            && !(row.Check is null ? deviations.Count > 0 : deviations.Contains(row.Check.Id)));
        return [.. demanded.Concat(failed).DistinctBy(static row => row.Row.Span.Start).OrderBy(static row => row.Row.Span.Start)];
    }

    private static bool AllPassed(BoundDocument document)
    {
        var results = document.Definition.Status(VocabularyIds.CheckResult);
        var rows = CheckReader.Rows(document).Where(static row => row.Result is not null).ToList();
        return rows.Count > 0 && rows.TrueForAll(row => results.Classify(row.Result!.Raw) is StatusClasses.Pass or StatusClasses.Info);
    }
}
