using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Cli;

/// <summary>A workspace of a run with the files that were asked for; immutable.</summary>
/// <param name="Loaded">What was read from the disk.</param>
/// <param name="Target">What was asked for.</param>
/// <param name="Workspace">The documents as they are now, standard input and fixes included.</param>
/// <param name="Requested">The files asked for, sorted.</param>
internal sealed record LintWorkspace(LoadedWorkspace Loaded, LintTarget Target, Workspace Workspace, ImmutableArray<string> Requested)
{
    /// <summary>The analysis of <see cref="Workspace"/>; null before it was analysed.</summary>
    public WorkspaceAnalysis? Analysis { get; init; }

    /// <summary>The findings of the files asked for.</summary>
    public IEnumerable<Finding> Findings => Requested.SelectMany(path => Analysed.FindingsOf(path));

    /// <summary>Whether one of the files asked for is a framework document.</summary>
    public bool HasDocuments => Requested.Any(path => !Analysed.PartsOf(path).IsEmpty);

    /// <summary>Whether a file that was named could not be read.</summary>
    public bool IsIncomplete => Target.Files.Any(path => !Workspace.Documents.ContainsKey(path));

    /// <summary>The analysis.</summary>
    /// <exception cref="InvalidOperationException">The workspace was not analysed yet.</exception>
    public WorkspaceAnalysis Analysed => Analysis ?? throw new InvalidOperationException("The workspace was not analysed.");

    /// <summary>Puts together what was read and what was asked for.</summary>
    public static LintWorkspace Of(LoadedWorkspace loaded, LintTarget target) =>
        new(loaded, target, loaded.Workspace, [.. loaded.Workspace.Documents.Keys.Where(target.Includes).Order(StringComparer.Ordinal)]);

    /// <summary>Analyses the workspace; takes times when there is somewhere to put them.</summary>
    public LintWorkspace Analyse(RunProgress progress, AnalysisTimes? times, CancellationToken cancellationToken)
    {
        progress.Analyse(Workspace.Documents.Values, times, cancellationToken);
        return this with { Analysis = WorkspaceAnalysis.Create(Workspace, previous: null, times, cancellationToken) };
    }

    /// <summary>The path as people see it: relative to the current folder.</summary>
    public string Display(string path, string currentDirectory) => new WorkspaceRoot(currentDirectory).Relative(Loaded.Root.Full(path));

    /// <summary>The text of a document by its absolute path, or null when it is not of this workspace.</summary>
    public SourceText? TextOf(string fullPath) =>
        Workspace.Documents.TryGetValue(Loaded.Root.Relative(fullPath), out var document) ? document.Text : null;
}
