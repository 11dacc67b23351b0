using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>FW318: a placeholder name of the framework in a document of a project.</summary>
public sealed class TemplateNameLeftRule() : DocumentRule(new RuleDescriptor("FW318", "template-name-left", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    private const int MostRelated = 20;

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || document.IsReference)
        {
            return;
        }

        foreach (var name in context.Definition.Definition.Naming.TemplateNames)
        {
            var places = Places(document.Outline.Text, name);
            if (places.Count > 0)
            {
                // In a report that is handed over, somebody would run the command.
                context.Report(
                    places[0],
                    $"\"{name}\" is a placeholder of the framework; use your own context and domain. Commands and paths with it do not work in the project.",
                    document.Kind.HasRole(KindRoles.Reports) && !document.IsEmbedded ? Severity.Error : null,
                    name,
                    [.. places.Skip(1).Take(MostRelated).Select(static place => (place, "also here"))]);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var names = context.Bound.Definition.ServiceNames;
        if (context.Finding.Data is not string template)
        {
            return [];
        }

        // The context and domain of the services beside it.
        var placeholder = names.Parse(template);
        var suggestions = NamedService.In(context.Bound)
            .Where(service => service.Name.Type is not null && service.Name.Parts.Length >= names.Convention.DefaultParts && !names.IsDataService(service.Name.Name) && !names.Convention.TemplateNames.Contains(service.Name.Name))
            .Select(service => names.IsDataService(template)
                ? string.Join('_', placeholder.Parts.RemoveAt(0).Insert(0, service.Name.Context))
                : $"{service.Name.Context}_{service.Name.Domain}_{placeholder.Parts[^1]}")
            .Distinct(StringComparer.Ordinal)
            .Take(3)
            .ToList();
        return [.. suggestions.Select(suggestion => ServiceRenaming.Fix(context.Bound, template, suggestion, isPreferred: suggestions.Count == 1))];
    }

    private static List<TextSpan> Places(string text, string name)
    {
        var places = new List<TextSpan>();
        for (var index = text.IndexOf(name, StringComparison.Ordinal); index >= 0; index = text.IndexOf(name, index + name.Length, StringComparison.Ordinal))
        {
            if (!IsPart(text, index - 1) && !IsPart(text, index + name.Length))
            {
                places.Add(new TextSpan(index, name.Length));
            }
        }

        return places;
    }

    private static bool IsPart(string text, int index) => index >= 0 && index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] == '_');
}
