using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>A document to create, or to bring up to date.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Path">Its path, relative to the workspace root.</param>
/// <param name="Text">Its text; lines end in LF.</param>
/// <param name="Request">What it was written from.</param>
public sealed record DocumentProposal(DocumentKind Kind, string Path, string Text, ScaffoldRequest Request)
{
    /// <summary>Whether a document of the kind is already in the delivery, so that it is merged into rather than created.</summary>
    public bool Exists { get; init; }
}

/// <summary>What comes next after a document.</summary>
/// <param name="Documents">The documents, the one of the next stage first; empty when there is a refusal.</param>
/// <param name="Notes">What people should know about them, one sentence each.</param>
/// <param name="Refusal">Why nothing comes next, and what to do; null when something does.</param>
public sealed record NextStage(ImmutableArray<DocumentProposal> Documents, ImmutableArray<string> Notes, string? Refusal)
{
    internal static NextStage Refuse(string reason) => new([], [], reason);
}
