using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>FW019: a date that is none, or is not written as the documents of the workflow write it.</summary>
public sealed class InvalidDateRule() : DocumentRule(new RuleDescriptor("FW019", "invalid-date", Severity.Error, FixSafety.Safe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate)
        {
            return;
        }

        var (values, dates) = (context.Definition.Values, context.Definition.Dates);
        foreach (var field in document.Fields.Where(static field => field.Definition.ValueKind == ValueKinds.Date && field.Field.Value.Length > 0))
        {
            var value = field.Field.Value;
            if (ValueClassifier.IsBlank(value) || values.IsDash(value) || values.Placeholder(value) is not null || !value.AsSpan().ContainsAnyInRange('0', '9'))
            {
                continue;
            }

            var reading = dates.Read(value);
            if (reading.Form == DateForm.Other)
            {
                context.Report(field.Field.ValueSpan, $"\"{value}\" is not an ISO date. Write {Iso(reading)}, which sorts and cannot be misread.", Severity.Info, Iso(reading));
            }
            else if (reading.Form == DateForm.Invalid)
            {
                context.Report(field.Field.ValueSpan, $"\"{value}\" is not an ISO date. Write one day of the calendar as YYYY-MM-DD.");
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is string date
        ? [new Fix($"Write {date}", FixSafety.Safe, [new TextChange(context.Finding.LocalSpan, date)]) { IsPreferred = true }]
        : [];

    private static string Iso(DateReading reading) => reading.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
