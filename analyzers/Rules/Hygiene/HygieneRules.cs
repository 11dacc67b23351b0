namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>The rules on links, fences and hygiene (FW9xx).</summary>
internal static class HygieneRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All => [];
}
