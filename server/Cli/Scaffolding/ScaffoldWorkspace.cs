using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;

namespace FrameworkLsp.Server.Cli.Scaffolding;

/// <summary>The workspace that a scaffolding command works on.</summary>
/// <param name="Root">The root.</param>
/// <param name="Analysis">The analysis.</param>
internal sealed record ScaffoldWorkspace(WorkspaceRoot Root, WorkspaceAnalysis Analysis)
{
    /// <summary>Today.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    /// <summary>Loads the workspace around a file or folder.</summary>
    /// <param name="fullPath">The absolute path.</param>
    /// <param name="terminal">The surroundings.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="UsageException">A configuration file is broken.</exception>
    public static ScaffoldWorkspace Load(string fullPath, Terminal terminal, CancellationToken cancellationToken)
    {
        var root = WorkspaceRoot.For(fullPath, terminal.CurrentDirectory);
        var files = File.Exists(fullPath) ? new[] { root.Relative(fullPath) } : [];
        var loaded = WorkspaceLoader.Load(root, static () => EmbeddedPacks.Default, new LoadRequest { Files = [.. files] }, cancellationToken);
        if (!loaded.Problems.IsEmpty)
        {
            RunMessages.Write(loaded.Problems, terminal);
            throw new UsageException("the configuration cannot be used");
        }

        return new ScaffoldWorkspace(root, WorkspaceAnalysis.Create(loaded.Workspace, cancellationToken: cancellationToken));
    }

    /// <summary>The absolute path of an existing file that the user named.</summary>
    /// <exception cref="UsageException">It does not exist.</exception>
    public static string Existing(string file, Terminal terminal)
    {
        var full = Path.GetFullPath(Path.Combine(terminal.CurrentDirectory, file));
        return File.Exists(full) ? full : throw new UsageException($"the file \"{file}\" does not exist");
    }
}
