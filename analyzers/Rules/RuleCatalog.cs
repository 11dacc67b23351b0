using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>All rules of the product.</summary>
public static class RuleCatalog
{
    /// <summary>Every rule, by id.</summary>
    public static ImmutableArray<Rule> All { get; } = [];

    /// <summary>Every descriptor, by id: the rules' and those of findings that the engine itself makes.</summary>
    public static ImmutableArray<RuleDescriptor> Descriptors { get; } = [];

    /// <summary>The descriptor with the id or name, case-insensitive; null when there is none.</summary>
    public static RuleDescriptor? Find(string idOrName) => Descriptors.FirstOrDefault(
        rule => rule.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase) || rule.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase));
}
