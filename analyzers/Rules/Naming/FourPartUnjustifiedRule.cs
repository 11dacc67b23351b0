using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>FW306: a service name with a fourth part and no reason for it.</summary>
public sealed class FourPartUnjustifiedRule() : WorkspaceRule(new RuleDescriptor("FW306", "four-part-unjustified", Severity.Warning, FixSafety.Unsafe, "0.1"))
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
                // A part that adds nothing is what FW309 speaks of (decisions 11).
                if (!justification.Holds(service.Name) && RedundantWord.In(convention, service.Name) is null)
                {
                    var names = context.Compiled.ServiceNames;
                    service.Report(
                        context,
                        document,
                        $"\"{names.Display(service.Name.Name)}\" uses {service.Name.Parts.Length} parts without a reason. Cite one of the {convention.Reasons.Length} accepted reasons beside it, or shorten it to \"{names.Display(Short(convention, service.Name))}\": {convention.DefaultForm} is the default.");
                }
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

        var fixes = ImmutableArray.CreateBuilder<Fix>();
        var convention = context.Bound.Definition.Definition.Naming;
        fixes.Add(ServiceRenaming.Fix(context.Bound, name.Name, Short(convention, name), isPreferred: false));
        if (CitationPlace(context.Bound, context.Finding.LocalSpan) is { } place)
        {
            fixes.AddRange(convention.Reasons
                .Select(convention.Cite)
                .Where(static citation => citation.Length > 0)
                .Select(citation => new Fix($"Give the reason: {citation}", FixSafety.Unsafe, [new TextChange(new TextSpan(place, 0), $" ({citation})")])));
        }

        return fixes.ToImmutable();
    }

    // The default form without the parts between domain and type.
    private static string Short(NamingConvention convention, ServiceName name) =>
        string.Join('_', name.Parts.Take(convention.DefaultParts - 1).Append(name.Parts[^1]));

    // Behind the name and the code ticks around it; there is no place in the middle of a path or of code in a fence.
    private static int? CitationPlace(BoundDocument document, TextSpan name)
    {
        var outline = document.Outline;
        if (outline.FenceAt(name.Start) is not null)
        {
            return null;
        }

        var end = outline.CodeAt(name.Start)?.Span.End ?? name.End;
        while (end < outline.Text.Length && outline.Text[end] is '*' or '_')
        {
            end++;
        }

        return end < outline.Text.Length && (outline.Text[end] is '/' or '.' || char.IsLetterOrDigit(outline.Text[end])) ? null : end;
    }
}
