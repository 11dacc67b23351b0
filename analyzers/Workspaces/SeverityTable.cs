using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>A configuration's severities, ready to be asked per file.</summary>
internal sealed class SeverityTable
{
    private readonly ImmutableDictionary<string, Severity?> _general;
    private readonly ImmutableArray<(GlobMatcher Files, ImmutableDictionary<string, Severity?> Severities)> _overrides;

    public SeverityTable(LintConfiguration configuration)
    {
        _general = configuration.Severities;
        _overrides = [.. configuration.Overrides.Select(static entry => (new GlobMatcher(entry.Files), entry.Severities))];
    }

    /// <summary>The severities configured for a file; rules not in it keep their own.</summary>
    /// <param name="relativePath">The path relative to the configuration's folder.</param>
    public ImmutableDictionary<string, Severity?> For(string relativePath)
    {
        var severities = _general;
        foreach (var (files, overriding) in _overrides)
        {
            if (files.IsMatch(relativePath))
            {
                severities = severities.SetItems(overriding);
            }
        }

        return severities;
    }
}
