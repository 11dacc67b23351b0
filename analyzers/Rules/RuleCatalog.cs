using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>All rules of the product.</summary>
public static class RuleCatalog
{
    /// <summary>Every rule, by id.</summary>
    public static ImmutableArray<Rule> All { get; } = [.. Families().OrderBy(static rule => rule.Descriptor.Id, StringComparer.Ordinal)];

    /// <summary>Every descriptor, by id: the rules' and those of findings that the engine itself makes.</summary>
    public static ImmutableArray<RuleDescriptor> Descriptors { get; } =
    [
        .. All.Select(static rule => rule.Descriptor)
            .Concat([EngineRules.RuleFailure, EngineRules.UnknownSuppression, EngineRules.UnusedSuppression])
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    /// <summary>The rules that see one document.</summary>
    internal static ImmutableArray<DocumentRule> DocumentRules { get; } = [.. All.OfType<DocumentRule>()];

    /// <summary>The rules that see a delivery.</summary>
    internal static ImmutableArray<WorkspaceRule> WorkspaceRules { get; } = [.. All.OfType<WorkspaceRule>()];

    /// <summary>The descriptor with the id or name, case-insensitive; null when there is none.</summary>
    public static RuleDescriptor? Find(string idOrName) => Descriptors.FirstOrDefault(
        rule => rule.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase) || rule.Name.Equals(idOrName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The rule with the descriptor, or null for findings of the engine itself.</summary>
    internal static Rule? RuleOf(RuleDescriptor descriptor) => All.FirstOrDefault(rule => ReferenceEquals(rule.Descriptor, descriptor));

    private static IEnumerable<Rule> Families() =>
    [
        .. Shape.ShapeRules.All,
        .. Prompt.PromptRules.All,
        .. Maturity.MaturityRules.All,
        .. Naming.NamingRules.All,
        .. Architecture.ArchitectureRules.All,
        .. Requirements.RequirementsRules.All,
        .. Verification.VerificationRules.All,
        .. Reporting.ReportingRules.All,
        .. Deliveries.DeliveriesRules.All,
        .. Hygiene.HygieneRules.All,
    ];
}
