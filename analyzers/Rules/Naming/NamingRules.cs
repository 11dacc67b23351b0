namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>The rules on service naming (FW3xx).</summary>
internal static class NamingRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All => [new ServiceNameSyntaxRule(), new TooFewPartsRule(), new FourPartUnjustifiedRule(), new AmbiguousDomainThreePartRule()];
}
