namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>The rules on the architecture (FW4xx).</summary>
internal static class ArchitectureRules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Rule> All =>
    [
        new DirectDatabaseAccessRule(),
        new DataServiceMissingRule(),
        new MergedServiceTypesRule(),
        new DuplicateHostPortRule(),
        new EventsWithoutBrokerRule(),
        new UnresolvedConflictRule(),
        new ServiceCountMismatchRule(),
        new ComposeDatabaseUrlRule(),
        new AdrRequiredRule(),
    ];
}
