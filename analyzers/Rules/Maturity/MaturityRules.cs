namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>The rules on maturity level and modules (FW2xx).</summary>
internal static class MaturityRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All => [new LevelNumberNameMismatchRule(), new FeatureAboveLevelRule(), new TimeEstimateMismatchRule()];
}
