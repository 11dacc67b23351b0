namespace FrameworkLsp.Analyzers.Rules.Reporting;

/// <summary>The rules on report and hand-off (FW7xx).</summary>
internal static class ReportingRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All =>
    [
        new StatusRecommendationContradictionRule(), new ReadyWithFailedCheckRule(), new MatrixSubtotalMismatchRule(), new OverallSummaryArithmeticRule(),
        new PercentageMismatchRule(), new DeliverableMissingRule(), new RequiredDeliverableUnlistedRule(),
    ];
}
