using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>What is kept of a document: the findings of the document rules, its facts and where they stand.</summary>
public sealed record DocumentAnalysis
{
    /// <summary>Findings of the document rules, before configuration and suppression.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    internal static DocumentAnalysis Compute(BoundFile file, ScopedConfiguration configuration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = (file, configuration);
        return new DocumentAnalysis();
    }
}
