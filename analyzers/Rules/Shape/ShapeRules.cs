namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>The rules on document shape (FW0xx).</summary>
internal static class ShapeRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All =>
    [
        new MissingTitleRule(),
        new MissingSectionRule(),
        new MissingFieldRule(),
        new EmptyFieldRule(),
        new PlaceholderValueRule(),
        new UnresolvedChoiceListRule(),
        new InvalidDateRule(),
        new RequiredTableMissingRule(),
        new MissingColumnRule(),
        new RaggedRowRule(),
        new BrokenTableSeparatorRule(),
        new InvalidFrontMatterRule(),
    ];
}
