using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>What a user decided about linting, from <c>.framework-lsp.yaml</c>. The default decides nothing.</summary>
public sealed record LintConfiguration
{
    /// <summary>The configuration that decides nothing.</summary>
    public static LintConfiguration Default { get; } = new();

    /// <summary>Globs of files to lint, relative to the configuration's folder; empty means every Markdown file.</summary>
    public ImmutableArray<string> Include { get; init; } = [];

    /// <summary>Globs of files to leave out.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>Severity by rule id; a null value switches the rule off.</summary>
    public ImmutableDictionary<string, Severity?> Severities { get; init; } = ImmutableDictionary<string, Severity?>.Empty;

    /// <summary>Severities for some files; later entries win.</summary>
    public ImmutableArray<ConfigurationOverride> Overrides { get; init; } = [];

    /// <summary>Document kinds by glob; the first match wins over recognition.</summary>
    public ImmutableArray<KindAssignment> Kinds { get; init; } = [];

    /// <summary>Folders with framework documentation, in addition to the definition's.</summary>
    public ImmutableArray<string> FrameworkRoots { get; init; } = [];

    /// <summary>Additions to the naming convention.</summary>
    public NamingAdditions Naming { get; init; } = new();

    /// <summary>The definition with the additions of this configuration.</summary>
    public FrameworkDefinition Extend(FrameworkDefinition definition)
    {
        var naming = definition.Naming;
        return definition with
        {
            ReferenceRoots = definition.ReferenceRoots.AddRange(FrameworkRoots.Select(static root => root.TrimEnd('/') + "/")),
            Naming = naming with
            {
                Contexts = naming.Contexts.AddRange(Naming.Contexts.Select(static id => new ServiceContext(id, [], []))),
                Types = naming.Types.AddRange(Naming.Types.Select(static id => new ServiceType(id, "", [], AllowsTwoParts: false))),
                CompoundTokens = naming.CompoundTokens.AddRange(Naming.Contexts.Concat(Naming.Domains).Where(static token => token.Contains('_', StringComparison.Ordinal))),
                AmbiguousDomains = naming.AmbiguousDomains.RemoveRange(Naming.Domains),
            },
        };
    }
}

/// <summary>Severities for the files that match globs.</summary>
/// <param name="Files">The globs.</param>
/// <param name="Severities">Severity by rule id; null switches off.</param>
public sealed record ConfigurationOverride(ImmutableArray<string> Files, ImmutableDictionary<string, Severity?> Severities);

/// <summary>A kind for the files that match a glob.</summary>
/// <param name="Glob">The glob.</param>
/// <param name="Kind">The kind's id, or null: not a framework document.</param>
public sealed record KindAssignment(string Glob, string? Kind);

/// <summary>A project's additions to the naming convention.</summary>
public sealed record NamingAdditions
{
    /// <summary>Contexts of the project.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>Domains that are clear in the project, compounds included.</summary>
    public ImmutableArray<string> Domains { get; init; } = [];

    /// <summary>Service types of the project.</summary>
    public ImmutableArray<string> Types { get; init; } = [];
}
