namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>The rules on requirements and traceability (FW5xx).</summary>
internal static class RequirementsRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All => [new MissingReqIdRule(), new DuplicateReqIdRule(), new UnmappedRequirementRule()];
}
