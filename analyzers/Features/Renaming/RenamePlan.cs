using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Renaming;

/// <summary>What can be renamed at a place.</summary>
/// <param name="Span">The name, in the source text; empty when it cannot be renamed.</param>
/// <param name="Text">The name as written.</param>
/// <param name="Refusal">Why it cannot be renamed; null when it can.</param>
public sealed record RenameCandidate(TextSpan Span, string Text, string? Refusal);

/// <summary>A renaming: all changes, or the reason why there are none.</summary>
public sealed record RenamePlan
{
    /// <summary>Why nothing is renamed; null when something is.</summary>
    public string? Refusal { get; private init; }

    /// <summary>The changes by document, in source order; empty for a refusal and when the name stays as it is.</summary>
    public ImmutableDictionary<string, ImmutableArray<TextChange>> Changes { get; init; } = ImmutableDictionary<string, ImmutableArray<TextChange>>.Empty;

    /// <summary>The folder that moves along, relative to the root; null when none does.</summary>
    public MovedPath? Folder { get; init; }

    /// <summary>Nothing is renamed.</summary>
    public static RenamePlan Refused(string reason) => new() { Refusal = reason };
}
