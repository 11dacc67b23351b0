using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>FW305: a service name with more parts than the longest form.</summary>
public sealed class TooManyPartsRule() : DocumentRule(new RuleDescriptor("FW305", "too-many-parts", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var names = context.Definition.ServiceNames;
        var most = names.Convention.DefaultParts + 1;
        foreach (var service in NamedService.In(context.Document))
        {
            var name = service.Name;
            if (name.Type is not null && name.Parts.Length > most && names.IsWellFormed(name.Name) && !names.IsDataService(name.Name))
            {
                service.Report(
                    context,
                    $"\"{service.Mentions[0].Written}\" has {name.Parts.Length} parts; a name has at most {most}: {names.Convention.ExtendedForm}. Drop what adds nothing, or register a domain of several words as one in the configuration (naming.domains).");
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

        var convention = context.Bound.Definition.Definition.Naming;
        var kept = name.Parts.Where((part, index) => index == 0 || index == name.Parts.Length - 1 || !RedundantWord.IsGeneric(convention, part)).ToList();
        return kept.Count < name.Parts.Length && kept.Count >= convention.DefaultParts && kept.Count <= convention.DefaultParts + 1
            ? [ServiceRenaming.Fix(context.Bound, name.Name, string.Join('_', kept), isPreferred: true)]
            : [];
    }
}
