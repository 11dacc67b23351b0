using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Server.Host;

/// <summary>
/// Which files a configuration lets in, for the folder that it holds for. What a configuration leaves out stays out below it; only the
/// nearest one says what to include.
/// </summary>
/// <param name="Outer">The scope of the next configuration above, or null.</param>
/// <param name="Folder">The folder relative to the workspace root; empty for the root.</param>
/// <param name="Configuration">The configuration.</param>
internal sealed record FileScope(FileScope? Outer, string Folder, LintConfiguration Configuration)
{
    private readonly GlobMatcher? _include = Configuration.Include.IsEmpty ? null : new GlobMatcher(Configuration.Include);
    private readonly GlobMatcher? _exclude = Configuration.Exclude.IsEmpty ? null : new GlobMatcher(Configuration.Exclude);

    /// <summary>Whether a file is left out.</summary>
    /// <param name="path">The path relative to the workspace root.</param>
    public bool LeavesOut(string path) => (_include is not null && !_include.IsMatch(Relative(path))) || Excludes(path);

    /// <summary>Whether a file or folder is excluded.</summary>
    /// <param name="path">The path relative to the workspace root.</param>
    public bool Excludes(string path) =>
        (_exclude is not null && _exclude.IsMatch(Relative(path))) || (Outer is not null && Outer.Excludes(path));

    private string Relative(string path) => Folder.Length == 0 ? path : path[(Folder.Length + 1)..];
}
