using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>FW309: a fourth part that the rest of the name implies.</summary>
public sealed class RedundantFunctionWordRule() : WorkspaceRule(new RuleDescriptor("FW309", "redundant-function-word", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var convention = context.Definition.Naming;
        var justification = new FourPartJustification(context);
        foreach (var document in context.Documents)
        {
            foreach (var service in NamedService.WithParts(context, document, convention.DefaultParts + 1))
            {
                if (RedundantWord.In(convention, service.Name) is { } word && !justification.IsNeeded(service.Name))
                {
                    var names = context.Compiled.ServiceNames;
                    service.Report(
                        context,
                        document,
                        $"\"{word}\" adds nothing to \"{names.Display(service.Name.Name)}\"; use \"{names.Display(Short(convention, service.Name))}\". The shorter name is typed in every import, path and log query.");
                }
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is ServiceName name
        ? [ServiceRenaming.Fix(context.Bound, name.Name, Short(context.Bound.Definition.Definition.Naming, name), isPreferred: true)]
        : [];

    private static string Short(NamingConvention convention, ServiceName name) =>
        string.Join('_', name.Parts.Take(convention.DefaultParts - 1).Append(name.Parts[^1]));
}
