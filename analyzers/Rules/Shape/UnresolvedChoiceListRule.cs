using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>FW016: a value that is still the template's list of options.</summary>
public sealed class UnresolvedChoiceListRule() : DocumentRule(new RuleDescriptor("FW016", "unresolved-choice-list", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate)
        {
            return;
        }

        foreach (var value in RecognisedValues.In(document, document.Definition.Values.IsChoiceList))
        {
            context.Report(
                value.Span,
                $"No choice was made for \"{value.Name}\"; the list of the template is still there. Choose one: {string.Join(", ", ValueClassifier.Choices(value.Raw))}.");
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var span = context.Finding.LocalSpan;
        var value = context.Bound.Outline.Text.Substring(span.Start, span.Length);
        return [.. ValueClassifier.Choices(value).Select(choice => new Fix($"Choose \"{choice}\"", FixSafety.Unsafe, [new TextChange(span, choice)]))];
    }
}
