namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>The rules on document shape (FW0xx).</summary>
internal static class ShapeRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All => [new MissingTitleRule()];
}
