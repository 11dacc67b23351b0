using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>A maturity level.</summary>
public sealed record MaturityLevel
{
    /// <summary>Its number.</summary>
    public required int Number { get; init; }

    /// <summary>Its canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Names that different sources use for different levels and that therefore contradict none.</summary>
    public ImmutableArray<string> NeutralAliases { get; init; } = [];

    /// <summary>What the level is for.</summary>
    public string Goal { get; init; } = "";

    /// <summary>What the level adds, in a phrase.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The lowest acceptable test coverage in percent.</summary>
    public double CoverageThreshold { get; init; }

    /// <summary>Lower bound of the generation time without modules, in minutes.</summary>
    public double BaseMinutes { get; init; }

    /// <summary>Upper bound of the generation time without modules, in minutes.</summary>
    public double UpperBaseMinutes { get; init; }

    /// <summary>What the level is typically used for.</summary>
    public ImmutableArray<string> Uses { get; init; } = [];

    /// <summary>Whether every deviation from the defaults needs a recorded decision; at other levels only major ones do.</summary>
    public bool RecordsEveryDeviation { get; init; }

    /// <summary>How the level is written in a document, for example <c>3 - Pre-Production</c>.</summary>
    public string Display => $"{Number} - {Name}";
}

/// <summary>A feature of the feature and level matrix.</summary>
public sealed record Feature
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its category.</summary>
    public string Category { get; init; } = "";

    /// <summary>The lowest level that includes it.</summary>
    public int MinLevel { get; init; } = 1;

    /// <summary>The lowest level at which its absence is reported; above <see cref="MinLevel"/> where sources disagree.</summary>
    public int RequiredFrom { get; init; } = 1;

    /// <summary>Whether it is one of the features a level is known by.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>Whether the comparison table of the levels lists it.</summary>
    public bool IsInMatrix { get; init; }

    /// <summary>Whether sources disagree on the level (catalogue 5); such a feature is never reported above info.</summary>
    public bool IsContested { get; init; }

    /// <summary>What the disagreement is; empty when there is none.</summary>
    public string ContestedNote { get; init; } = "";

    /// <summary>Whether the level must include it.</summary>
    public bool IsMandatory { get; init; }

    /// <summary>Other names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Names, the own one included, that mean the feature in a list of features and may mean something else in a sentence.</summary>
    public ImmutableArray<string> GenericAliases { get; init; } = [];

    /// <summary>Whether lower levels may have it.</summary>
    public BelowLevel BelowLevel { get; init; }

    /// <summary>Paths that only exist with the feature.</summary>
    public ImmutableArray<string> Artefacts { get; init; } = [];
}

/// <summary>Whether levels below a feature's own may have it (catalogue FW204).</summary>
public enum BelowLevel
{
    /// <summary>They may not.</summary>
    Reported,

    /// <summary>The base form of the documents demands it at every level; extended variants do not.</summary>
    ReportedInExtended,

    /// <summary>They may: the workflow itself demands it at every level.</summary>
    Allowed,
}

/// <summary>The way from a level to a higher one.</summary>
/// <param name="From">The number of the lower level.</param>
/// <param name="To">The number of the higher level.</param>
/// <param name="Effort">How much work it is.</param>
/// <param name="Trigger">What calls for it.</param>
public sealed record UpgradeStep(int From, int To, string Effort, string Trigger);
