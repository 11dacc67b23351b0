namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>The rules on links, references, fences and hygiene (FW9xx).</summary>
internal static class HygieneRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All =>
    [
        new BrokenLinkRule(),
        new BrokenAnchorRule(),
        new MatrixPathMissingRule(),
        new MatrixStageRowsRule(),
        new MatrixSectionDisagreementRule(),
        new UnclosedFenceRule(),
        new NestedFenceRule(),
        new InvalidJsonFenceRule(),
        new InvalidYamlFenceRule(),
        new InvalidCsharpFenceRule(),
        new MojibakeRule(),
    ];
}
