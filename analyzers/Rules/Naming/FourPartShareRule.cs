using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Facts;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>FW313: a delivery in which longer names are the rule.</summary>
public sealed class FourPartShareRule() : WorkspaceRule(new RuleDescriptor("FW313", "four-part-share", Severity.Warning, FixSafety.None, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        if (Number(context, "four_part_warn_percent") is not { } highest || Number(context, "min_services") is not { } fewest)
        {
            return;
        }

        var names = context.Compiled.ServiceNames;
        var longest = names.Convention.DefaultParts + 1;
        var documents = context.Documents.Where(static facts => !facts.IsTemplate).ToList();
        var services = documents
            .SelectMany(static facts => facts.Services)
            .Distinct(StringComparer.Ordinal)
            .Where(name => names.IsWellFormed(name) && !names.IsDataService(name) && !names.Convention.TemplateNames.Contains(name))
            .Select(names.Parse)
            .Where(name => name.Type is { AllowsTwoParts: false } && name.Parts.Length >= names.Convention.DefaultParts)
            .ToList();
        var extended = services.Where(name => name.Parts.Length >= longest).Select(static name => name.Name).ToHashSet(StringComparer.Ordinal);
        if (services.Count < fewest || extended.Count * 100 <= highest * services.Count)
        {
            return;
        }

        var anchor = documents.First(facts => facts.Services.Any(extended.Contains));
        context.Report(
            anchor,
            FactKey.Service(anchor.Services.First(extended.Contains)),
            $"{extended.Count} of {services.Count} services ({extended.Count * 100 / services.Count} %) use {longest} parts; 10-20 % is usual, {highest} % the limit. So many functions mean that the domains are too generic (in logistics and analytics it may be right); name the domains more precisely.",
            related: [.. anchor.Services.Where(extended.Contains).Skip(1).Select(name => (new FactAnchor(anchor, FactKey.Service(name)), $"{longest} parts as well"))]);
    }

    private static int? Number(DeliveryRuleContext context, string parameter) =>
        context.Parameter(parameter) is [var text, ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
