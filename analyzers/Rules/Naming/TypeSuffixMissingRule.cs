using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>FW302: a service name that does not end in a type.</summary>
public sealed class TypeSuffixMissingRule() : DocumentRule(new RuleDescriptor("FW302", "type-suffix-missing", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var names = context.Definition.ServiceNames;
        foreach (var service in NamedService.In(context.Document))
        {
            // A single word is a role without a context, which FW304 speaks of.
            var name = service.Name;
            if (name.Type is null && name.TokenCount > 1 && names.IsWellFormed(name.Name) && !names.IsDataService(name.Name) && !names.IsShorthand(name.Name))
            {
                var synonym = names.Convention.TypeSynonyms.GetValueOrDefault(name.Parts[^1]);
                context.Report(
                    service.Mentions[0].Span,
                    $"\"{service.Mentions[0].Written}\" lacks a type suffix such as {Suffixes(names)}. Templates and containers are chosen by it; "
                        + (synonym is null ? "append one." : $"\"{name.Parts[^1]}\" is none, write _{synonym}."),
                    data: name);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not ServiceName name)
        {
            return [];
        }

        var names = context.Bound.Definition.ServiceNames;
        var line = ServiceLine.At(context.Bound, context.Finding.LocalSpan);
        var named = ServiceLine.TypesOf(names.Convention, line).Select(static type => type.Id).ToList();
        var stem = names.Convention.TypeSynonyms.TryGetValue(name.Parts[^1], out var synonym) ? string.Join('_', name.Parts[..^1]) : name.Name;
        var types = synonym is not null ? [synonym] : named.Count > 0 ? named : names.Convention.Types.Take(3).Select(static type => type.Id).ToList();
        return [.. types.Select(type => ServiceRenaming.Fix(context.Bound, name.Name, $"{stem}_{type}", isPreferred: types.Count == 1))];
    }

    private static string Suffixes(ServiceNameParser names) => string.Join(", ", names.Convention.Types.Take(3).Select(static type => "_" + type.Id));
}
