using System.Collections.Immutable;
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

/// <summary>A file or folder that gets another path.</summary>
/// <param name="From">The old path, relative to the root, without a closing slash.</param>
/// <param name="To">The new one.</param>
public sealed record MovedPath(string From, string To)
{
    /// <summary>Where a path is afterwards; null when it does not move.</summary>
    public string? Moved(string path) => Follow(path, From, To);

    /// <summary>Where a path was before; null when it did not move.</summary>
    public string? Origin(string path) => Follow(path, To, From);

    private static string? Follow(string path, string from, string to) =>
        path == from ? to
        : path.Length > from.Length && path[from.Length] == '/' && path.StartsWith(from, StringComparison.Ordinal) ? to + path[from.Length..]
        : null;
}
