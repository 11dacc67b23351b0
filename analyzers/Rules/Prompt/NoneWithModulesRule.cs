using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Prompt;

/// <summary>FW108: an answer that wants no module and names some.</summary>
public sealed class NoneWithModulesRule() : DocumentRule(new RuleDescriptor("FW108", "none-with-modules", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        if (!context.Document.IsTemplate && ModuleReader.Find(context.Document) is { Reading: { IsNone: true, Modules.IsEmpty: false } reading, Field: var field })
        {
            var none = context.Definition.Definition.Modules.NoneWords.FirstOrDefault() ?? "";
            context.Report(
                field.Field.Value.Length > 0 ? field.Field.ValueSpan : field.Field.Span,
                $"\"{none}\" cannot be combined with {Names(context.Document, reading.Modules)}. The answer decides about phases and time; say one of the two.");
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (ModuleReader.Find(context.Bound) is not { Field.Field: { Value.Length: > 0 } field, Reading: var reading }
            || context.Bound.Definition.Definition.Modules.NoneWords is not [var none, ..])
        {
            return [];
        }

        var names = Names(context.Bound, reading.Modules);
        return
        [
            new Fix($"Keep {names}", FixSafety.Unsafe, [new TextChange(field.ValueSpan, names)]),
            new Fix($"Keep \"{none}\"", FixSafety.Unsafe, [new TextChange(field.ValueSpan, none)]),
        ];
    }

    private static string Names(BoundDocument document, ImmutableArray<string> modules) =>
        string.Join(", ", document.Definition.Definition.Modules.Items.Where(module => modules.Contains(module.Id)).Select(static module => module.Name));
}
