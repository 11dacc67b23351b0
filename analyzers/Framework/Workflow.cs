using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>A stage of the workflow.</summary>
public sealed record Stage
{
    /// <summary>The stage's number as text, for example <c>2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names, in any language.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>When it may start.</summary>
    public string Entry { get; init; } = "";

    /// <summary>When it is over.</summary>
    public string Exit { get; init; } = "";

    /// <summary>The success criterion of the navigation matrix.</summary>
    public string Success { get; init; } = "";

    /// <summary>What is to be read.</summary>
    public ImmutableArray<ReadingItem> Reads { get; init; } = [];

    /// <summary>What it produces, in words.</summary>
    public ImmutableArray<string> Generates { get; init; } = [];

    /// <summary>The stage to return to when something is missing, or null.</summary>
    public string? BackTo { get; init; }

    /// <summary>Why one returns; empty when there is nowhere to return to.</summary>
    public string BackReason { get; init; } = "";

    /// <summary>The kind of document it produces, or null.</summary>
    public string? ArtefactKind { get; init; }
}

/// <summary>A document (or pattern of documents) to read.</summary>
/// <param name="Path">Path or glob, relative to the framework.</param>
/// <param name="IsMandatory">Whether it must be read.</param>
/// <param name="When">When it is to be read, in the condition's terms.</param>
/// <param name="WhenText">The condition in words when it is not one of level or module; empty otherwise.</param>
public sealed record ReadingItem(string Path, bool IsMandatory, Condition When, string WhenText);

/// <summary>An implementation phase of a plan.</summary>
public sealed record Phase
{
    /// <summary>Its number.</summary>
    public required int Number { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in other languages.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The sub-stage it stands for.</summary>
    public string SubStage { get; init; } = "";

    /// <summary>When a plan must have it.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Words that identify it in any language.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>The commands that validate it.</summary>
    public ImmutableArray<string> Commands { get; init; } = [];

    /// <summary>Its success criterion.</summary>
    public string Success { get; init; } = "";

    /// <summary>When it is done, as a new plan says it, see <c>ScaffoldText</c>; empty for the success criterion.</summary>
    public string Done { get; init; } = "";
}

/// <summary>A sub-stage of code generation.</summary>
/// <param name="Id">Its id, for example <c>4.3b</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="When">When it is executed.</param>
/// <param name="Reads">What is read for it.</param>
/// <param name="Generates">What it produces, in words.</param>
/// <param name="Success">Its success criterion.</param>
public sealed record SubStage(
    string Id,
    string Name,
    Condition When,
    ImmutableArray<string> Reads,
    ImmutableArray<string> Generates,
    string Success)
{
    /// <summary>The commands that validate it; the phase's own hold where it has none.</summary>
    public ImmutableArray<string> Commands { get; init; } = [];

    /// <summary>When it is done, as a new plan says it, see <c>ScaffoldText</c>; empty for the success criterion.</summary>
    public string Done { get; init; } = "";
}

/// <summary>A mandatory input of a prompt.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names, in any language.</param>
/// <param name="IsBlocker">Whether the workflow may not go on without it.</param>
/// <param name="FieldRole">The field role that answers it, or null.</param>
/// <param name="SectionRole">The section role that answers it in the next stage's document, or null.</param>
/// <param name="Parts">Parts it consists of, for example problem and users; empty when it has none.</param>
public sealed record PromptInput(
    string Id,
    string Name,
    ImmutableArray<string> Aliases,
    bool IsBlocker,
    string? FieldRole,
    string? SectionRole,
    ImmutableArray<string> Parts)
{
    /// <summary>Whether a default may be taken when the user agrees.</summary>
    public bool MayDefault { get; init; }

    /// <summary>How a user is asked for it; empty when the name says enough.</summary>
    public string Question { get; init; } = "";
}
