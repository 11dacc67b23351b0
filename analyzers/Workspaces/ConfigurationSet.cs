using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>The configurations of a workspace by folder; the nearest one above a document decides.</summary>
public sealed class ConfigurationSet
{
    private readonly ImmutableArray<ScopedConfiguration> _scopes;

    private ConfigurationSet(ImmutableArray<ScopedConfiguration> scopes) => _scopes = scopes;

    /// <summary>Every scope, the deepest folder first; the last one is the root.</summary>
    public ImmutableArray<ScopedConfiguration> Scopes => _scopes;

    /// <summary>Makes a set from configurations by folder.</summary>
    /// <param name="definition">The framework definition all of them start from.</param>
    /// <param name="configurations">Folder relative to the workspace root (no closing slash; empty for the root) and its configuration.</param>
    public static ConfigurationSet Create(
        FrameworkDefinition definition,
        IEnumerable<KeyValuePair<string, LintConfiguration>> configurations)
    {
        var scopes = configurations
            .Select(pair => new ScopedConfiguration(pair.Key, pair.Value, definition))
            .OrderByDescending(static scope => scope.Folder.Length)
            .ToList();
        if (scopes is [] || scopes[^1].Folder.Length > 0)
        {
            scopes.Add(new ScopedConfiguration("", LintConfiguration.Default, definition));
        }

        return new ConfigurationSet([.. scopes]);
    }

    /// <summary>The configuration that decides for a path.</summary>
    public ScopedConfiguration For(string path)
    {
        foreach (var scope in _scopes)
        {
            if (scope.Covers(path))
            {
                return scope;
            }
        }

        return _scopes[^1];
    }
}

/// <summary>A configuration with the folder it holds for and the definition as the configuration extends it.</summary>
public sealed class ScopedConfiguration
{
    private readonly Lazy<CompiledDefinition> _definition;
    private readonly Lazy<SeverityTable> _severities;
    private readonly Lazy<ImmutableArray<(GlobMatcher Files, string? Kind)>> _kinds;

    internal ScopedConfiguration(string folder, LintConfiguration configuration, FrameworkDefinition definition)
    {
        Folder = folder;
        Configuration = configuration;
        _definition = new Lazy<CompiledDefinition>(() => new CompiledDefinition(configuration.Extend(definition)));
        _severities = new Lazy<SeverityTable>(() => new SeverityTable(configuration));
        _kinds = new(() => [.. configuration.Kinds.Select(static entry => (new GlobMatcher([entry.Glob]), entry.Kind))]);
    }

    /// <summary>The folder, relative to the workspace root without a closing slash; empty for the root.</summary>
    public string Folder { get; }

    /// <summary>The configuration.</summary>
    public LintConfiguration Configuration { get; }

    /// <summary>The framework definition with the configuration's additions, ready for matching.</summary>
    public CompiledDefinition Definition => _definition.Value;

    internal SeverityTable Severities => _severities.Value;

    /// <summary>The kind the configuration assigns to a path; false when it assigns none. A null kind means: not a framework document.</summary>
    public bool TryAssignKind(string path, out DocumentKind? kind)
    {
        var relative = Relative(path);
        foreach (var (files, id) in _kinds.Value)
        {
            if (files.IsMatch(relative))
            {
                kind = id is null ? null : Definition.Definition.Kind(id);
                return true;
            }
        }

        kind = null;
        return false;
    }

    /// <summary>Whether the path is in the folder.</summary>
    public bool Covers(string path) =>
        Folder.Length == 0
        || (path.Length > Folder.Length && path[Folder.Length] == '/' && path.StartsWith(Folder, StringComparison.Ordinal));

    /// <summary>The path relative to the folder, for the configuration's globs.</summary>
    public string Relative(string path) => Folder.Length == 0 ? path : path[(Folder.Length + 1)..];
}
