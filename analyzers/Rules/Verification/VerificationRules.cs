namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>The rules on verification and coverage (FW6xx).</summary>
internal static class VerificationRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All => [new MandatoryCheckMissingRule(), new CoverageBelowThresholdRule(), new CoverageInconsistentRule(), new CoverageReportMismatchRule()];
}
