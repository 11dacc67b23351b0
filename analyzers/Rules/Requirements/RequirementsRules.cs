namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>The rules on requirements and traceability (FW5xx).</summary>
internal static class RequirementsRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All =>
    [
        new MissingReqIdRule(), new ReqIdFormatRule(), new DuplicateReqIdRule(), new SummaryCountMismatchRule(), new SummaryTotalMismatchRule(), new UndefinedReqIdRule(),
        new UnmappedRequirementRule(), new RtmUnknownPhaseRule(), new DoneWithoutEvidenceRule(), new EvidenceFileMissingRule(), new EvidenceLineOutOfRangeRule(),
        new DescopeWithoutApprovalRule(),
    ];
}
