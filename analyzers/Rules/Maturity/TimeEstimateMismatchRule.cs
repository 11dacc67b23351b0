using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW230: an estimate that does not follow from level and modules.</summary>
public sealed class TimeEstimateMismatchRule() : DocumentRule(new RuleDescriptor("FW230", "time-estimate-mismatch", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        // On the way from one level to another, the estimate may speak of either, or of the way between them.
        if (LevelReader.Find(document)?.Reading is not { Level: { BaseMinutes: > 0 } level, Target: null })
        {
            return;
        }

        var modules = ModuleReader.Find(document)?.Reading;
        foreach (var field in document.Fields)
        {
            if (field.Definition.Role == FieldRoles.EstimatedTime && !IsOfPhase(document, field) && Problem(context.Definition, field.Field.Value, level, modules) is { } problem)
            {
                context.Report(field.Field.ValueSpan, problem, data: modules?.Modules.Length);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var definition = context.Bound.Definition.Definition;
        if (context.Finding.Data is not int modules || LevelReader.Find(context.Bound)?.Reading.Level is not { } level)
        {
            return [];
        }

        // In the language of what it replaces: "10 мин".
        var estimate = definition.TimeEstimate.Write(level, modules, context.Bound.Outline.Text.Substring(context.Finding.LocalSpan.Start, context.Finding.LocalSpan.Length));
        return estimate.Length == 0
            ? []
            : [new Fix($"Change the estimate to {estimate}", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, estimate)]) { IsPreferred = true }];
    }

    private static string? Problem(CompiledDefinition definition, string value, MaturityLevel level, ModuleReading? modules)
    {
        var estimate = definition.Definition.TimeEstimate;
        var reading = definition.Durations.Parse(value);

        // An entry that is no known module may be one all the same, so both counts pass.
        var count = modules?.Modules.Length;
        var most = count + modules?.Unknown.Length;
        var upper = level.UpperBaseMinutes + estimate.Allowance(most ?? 0);
        if (reading.Base is { } foundation && !foundation.Intersects(new MinuteRange(level.BaseMinutes, level.BaseMinutes)))
        {
            return $"Level {level.Number} starts at {Text(level.BaseMinutes)} min; the document says {Text(foundation)} min as the base.{Expected()}";
        }

        if (count is not null && reading.Modules is { } stated && (stated < count || stated > most))
        {
            return $"{Modules(stated)} counted, but {Modules(count.Value)} declared in the optional modules.{Expected()}";
        }

        return count is not null && reading.Stated is { } total && !total.Intersects(new MinuteRange(level.BaseMinutes, upper))
            ? $"Level {level.Number} with {Modules(count.Value)} is about {Text(level.BaseMinutes)}-{Text(upper)} min; the document says {Text(total)} min. The estimate follows from level and modules."
            : null;

        string Expected() => count is null ? "" : $" With {Modules(count.Value)} it is about {Text(level.BaseMinutes)}-{Text(upper)} min.";
    }

    private static string Modules(int count) => count == 1 ? "1 module" : $"{count} modules";

    private static string Text(MinuteRange range) => range.Low.Equals(range.High) ? Text(range.Low)
        : double.IsPositiveInfinity(range.High) ? Text(range.Low) + "+"
        : $"{Text(range.Low)}-{Text(range.High)}";

    private static string Text(double minutes) => minutes.ToString("0.##", CultureInfo.InvariantCulture);

    // A phase may say how long it takes; that is not the time of generation as a whole.
    private static bool IsOfPhase(BoundDocument document, BoundField field) => document.Owners[field.Field.Section]?.Definition.Role == SectionRoles.Phases;
}
