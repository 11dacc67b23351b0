using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>How requirement ids look.</summary>
public sealed record RequirementIdScheme
{
    /// <summary>The regular expression of a canonical id.</summary>
    public string Canonical { get; init; } = "(?!)";

    /// <summary>The prefixes of the scheme.</summary>
    public ImmutableArray<RequirementPrefix> Prefixes { get; init; } = [];

    /// <summary>Regular expressions (anchored) of every accepted spelling, dialects included.</summary>
    public ImmutableArray<string> Accepted { get; init; } = [];

    /// <summary>Regular expression of a feature id, and of headings that carry one.</summary>
    public string FeatureId { get; init; } = "(?!)";
}

/// <summary>A prefix of requirement ids.</summary>
/// <param name="Id">The prefix, for example <c>FR</c>.</param>
/// <param name="Name">What it means.</param>
/// <param name="SectionRole">The section role its definitions stand in.</param>
/// <param name="DefaultPhase">The phase proposed when such a requirement is mapped.</param>
/// <param name="CountRole">The role of the field that states how many there are; empty when no field does.</param>
public sealed record RequirementPrefix(string Id, string Name, string SectionRole, int? DefaultPhase, string CountRole);
