using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Reporting;

/// <summary>FW701: a report whose status and recommendation say different things.</summary>
public sealed class StatusRecommendationContradictionRule() : DocumentRule(new RuleDescriptor("FW701", "status-recommendation-contradiction", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        if (context.Document.IsTemplate
            || Read(context.Document, ValueKinds.ReportStatus, VocabularyIds.ReportStatus) is not var (status, statusClass)
            || Read(context.Document, ValueKinds.Recommendation, VocabularyIds.Recommendation) is not var (recommendation, recommended))
        {
            return;
        }

        var isContradiction = (statusClass, recommended) is (StatusClasses.Pass, StatusClasses.Fail) or (StatusClasses.Fail, StatusClasses.Pass);
        var isCondition = (statusClass, recommended) is (StatusClasses.Pass, StatusClasses.Warn) or (StatusClasses.Warn, StatusClasses.Pass) or (StatusClasses.Fail, StatusClasses.Warn);
        if (isContradiction || isCondition)
        {
            var (first, later) = status.Field.ValueSpan.Start < recommendation.Field.ValueSpan.Start ? (status, recommendation) : (recommendation, status);
            context.Report(
                later.Field.ValueSpan,
                isContradiction
                    ? $"Status \"{Short(status)}\" contradicts recommendation \"{Short(recommendation)}\" (line {context.Document.LineOf(first.Field.ValueSpan.Start)}). Whoever reads the report cannot decide; align one with the other."
                    : $"Status \"{Short(status)}\" does not have the conditions of recommendation \"{Short(recommendation)}\" (line {context.Document.LineOf(first.Field.ValueSpan.Start)}), or the reverse. Say the same in both places.",
                isContradiction ? null : Severity.Info,
                data: (statusClass, recommended),
                related: (first.Field.ValueSpan, $"{first.Field.Name} is stated here"));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not (string statusClass, string recommended)
            || Read(context.Bound, ValueKinds.ReportStatus, VocabularyIds.ReportStatus) is not var (status, _)
            || Read(context.Bound, ValueKinds.Recommendation, VocabularyIds.Recommendation) is not var (recommendation, _))
        {
            return [];
        }

        return [.. Align(context.Bound, status, VocabularyIds.ReportStatus, recommended).Concat(Align(context.Bound, recommendation, VocabularyIds.Recommendation, statusClass))];
    }

    // The status may stand in several places; all of them are set.
    private static IEnumerable<Fix> Align(BoundDocument document, BoundField field, string vocabulary, string statusClass)
    {
        if (document.Definition.Definition.Vocabulary(vocabulary).Canonical(statusClass) is not { Length: > 0 } value)
        {
            yield break;
        }

        var places = document.Fields.Where(other => other.Definition.ValueKind == field.Definition.ValueKind && other.Field.Value.Length > 0).Select(static other => other.Field.ValueSpan).Distinct().Order();
        yield return new Fix($"Set {field.Field.Name} to {value}", FixSafety.Unsafe, [.. places.Select(span => new TextChange(span, value))]);
    }

    private static (BoundField Field, string Class)? Read(BoundDocument document, string valueKind, string vocabulary)
    {
        var field = document.Fields.FirstOrDefault(field => field.Definition.ValueKind == valueKind && field.Field.Value.Length > 0);
        return field is not null && document.Definition.Status(vocabulary).Classify(field.Value) is { } statusClass ? (field, statusClass) : null;
    }

    private static string Short(BoundField field)
    {
        const int Longest = 40;
        var text = Markdown.PlainText.Of(field.Value).Trim();
        return text.Length <= Longest ? text : text[..Longest].TrimEnd() + "…";
    }
}
