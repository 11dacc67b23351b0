namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>The rules on service naming (FW3xx).</summary>
internal static class NamingRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All =>
    [
        new ServiceNameSyntaxRule(),
        new TypeSuffixMissingRule(),
        new TooFewPartsRule(),
        new TooManyPartsRule(),
        new FourPartUnjustifiedRule(),
        new AmbiguousDomainThreePartRule(),
        new RedundantFunctionWordRule(),
        new HyphenInCodeLayerRule(),
        new FourPartShareRule(),
        new DeprecatedContextRule(),
        new TemplateNameLeftRule(),
        new TypeTechnologyMismatchRule(),
    ];
}
