using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>Brings an existing document up to date with what the tool would write now; what people wrote stays.</summary>
public static class SuccessorMerge
{
    /// <summary>The edits in source coordinates, in order; empty when it is up to date or cannot be edited.</summary>
    public static ImmutableArray<TextChange> Changes(Workspace workspace, Document existing, DocumentProposal proposal, CancellationToken cancellationToken) => [];
}
