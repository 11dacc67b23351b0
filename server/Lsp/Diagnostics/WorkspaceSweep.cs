using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Lsp.Diagnostics;

/// <summary>Publishes the diagnostics of documents that are not open, and takes back what no longer holds. Looks only at what changed since it ran last.</summary>
internal sealed class WorkspaceSweep(AnalysisStore analyses, DiagnosticConverter converter, ConfigurationDiagnostics configurations, DiagnosticsPublisher publisher)
{
    private readonly Dictionary<string, Swept> _swept = new(StringComparer.Ordinal);

    /// <summary>Brings the client up to date. What was done before a cancellation stays done, and the rest is done next time.</summary>
    public async Task RunAsync(SessionState state, CancellationToken cancellationToken)
    {
        analyses.Keep(state);
        var problems = configurations.OfFolders(state);
        await ClearAsync(state, problems.ContainsKey).ConfigureAwait(false);
        foreach (var (path, diagnostics) in problems.Where(pair => !state.Open.ContainsKey(pair.Key)))
        {
            await publisher.PublishAsync(new DocumentAddress(path, DocumentUri.FromPath(path)), null, diagnostics).ConfigureAwait(false);
        }

        foreach (var folder in state.Folders.Values.Where(static folder => folder is { IsRoot: true, IsIndexed: true }))
        {
            if (IsSwept(state, folder))
            {
                await SweepAsync(state, folder, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                _swept.Remove(folder.Id);
            }
        }
    }

    // Whether documents of a folder are reported that are not open.
    private static bool IsSwept(SessionState state, FolderState folder) =>
        state.SettingsOf(folder) is { Enable: true, DiagnosticMode: DiagnosticMode.Workspace };

    // Published documents that are open no more, are gone, or are not to be reported any more.
    private async Task ClearAsync(SessionState state, Func<string, bool> isKept)
    {
        foreach (var key in publisher.Keys.ToList())
        {
            if (isKept(key) || (state.Open.TryGetValue(key, out var open) && state.SettingsOf(state.Folders[open.FolderId]).Enable))
            {
                continue;
            }

            var folder = state.RootOf(key);
            if (folder is null || !IsSwept(state, folder) || !folder.Workspace.Documents.ContainsKey(folder.Relative(key)) || !folder.IsShown(folder.Relative(key)))
            {
                await publisher.ClearAsync(key).ConfigureAwait(false);
            }
        }

        foreach (var id in _swept.Keys.Where(id => !state.Folders.ContainsKey(id)).ToList())
        {
            _swept.Remove(id);
        }
    }

    private async Task SweepAsync(SessionState state, FolderState folder, CancellationToken cancellationToken)
    {
        var analysis = analyses.Get(state, folder, cancellationToken);
        var settings = state.SettingsOf(folder);
        var last = _swept.GetValueOrDefault(folder.Id);
        if (last is not null && ReferenceEquals(last.Analysis, analysis) && last.Settings == settings)
        {
            return;
        }

        foreach (var path in analysis.ChangedSince(last?.Settings == settings ? last.Analysis : null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var key = folder.FullPath(path);
            if (state.Open.ContainsKey(key) || !folder.IsShown(path) || !folder.Workspace.Documents.TryGetValue(path, out var document))
            {
                continue;
            }

            var diagnostics = converter.Convert(folder, document.Text, analysis.FindingsOf(path), settings);
            await publisher.PublishAsync(new DocumentAddress(key, folder.UriOf(path)), null, diagnostics).ConfigureAwait(false);
        }

        _swept[folder.Id] = new Swept(analysis, settings);
    }

    private sealed record Swept(WorkspaceAnalysis Analysis, ServerSettings Settings);
}
