using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>What was understood of a workspace, so that a run that saw nothing cannot look like success.</summary>
/// <param name="Files">How many texts were looked at.</param>
/// <param name="DocumentsByKind">Recognised documents by the name of their kind, in stage order.</param>
/// <param name="Deliveries">Deliveries with at least one document.</param>
/// <param name="Requirements">Distinct requirement definitions.</param>
public sealed record WorkspaceSummary(
    int Files,
    ImmutableArray<KeyValuePair<string, int>> DocumentsByKind,
    int Deliveries,
    int Requirements)
{
    /// <summary>How many documents were recognised.</summary>
    public int Documents => DocumentsByKind.Sum(static pair => pair.Value);
}
