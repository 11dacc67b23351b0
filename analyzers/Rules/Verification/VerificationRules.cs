namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>The rules on verification and coverage (FW6xx).</summary>
internal static class VerificationRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All =>
    [
        new MandatoryCheckMissingRule(),
        new CheckWithoutResultRule(),
        new ResultContradictsEvidenceRule(),
        new OverallStatusContradictionRule(),
        new CoverageBelowThresholdRule(),
        new ThresholdMisquotedRule(),
        new ThresholdVerdictWrongRule(),
        new CoverageInconsistentRule(),
        new RequirementsCoverageWrongRule(),
        new CoverageReportMismatchRule(),
        new TestCountsInconsistentRule(),
        new MandatoryCheckSkippedRule(),
    ];
}
