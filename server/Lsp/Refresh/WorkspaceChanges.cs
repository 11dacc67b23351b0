using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp.Diagnostics;
using FrameworkLsp.Server.Lsp.Session;

namespace FrameworkLsp.Server.Lsp.Refresh;

/// <summary>What became different between two states.</summary>
/// <param name="Documents">Whether framework documents came, went or changed.</param>
/// <param name="Facts">Whether documents say other things than before, so that others may have to show it.</param>
/// <param name="Settings">Whether the user set something else.</param>
/// <param name="Saved">Whether a document was saved, where that is when documents are checked.</param>
internal readonly record struct WorkspaceChange(bool Documents, bool Facts, bool Settings, bool Saved);

/// <summary>Compares each state with the one that was looked at before.</summary>
internal sealed class WorkspaceChanges(AnalysisStore analyses)
{
    private readonly Dictionary<string, WorkspaceAnalysis> _last = new(StringComparer.Ordinal);
    private EquatableArray<ServerSettings> _settings;
    private ImmutableDictionary<string, int> _saved = ImmutableDictionary<string, int>.Empty;

    /// <summary>What is different since the last call; everything at the first one.</summary>
    public WorkspaceChange Since(SessionState state, CancellationToken cancellationToken)
    {
        var current = state.AllSettings;
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

        analyses.Keep(state);
        _settings = current;
        return new WorkspaceChange(documents, facts, settings, WasSaved(state));
    }

    private bool WasSaved(SessionState state)
    {
        var before = _saved;
        _saved = state.Open.Where(pair => state.SettingsOf(state.Folders[pair.Value.FolderId]).Run == RunMode.OnSave)
            .ToImmutableDictionary(static pair => pair.Key, static pair => pair.Value.SavedVersion, StringComparer.Ordinal);
        return _saved.Any(pair => before.TryGetValue(pair.Key, out var version) && version != pair.Value);
    }

    private static bool IsDocument(WorkspaceAnalysis analysis, string path) => !analysis.PartsOf(path).IsEmpty;
}
