namespace FrameworkLsp.Analyzers.Rules.Deliveries;

/// <summary>The rules on cross-document and stage gates (FW8xx).</summary>
internal static class DeliveriesRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All =>
    [
        new LevelMismatchRule(),
        new ModulesMismatchRule(),
        new RequestIdMismatchRule(),
        new TestCountMismatchRule(),
        new CoverageMismatchRule(),
        new MissingPredecessorRule(),
        new PredecessorNotApprovedRule(),
        new HandoffWithoutVerificationRule(),
    ];
}
