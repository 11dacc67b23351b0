using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>What came of reading a configuration file.</summary>
/// <param name="Configuration">What it says itself; what could not be read is left out.</param>
/// <param name="Extends">The path of the file it starts from as it is written there, or null.</param>
/// <param name="ExtendsSpan">Where that path stands, in UTF-16 units of the text; empty when there is none.</param>
/// <param name="Diagnostics">What is wrong; empty when all is well.</param>
public sealed record ConfigurationFile(
    LintConfiguration Configuration,
    string? Extends,
    TextSpan ExtendsSpan,
    ImmutableArray<PackDiagnostic> Diagnostics)
{
    /// <summary>The configuration on top of the one that it extends.</summary>
    public LintConfiguration Over(LintConfiguration extended) => extended with
    {
        Include = Configuration.Include.IsEmpty ? extended.Include : Configuration.Include,
        Exclude = Join(extended.Exclude, Configuration.Exclude),
        Severities = extended.Severities.SetItems(Configuration.Severities),
        Overrides = extended.Overrides.AddRange(Configuration.Overrides),
        // The first match wins among kinds, so what is said here stands first.
        Kinds = Configuration.Kinds.AddRange(extended.Kinds),
        FrameworkRoots = Join(extended.FrameworkRoots, Configuration.FrameworkRoots),
        Naming = new NamingAdditions
        {
            Contexts = Join(extended.Naming.Contexts, Configuration.Naming.Contexts),
            Domains = Join(extended.Naming.Domains, Configuration.Naming.Domains),
            Types = Join(extended.Naming.Types, Configuration.Naming.Types),
        },
    };

    private static ImmutableArray<string> Join(ImmutableArray<string> first, ImmutableArray<string> second) =>
        [.. first.Concat(second).Distinct(StringComparer.Ordinal)];
}
