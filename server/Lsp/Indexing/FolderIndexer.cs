using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;
using FrameworkLsp.Server.Lsp.Session;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Lsp.Indexing;

/// <summary>Reads folders from the disk and analyses them, on one thread, so that a second one is left for the editor.</summary>
internal static class FolderIndexer
{
    /// <summary>Reads and analyses a folder.</summary>
    public static IndexedFolder Index(FolderState folder, ServerSettings settings, FrameworkDefinition definition, IndexProgress progress, CancellationToken cancellationToken)
    {
        var request = new LoadRequest { Parallelism = 1, ConfigurationFile = folder.ConfigurationFile(settings) };
        var loaded = WorkspaceLoader.Load(new WorkspaceRoot(folder.Path), () => definition, request, cancellationToken);
        var workspace = loaded.Workspace.WithoutDocuments(loaded.Workspace.Documents.Keys.Where(path => IsNested(folder, path)));
        var done = 0;
        foreach (var document in workspace.Documents.Values)
        {
            document.GetAnalysis(cancellationToken);
            progress.Report(++done, workspace.Documents.Count);
        }

        return new IndexedFolder(WorkspaceAnalysis.Create(workspace, cancellationToken: cancellationToken), loaded.Problems);
    }

    /// <summary>Reads files of an indexed folder again.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="paths">The files, relative to the folder; a folder stands for the documents that are or were in it.</param>
    /// <param name="definition">The framework definition.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ReloadedFiles Reload(FolderState folder, IReadOnlyCollection<string> paths, FrameworkDefinition definition, CancellationToken cancellationToken)
    {
        var root = new WorkspaceRoot(folder.Path);
        var known = folder.Workspace.Documents;
        var documents = paths.Where(static path => DocumentScanner.IsMarkdown(path)).ToHashSet(StringComparer.Ordinal);
        var others = paths.Count - documents.Count;
        var texts = ImmutableDictionary.CreateBuilder<string, SourceText?>(StringComparer.Ordinal);
        ImmutableHashSet<string>? visible = null;
        foreach (var path in paths.Where(path => !documents.Contains(path)).ToList())
        {
            documents.UnionWith(known.Keys.Where(document => document.StartsWith(path + "/", StringComparison.Ordinal)));
            if (Directory.Exists(root.Full(path)))
            {
                visible ??= Scan(root, definition, cancellationToken);
                documents.UnionWith(visible.Where(document => document.StartsWith(path + "/", StringComparison.Ordinal)));
            }
        }

        foreach (var path in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var source = File.Exists(root.Full(path)) && !IsNested(folder, path) ? SourceFile.TryRead(root.Full(path), out _) : null;

            // Only a scan knows whether git ignores a new file.
            if (source is not null && !known.ContainsKey(path))
            {
                visible ??= Scan(root, definition, cancellationToken);
                source = visible.Contains(path) ? source : null;
            }

            texts[path] = source?.Text;
        }

        var filesChanged = texts.Any(pair => known.ContainsKey(pair.Key) != pair.Value is not null) || others > 0;
        return new ReloadedFiles(texts.ToImmutable(), filesChanged);
    }

    private static ImmutableHashSet<string> Scan(WorkspaceRoot root, FrameworkDefinition definition, CancellationToken cancellationToken)
    {
        var scanner = new DocumentScanner(root, new ConfigurationLoader(() => definition), null);
        scanner.Scan("", cancellationToken);
        return [.. scanner.Result.Files];
    }

    private static bool IsNested(FolderState folder, string path)
    {
        var full = folder.FullPath(path);
        return folder.NestedRoots.Any(nested => full.StartsWith(nested + "/", StringComparison.Ordinal));
    }
}
