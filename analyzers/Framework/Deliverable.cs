using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>Something that is handed over.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names, in any language.</param>
/// <param name="Presence">Whether the list must name it.</param>
/// <param name="Severity">How bad its absence is, as a severity name.</param>
/// <param name="Kind">The id of the document kind it is, or null.</param>
/// <param name="Paths">Paths or globs that show it, relative to the repository root.</param>
public sealed record Deliverable(
    string Id,
    string Name,
    ImmutableArray<string> Aliases,
    Presence Presence,
    string Severity,
    string? Kind,
    ImmutableArray<string> Paths)
{
    /// <summary>The stage it comes from when it is no document; empty when the pack does not say.</summary>
    public string Stage { get; init; } = "";
}

/// <summary>A situation that calls for a recorded decision.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The situation, in words.</param>
/// <param name="Keywords">Words that show it.</param>
/// <param name="Confidence">How surely the words show it.</param>
/// <param name="IsMajor">Whether it calls for a decision at every level.</param>
/// <param name="Examples">Examples, in words.</param>
public sealed record DecisionTrigger(
    string Id,
    string Name,
    ImmutableArray<string> Keywords,
    Confidence Confidence,
    bool IsMajor,
    ImmutableArray<string> Examples);

/// <summary>How surely a sign shows what it stands for.</summary>
public enum Confidence
{
    /// <summary>Often wrong.</summary>
    Low,

    /// <summary>Sometimes wrong.</summary>
    Medium,

    /// <summary>Hardly ever wrong.</summary>
    High,
}

/// <summary>A key of front matter.</summary>
/// <param name="Key">The key; parts of nested keys are joined by a dot.</param>
/// <param name="ValueKind">The type of its value (<see cref="ValueKinds"/>).</param>
/// <param name="FieldRole">The field it stands for, or null.</param>
/// <param name="Values">The allowed values; empty when they are free.</param>
public sealed record FrontMatterKey(string Key, string ValueKind, string? FieldRole, ImmutableArray<string> Values);
