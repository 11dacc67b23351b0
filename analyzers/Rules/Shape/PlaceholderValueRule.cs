using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>FW015: a value that is still the placeholder of a template.</summary>
public sealed class PlaceholderValueRule() : DocumentRule(new RuleDescriptor("FW015", "placeholder-value", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Warning })
{
    // How the pack names lists of choices under "covers".
    private const string ChoiceLists = "choice-list";

    // How it names placeholders in the cells of a column.
    private const string CellSuffix = "-placeholder";

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate)
        {
            return;
        }

        var values = document.Definition.Values;
        var demands = new DocumentDemands(document);
        foreach (var value in RecognisedValues.In(document, raw => values.Placeholder(raw) is not null))
        {
            if (!(values.IsChoiceList(value.Raw) && context.IsCovered(ChoiceLists))
                && (value.Field is null ? !context.IsCovered(value.Role + CellSuffix) : demands.IsDue(value.Field.Definition) && !context.IsCovered(value.Role))
                && !MayWait(document, value)
                && !IsElided(value)
                && !IsLink(document, value.Span))
            {
                context.Report(
                    value.Span,
                    $"\"{value.Name}\" still holds the placeholder {values.Placeholder(value.Raw)}, so the document claims content that it does not have. Replace it{Hint(context, value)}.");
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var value = RecognisedValues.In(context.Bound, static _ => true).FirstOrDefault(value => value.Span == context.Finding.LocalSpan);
        if (value is null)
        {
            return [];
        }

        if (ValueChoices.Obvious(value.ValueKind, context.Today) is { } obvious)
        {
            return [Replace(value, obvious) with { IsPreferred = true }];
        }

        return [.. ValueChoices.For(context.Bound.Definition.Definition, value.ValueKind).Select(choice => Replace(value, choice))];
    }

    // Evidence and tests come with the implementation: until the row is done they are open rightly (decisions 29).
    private static bool MayWait(BoundDocument document, RecognisedValue value)
    {
        if (value.Cell is not var (table, row) || (value.ValueKind != ValueKinds.Evidence && value.Role != ColumnRoles.Tests))
        {
            return false;
        }

        var status = table.Definition.Columns.FirstOrDefault(column => column.ValueKind is ValueKinds.RequirementStatus or ValueKinds.Result && table.Columns.ContainsKey(column.Role));
        return status is not null
            && VocabularyIds.Of(status.ValueKind) is { } vocabulary
            && document.Definition.Status(vocabulary).Classify(table.Text(row, status.Role)) is StatusClasses.Pending or StatusClasses.InProgress or StatusClasses.Descoped or StatusClasses.Skipped;
    }

    // A row of dots stands for rows that were left out.
    private static bool IsElided(RecognisedValue value) =>
        value.Cell is var (_, row) && row.Cells.Length > 1 && row.Cells.All(static cell => cell.Raw.AsSpan().Trim(" .…").IsEmpty);

    // "[name]" with a definition elsewhere is a link. Links stand in document order.
    private static bool IsLink(BoundDocument document, TextSpan span)
    {
        var links = document.Outline.Links;
        var (low, high) = (0, links.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = links[middle].Span.End <= span.Start ? (middle + 1, high) : (low, middle);
        }

        return low < links.Length && links[low].Span.Start < span.End;
    }

    private static string Hint(DocumentRuleContext context, RecognisedValue value)
    {
        var choices = ValueChoices.For(context.Definition.Definition, value.ValueKind);
        return choices.IsEmpty ? " by what is known" : $" (for example by {string.Join(", ", choices.Take(4))})";
    }

    private static Fix Replace(RecognisedValue value, string text) =>
        new($"Replace it by \"{text}\"", FixSafety.Unsafe, [new TextChange(value.Span, text)]);
}
