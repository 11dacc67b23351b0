namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>The rules on maturity level and modules (FW2xx).</summary>
internal static class MaturityRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All =>
    [
        new LevelNumberNameMismatchRule(),
        new SeveralLevelsRule(),
        new FeatureAboveLevelRule(),
        new FeatureIncludedAndSkippedRule(),
        new LevelFeatureSkippedRule(),
        new WrongAvailableAtLevelRule(),
        new MaturityFeaturesSectionMissingRule(),
        new MandatoryPhaseMissingRule(),
        new PhaseNotRequestedRule(),
        new ModuleWithoutPhaseRule(),
        new ModuleDependencyMissingRule(),
        new UndeclaredModuleUsedRule(),
        new TimeEstimateMismatchRule(),
        new SecurityRequirementAboveLevelRule(),
        new FeatureLevelAnnotationRule(),
    ];
}
