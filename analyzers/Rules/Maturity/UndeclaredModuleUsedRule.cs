using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW228: an optional technology in use whose module is not declared.</summary>
public sealed class UndeclaredModuleUsedRule() : DocumentRule(new RuleDescriptor("FW228", "undeclared-module-used", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || ModuleReader.Find(document) is not { } answer)
        {
            return;
        }

        var closure = context.Definition.Definition.Modules.Closure(answer.Reading.Modules);
        foreach (var module in context.Definition.Definition.Modules.Items.Where(module => module.IsOffered && !closure.Contains(module.Id)))
        {
            if (FirstUse(document, module) is { } use)
            {
                context.Report(
                    use,
                    $"\"{document.Outline.Text.Substring(use.Start, use.Length)}\" is used, but the module {module.Name} is not declared at line {document.LineOf(answer.Field.Field.Span.Start)}. Phases and time follow the declared modules; declare it, or leave it out.",
                    data: module.Id,
                    related: (answer.Field.Field.Span, "the declared modules"));
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) =>
        context.Finding.Data is string module && ModuleListWriter.Add(context.Bound, [module]) is { } edit
            ? [new Fix($"Declare the module {context.Bound.Definition.Definition.Modules.Items.First(item => item.Id == module).Name}", FixSafety.Unsafe, [edit]) { IsPreferred = true }]
            : [];

    // In the lists of services and infrastructure, the architecture mapping, and by the type of a service's name.
    private static TextSpan? FirstUse(BoundDocument document, OptionalModule module)
    {
        foreach (var (text, offset) in Carriers(document))
        {
            foreach (var keyword in module.Keywords)
            {
                var index = text.IndexOf(keyword, StringComparison.OrdinalIgnoreCase);
                if (index >= 0 && IsWord(text, index, keyword.Length) && !document.Definition.NegativeScope.HoldsNegativeMark(text) && !document.Definition.NegativeScope.IsNegated(text, index, keyword.Length))
                {
                    return Whole(document.Outline.Text, new TextSpan(offset + index, keyword.Length));
                }
            }
        }

        var names = module.Aliases.Append(module.Name).Append(module.Id).Select(Words.Fold).ToHashSet(StringComparer.Ordinal);
        return ServiceNameCollector.Collect(document)
            .Where(mention => document.Definition.ServiceNames.Parse(mention.Name).Type is { } type && names.Contains(Words.Fold(type.Id)) && !document.Definition.NegativeScope.IsNegative(document.Outline, document.Outline.SectionAt(mention.Span.Start).Index))
            .Select(static mention => (TextSpan?)mention.Span)
            .FirstOrDefault();
    }

    private static IEnumerable<(string Text, int Offset)> Carriers(BoundDocument document)
    {
        foreach (var field in document.Fields.Where(static field => field.Definition.ValueKind is ValueKinds.Services or ValueKinds.Infrastructure))
        {
            if (document.Definition.NegativeScope.IsNegative(document.Outline, field.Field.Section))
            {
                continue;
            }

            yield return (field.Field.Value, field.Field.ValueSpan.Start);
            foreach (var item in field.Field.Items.IsDefault ? [] : field.Field.Items.Where(static item => item.IsChecked != false))
            {
                yield return (item.Raw, item.ContentSpan.Start);
            }
        }

        foreach (var item in document.Outline.ListItems.Where(item => document.Owners[item.Section]?.Definition.Role == SectionRoles.ArchitectureMapping && item.IsChecked != false))
        {
            if (!document.Definition.NegativeScope.IsNegative(document.Outline, item.Section))
            {
                yield return (item.Raw, item.ContentSpan.Start);
            }
        }
    }

    // Of "orders_data_mongo_api" the whole name, since "mongo" alone would send people looking for it.
    private static TextSpan Whole(string text, TextSpan word)
    {
        static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
        var (start, end) = (word.Start, word.End);
        while (start > 0 && IsOfName(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsOfName(text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool IsWord(string text, int index, int length) =>
        (index == 0 || !char.IsLetterOrDigit(text[index - 1])) && (index + length >= text.Length || !char.IsLetterOrDigit(text[index + length]));
}
