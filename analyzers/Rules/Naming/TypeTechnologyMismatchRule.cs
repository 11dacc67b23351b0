using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>FW321: a service whose type is not that of its technology.</summary>
public sealed class TypeTechnologyMismatchRule() : DocumentRule(new RuleDescriptor("FW321", "type-technology-mismatch", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var convention = context.Definition.ServiceNames.Convention;
        var technologies = context.Parameter("technologies");
        foreach (var service in NamedService.In(context.Document))
        {
            if (service.Name.Type is not { } type || context.Definition.ServiceNames.IsDataService(service.Name.Name))
            {
                continue;
            }

            foreach (var mention in service.Mentions)
            {
                // Several technologies on a line may be a service and what it talks to; any of them will do.
                var line = ServiceLine.At(context.Document, mention.Span);
                var fitting = ServiceLine.TypesOf(convention, line).ToList();
                if (technologies.FirstOrDefault(technology => line.StartsWith(technology, StringComparison.OrdinalIgnoreCase) || line.StartsWith("(" + technology, StringComparison.OrdinalIgnoreCase)) is { } named
                    && fitting.Count > 0
                    && !fitting.Contains(type))
                {
                    context.Report(
                        mention.Span,
                        $"{named} services end in {string.Join(" or ", fitting.Select(static other => "_" + other.Id))}, \"{mention.Written}\" ends in _{type.Id}. Templates and containers are chosen by the type; rename the service, or correct the technology.",
                        data: new Mismatch(service.Name, fitting[0].Id));
                    break;
                }
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is Mismatch mismatch
        ? [ServiceRenaming.Fix(context.Bound, mismatch.Name.Name, string.Join('_', mismatch.Name.Parts[..^1].Add(mismatch.Type)), isPreferred: true)]
        : [];

    private sealed record Mismatch(ServiceName Name, string Type);
}
