namespace FrameworkLsp.Analyzers.Rules.Prompt;

/// <summary>The rules on prompt validation (FW1xx).</summary>
internal static class PromptRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All =>
    [
        new MissingMandatoryInputRule(), new MaturityLevelMissingRule(), new InvalidMaturityLevelRule(), new ModulesNotAnsweredRule(), new NoneWithModulesRule(),
        new UnansweredQuestionLeftRule(), new ValidationVerdictContradictionRule(),
    ];
}
