using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>Knows which names of a delivery may have a part more than the default form (catalogue FW306).</summary>
internal sealed class FourPartJustification
{
    private readonly NamingConvention _convention;
    private readonly HashSet<string> _cited;
    private readonly Dictionary<string, int> _siblings;

    /// <summary>Collects what the delivery, the registries and the naming decisions say.</summary>
    public FourPartJustification(DeliveryRuleContext context)
    {
        _convention = context.Definition.Naming;
        var numbers = _convention.Reasons.Select(static reason => reason.Number).ToHashSet();
        _cited = context.Delivery.Documents
            .SelectMany(static document => document.ServiceReasons)
            .Concat(context.Names.Reasons)
            .Where(reason => numbers.Contains(reason.Number))
            .Select(static reason => reason.Service)
            .ToHashSet(StringComparer.Ordinal);
        _siblings = context.Delivery.Documents
            .SelectMany(static document => document.Services)
            .Concat(context.Names.Registered)
            .Distinct(StringComparer.Ordinal)
            .Select(context.Compiled.ServiceNames.Parse)
            .Where(name => name.Type is not null && name.Parts.Length >= _convention.DefaultParts)
            .GroupBy(Lead, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether a longer name is justified: its domain alone is ambiguous, another service shares context and domain, its function is a
    /// provider, technology or channel, or a reason is cited.
    /// </summary>
    public bool Holds(ServiceName name) =>
        _convention.AmbiguousDomains.ContainsKey(name.Domain)
        || _siblings.GetValueOrDefault(Lead(name)) > 1
        || name.Parts[(_convention.DefaultParts - 1)..^1].SelectMany(static part => part.Split('_')).Any(_convention.ProviderTokens.Contains)
        || _cited.Contains(name.Name);

    /// <summary>Whether the delivery itself needs the longer name: another service shares context and domain, or a reason is cited.</summary>
    public bool IsNeeded(ServiceName name) => _siblings.GetValueOrDefault(Lead(name)) > 1 || _cited.Contains(name.Name);

    // Context and domain: what the default form has before the type.
    private string Lead(ServiceName name) => string.Join('_', name.Parts.Take(_convention.DefaultParts - 1));
}
