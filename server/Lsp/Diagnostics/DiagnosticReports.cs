using System.Globalization;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Lsp.Diagnostics;

/// <summary>The diagnostics of a document with the id under which the client knows them.</summary>
internal sealed record DiagnosticReport(string ResultId, EquatableArray<Diagnostic> Items);

/// <summary>Makes the reports that a client asks for. A document's id stays while its diagnostics do.</summary>
internal sealed class DiagnosticReports(AnalysisStore analyses, DiagnosticConverter converter, ConfigurationDiagnostics configurations)
{
    private readonly Dictionary<string, DiagnosticReport> _last = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    /// <summary>Is completed when the next change of the session has settled.</summary>
    public Task NextChange
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>Says that a change has settled.</summary>
    public void Signal()
    {
        lock (_gate)
        {
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>The report of a document, open or not; without findings when there is nothing to check.</summary>
    public DiagnosticReport Of(SessionState state, string uri, CancellationToken cancellationToken)
    {
        var key = OpenDocument.KeyOf(uri);
        var open = state.Open.GetValueOrDefault(key);

        // Until it is saved a document keeps what was said of it last.
        if (open is not null && open.Version != open.SavedVersion && state.SettingsOf(state.Folders[open.FolderId]) is { Enable: true, Run: RunMode.OnSave } && Last(key) is { } last)
        {
            return last;
        }

        return Keep(key, Items(state, key, uri, open, cancellationToken));
    }

    /// <summary>The report of a document of a folder.</summary>
    public DiagnosticReport OfPath(SessionState state, FolderState folder, string path, CancellationToken cancellationToken) =>
        Of(state, state.Open.GetValueOrDefault(folder.FullPath(path))?.Uri ?? folder.UriOf(path), cancellationToken);

    /// <summary>The report made last for a document; null when there is none.</summary>
    public DiagnosticReport? Last(string key)
    {
        lock (_gate)
        {
            return _last.GetValueOrDefault(key);
        }
    }

    private EquatableArray<Diagnostic> Items(SessionState state, string key, string uri, OpenDocument? open, CancellationToken cancellationToken)
    {
        if (open is { Role: DocumentRole.Configuration })
        {
            return state.SettingsOf(state.Folders[open.FolderId]).Enable ? configurations.OfOpen(open) : [];
        }

        if (open is null && configurations.OfFolders(state).TryGetValue(key, out var problems))
        {
            return problems;
        }

        if (state.Find(uri) is not ({ } folder, { } path) || !folder.Workspace.Documents.TryGetValue(path, out var document))
        {
            return [];
        }

        // A document that is not open is reported in the client's folders only.
        var settings = state.SettingsOf(folder);
        return settings.Enable && (open is not null || (folder is { IsRoot: true, IsIndexed: true } && folder.IsShown(path) && settings.DiagnosticMode == DiagnosticMode.Workspace))
            ? converter.Convert(folder, document.Text, DiagnosticConverter.Visible(folder, analyses.Get(state, folder, cancellationToken), path), settings)
            : [];
    }

    private DiagnosticReport Keep(string key, EquatableArray<Diagnostic> items)
    {
        lock (_gate)
        {
            if (!_last.TryGetValue(key, out var last) || last.Items != items)
            {
                _last[key] = last = new DiagnosticReport((++_count).ToString(CultureInfo.InvariantCulture), items);
            }

            return last;
        }
    }
}
