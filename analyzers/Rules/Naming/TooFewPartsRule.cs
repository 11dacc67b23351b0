using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>FW304: a service name without context or domain.</summary>
public sealed class TooFewPartsRule() : DocumentRule(new RuleDescriptor("FW304", "too-few-parts", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var names = context.Definition.ServiceNames;
        var convention = names.Convention;
        foreach (var service in NamedService.In(context.Document))
        {
            var name = service.Name;
            var isShorthand = names.IsShorthand(name.Name);
            if (name.Parts.Length >= convention.DefaultParts
                || !names.IsWellFormed(name.Name)
                || (name.Type is null && name.TokenCount >= convention.DefaultParts)
                || (names.IsDataService(name.Name) && !isShorthand))
            {
                continue;
            }

            // The workflow's own examples use short names; in embedded examples the engine makes the warning an info.
            Severity? severity = name is { Type.AllowsTwoParts: true, Parts.Length: > 1 } ? Severity.Info
                : isShorthand && context.Document.IsEmbedded ? Severity.Warning
                : null;
            service.Report(
                context,
                $"\"{service.Mentions[0].Written}\" has {(name.Parts.Length == 1 ? "1 part" : $"{name.Parts.Length} parts")}; expected {convention.DefaultForm}, so that the name tells whose service it is and what it does.",
                severity);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not ServiceName name)
        {
            return [];
        }

        var suggestions = Suggestions(context.Bound, name).Distinct(StringComparer.Ordinal).Take(5).ToList();
        return [.. suggestions.Select(suggestion => ServiceRenaming.Fix(context.Bound, name.Name, suggestion, isPreferred: suggestions.Count == 1))];
    }

    // What the services beside it have in front: the context for "lending_api", context and domain for "api".
    private static IEnumerable<string> Suggestions(BoundDocument document, ServiceName name)
    {
        var names = document.Definition.ServiceNames;
        var missing = names.Convention.DefaultParts - name.Parts.Length;
        foreach (var sibling in NamedService.In(document))
        {
            if (sibling.Name.Type is null || sibling.Name.Parts.Length < names.Convention.DefaultParts || (missing > 1 && names.IsDataService(sibling.Name.Name)))
            {
                continue;
            }

            // "ecommerce_gateway" stands before all domains of its context, so that the domain of one of them would be wrong.
            var lead = sibling.Name.Parts[..missing];
            if (name is { Type.AllowsTwoParts: true, Parts.Length: > 1 } && lead.Contains(name.Context))
            {
                continue;
            }

            var suggestion = lead.Contains(name.Context)
                ? $"{name.Context}_{sibling.Name.Domain}_{name.Parts[^1]}"
                : $"{string.Join('_', lead)}_{name.Name}";
            if (names.Parse(suggestion).Parts.Length == names.Convention.DefaultParts && !names.IsDataService(suggestion))
            {
                yield return suggestion;
            }
        }
    }
}
