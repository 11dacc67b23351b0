using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>FW014: a demanded field without a value.</summary>
public sealed class EmptyFieldRule() : DocumentRule(new RuleDescriptor("FW014", "empty-field", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Warning })
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate)
        {
            return;
        }

        var demands = new DocumentDemands(document);
        var filled = document.Fields.Where(static field => !IsEmpty(field)).Select(field => KeyOf(document, field)).ToHashSet();
        foreach (var field in document.Fields.Where(IsEmpty))
        {
            // The same field may stand in the header and in its section; one value is enough.
            if (demands.Of(field.Definition) is not Demand.None and var demand
                && demands.IsDue(field.Definition)
                && !filled.Contains(KeyOf(document, field))
                && !context.IsCovered(field.Definition.Role))
            {
                Report(context, field.Definition, field.Field.NameSpan, field.Field.Name, demand);
            }
        }

        foreach (var (field, heading) in EmptyHeadings.In(document))
        {
            if (demands.Of(field) is not Demand.None and var demand && demands.IsDue(field) && document.Fields.All(other => other.Definition.Role != field.Role) && !context.IsCovered(field.Role))
            {
                Report(context, field, heading.TitleSpan, heading.Title, demand);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Bound.Fields.FirstOrDefault(field => field.Field.NameSpan == context.Finding.LocalSpan) is not { } field)
        {
            return [];
        }

        if (ValueChoices.Obvious(field.Definition.ValueKind, context.Today) is { } obvious)
        {
            return [Fill(context.Bound, field.Field, obvious) with { IsPreferred = true }];
        }

        return [.. ValueChoices.For(context.Bound.Definition.Definition, field.Definition.ValueKind).Select(choice => Fill(context.Bound, field.Field, choice))];
    }

    private static void Report(DocumentRuleContext context, FieldDefinition field, TextSpan span, string name, Demand demand) => context.Report(
        span,
        $"The field \"{name}\" has no value, so later stages have nothing to rely on. Fill it in{Hint(context, field)}, or write why there is nothing to say.",
        demand == Demand.Required ? null : Severity.Warning);

    private static bool IsEmpty(BoundField field) =>
        ValueClassifier.IsBlank(field.Field.Value) && field.Field.Items.IsDefaultOrEmpty && field.Field.ContinuationSpan.IsEmpty;

    // Fields of sections that repeat are told apart by their section.
    private static (string Role, int Section) KeyOf(BoundDocument document, BoundField field) =>
        (field.Definition.Role, document.Owners[field.Field.Section] is { Definition.HeadingPattern: not null } owner ? owner.Section.Index : -1);

    private static string Hint(DocumentRuleContext context, FieldDefinition field)
    {
        var choices = ValueChoices.For(context.Definition.Definition, field.ValueKind);
        return choices.IsEmpty ? "" : $" (for example {string.Join(", ", choices.Take(4))})";
    }

    private static Fix Fill(BoundDocument document, Field field, string value)
    {
        var text = document.Outline.Text;
        var (start, end) = (field.ValueSpan.Start, field.ValueSpan.End);
        var before = start > 0 && text[start - 1] is not (' ' or '"' or '\'') ? " " : "";
        var after = end < text.Length && text[end] == '|' ? " " : "";
        return new Fix($"Write \"{value}\"", FixSafety.Unsafe, [new TextChange(field.ValueSpan, before + value + after)]);
    }
}
