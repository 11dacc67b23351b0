using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp.Diagnostics;
using FrameworkLsp.Server.Lsp.Session;

namespace FrameworkLsp.Server.Lsp.Refresh;

/// <summary>What became different between two states.</summary>
/// <param name="Documents">Whether framework documents came, went or changed.</param>
/// <param name="Facts">Whether documents say other things than before, so that others may have to show it.</param>
/// <param name="Settings">Whether the user set something else.</param>
internal readonly record struct WorkspaceChange(bool Documents, bool Facts, bool Settings);

/// <summary>Compares each state with the one that was looked at before.</summary>
internal sealed class WorkspaceChanges(AnalysisStore analyses)
{
    private readonly Dictionary<string, WorkspaceAnalysis> _last = new(StringComparer.Ordinal);
    private EquatableArray<ServerSettings> _settings;

    /// <summary>What is different since the last call; everything at the first one.</summary>
    public WorkspaceChange Since(SessionState state, CancellationToken cancellationToken)
    {
        var current = state.Folders.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(pair => state.SettingsOf(pair.Value)).Prepend(state.Settings).ToEquatableArray();
        var settings = _settings != current;
        var (documents, facts) = (settings, settings);
        foreach (var id in _last.Keys.Where(id => !state.Folders.ContainsKey(id)).ToList())
        {
            _last.Remove(id);
            (documents, facts) = (true, true);
        }

        foreach (var folder in state.Folders.Values)
        {
            var analysis = analyses.Get(state, folder, cancellationToken);
            if (!_last.TryGetValue(folder.Id, out var last) || !ReferenceEquals(last, analysis))
            {
                documents |= analysis.ChangedSince(last).Any(path => IsDocument(analysis, path) || (last is not null && IsDocument(last, path)));
                facts |= last is null || !analysis.HasSameDeliveries(last);
                _last[folder.Id] = analysis;
            }
        }

        _settings = current;
        return new WorkspaceChange(documents, facts, settings);
    }

    private static bool IsDocument(WorkspaceAnalysis analysis, string path) => !analysis.PartsOf(path).IsEmpty;
}
