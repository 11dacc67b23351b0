using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Host;

/// <summary>What is to be loaded of a workspace besides everything that a scan of its root finds.</summary>
internal sealed record LoadRequest
{
    /// <summary>Files to load whether or not a scan finds them, relative to the root.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Texts to take instead of what is on the disk, by path relative to the root; they are loaded whether or not a scan finds them.</summary>
    public ImmutableDictionary<string, SourceFile> Open { get; init; } = ImmutableDictionary<string, SourceFile>.Empty;

    /// <summary>Folders to scan even if they are ignored, relative to the root.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];

    /// <summary>A configuration file that holds for the whole root instead of those in its folders, or null.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>What the caller changes in every configuration; null for nothing.</summary>
    public Func<LintConfiguration, LintConfiguration>? Adjust { get; init; }

    /// <summary>Is told about the files that were read.</summary>
    public IProgress<LoadProgress>? Progress { get; init; }

    /// <summary>How many files are read at the same time at most; -1 for as many as the machine likes.</summary>
    public int Parallelism { get; init; } = -1;
}

/// <summary>How far loading is.</summary>
/// <param name="Done">Files read.</param>
/// <param name="Total">Files to read.</param>
internal readonly record struct LoadProgress(int Done, int Total);

/// <summary>A workspace as it was read from the disk.</summary>
/// <param name="Root">The root.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="LossyFiles">Documents that are not valid text and must not be written back.</param>
/// <param name="Counts">What the scan saw and left out.</param>
/// <param name="Notices">Files and folders that were skipped or read with loss.</param>
/// <param name="Problems">What is wrong in configuration files.</param>
/// <param name="ConfigurationFiles">The configuration files read, extended ones included.</param>
internal sealed record LoadedWorkspace(
    WorkspaceRoot Root,
    Workspace Workspace,
    ImmutableHashSet<string> LossyFiles,
    ScanCounts Counts,
    ImmutableArray<HostNotice> Notices,
    ImmutableArray<ConfigurationProblem> Problems,
    ImmutableArray<string> ConfigurationFiles);

/// <summary>
/// Loads workspaces from the disk: every Markdown file below the root, so that rules across documents see the siblings of a single file
/// that somebody asks about.
/// </summary>
internal static class WorkspaceLoader
{
    /// <summary>Loads a workspace. What cannot be read is left out with a notice.</summary>
    /// <param name="root">The root.</param>
    /// <param name="definition">Gives the framework definition; asked late, so that it can be read meanwhile.</param>
    /// <param name="request">What is to be loaded.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static LoadedWorkspace Load(WorkspaceRoot root, Func<FrameworkDefinition> definition, LoadRequest request, CancellationToken cancellationToken)
    {
        var loader = new ConfigurationLoader(definition);
        var only = request.ConfigurationFile is { } file ? loader.Load(file) : null;
        var scanner = new DocumentScanner(root, loader, only);
        foreach (var folder in request.Folders.Prepend(""))
        {
            scanner.Scan(folder, cancellationToken);
        }

        var named = request.Files.Union(request.Open.Keys, StringComparer.Ordinal).ToList();
        foreach (var path in named)
        {
            scanner.LoadConfigurationsFor(path, cancellationToken);
        }

        var scan = scanner.Result;
        var paths = scan.Files.Union(named, StringComparer.Ordinal).ToImmutableArray();
        var read = Read(root, paths, request, cancellationToken);
        var byFolder = scan.Configurations.ContainsKey("") ? scan.Configurations : scan.Configurations.Add("", LintConfiguration.Default);
        var adjust = request.Adjust ?? (static configuration => configuration);
        var configurations = ConfigurationSet.Create(
            definition(),
            byFolder.Select(pair => KeyValuePair.Create(pair.Key, adjust(pair.Value))));
        var texts = read.Where(static file => file.Source is not null).Select(static file => KeyValuePair.Create(file.Path, file.Source!.Text));
        return new LoadedWorkspace(
            root,
            Workspace.Create(definition(), configurations, new DiskWorkspaceFiles(root)).WithDocuments(texts),
            [.. read.Where(static file => file.Source is { IsLossy: true }).Select(static file => file.Path)],
            scan.Counts,
            [.. scan.Notices, .. read.Select(static file => file.Notice).OfType<HostNotice>()],
            loader.Problems,
            [.. loader.Files]);
    }

    private static (string Path, SourceFile? Source, HostNotice? Notice)[] Read(
        WorkspaceRoot root,
        ImmutableArray<string> paths,
        LoadRequest request,
        CancellationToken cancellationToken)
    {
        var files = new (string Path, SourceFile? Source, HostNotice? Notice)[paths.Length];
        var done = 0;
        Parallel.For(0, paths.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = request.Parallelism }, index =>
        {
            HostNotice? notice = null;
            var source = request.Open.GetValueOrDefault(paths[index]) ?? SourceFile.TryRead(root.Full(paths[index]), out notice);
            files[index] = (paths[index], source, notice);
            request.Progress?.Report(new LoadProgress(Interlocked.Increment(ref done), paths.Length));
        });
        return files;
    }
}
