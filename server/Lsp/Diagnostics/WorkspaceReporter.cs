using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Lsp.Diagnostics;

/// <summary>Tells one client, step by step, the diagnostics of all documents that it does not have yet.</summary>
internal sealed class WorkspaceReporter
{
    private readonly DiagnosticReports _reports;
    private readonly AnalysisStore _analyses;
    private readonly ConfigurationDiagnostics _configurations;

    // What the client has, by key: the address it knows the document by and the id of the report.
    private readonly Dictionary<string, (string Uri, string ResultId)> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkspaceAnalysis> _seen = new(StringComparer.Ordinal);
    private EquatableArray<ServerSettings>? _settings;

    /// <summary>Starts with what the client has.</summary>
    public WorkspaceReporter(DiagnosticReports reports, AnalysisStore analyses, ConfigurationDiagnostics configurations, ImmutableArray<PreviousResultId> known)
    {
        (_reports, _analyses, _configurations) = (reports, analyses, configurations);
        foreach (var previous in known)
        {
            _known[OpenDocument.KeyOf(previous.Uri)] = (previous.Uri, previous.Value);
        }
    }

    /// <summary>What is new in a state. At the first call also which documents are as the client has them.</summary>
    public ImmutableArray<WorkspaceDocumentReport> Next(SessionState state, CancellationToken cancellationToken)
    {
        var isFirst = _settings is null;
        var keys = Candidates(state, cancellationToken);
        var items = ImmutableArray.CreateBuilder<WorkspaceDocumentReport>();
        foreach (var key in keys)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var open = state.Open.GetValueOrDefault(key);
            var known = _known.TryGetValue(key, out var last) ? last : ((string Uri, string ResultId)?)null;
            var uri = open?.Uri ?? known?.Uri ?? DocumentUri.FromPath(key);
            var report = _reports.Of(state, uri, cancellationToken);
            if (known?.ResultId == report.ResultId)
            {
                if (isFirst)
                {
                    items.Add(new WorkspaceDocumentReport(uri, open?.Version, report.ResultId, Items: null));
                }
            }
            else if (known is not null || report.Items.Count > 0)
            {
                items.Add(new WorkspaceDocumentReport(uri, open?.Version, report.ResultId, report.Items));
                _known[key] = (uri, report.ResultId);
            }
        }

        return items.ToImmutable();
    }

    // The documents that may have changed since the last call; all of them after the settings did.
    private HashSet<string> Candidates(SessionState state, CancellationToken cancellationToken)
    {
        var settings = state.AllSettings;
        var keys = new HashSet<string>(_settings == settings ? [] : _known.Keys, StringComparer.Ordinal);
        foreach (var folder in state.Folders.Values.Where(static folder => folder is { IsRoot: true, IsIndexed: true }))
        {
            var analysis = _analyses.Get(state, folder, cancellationToken);
            var last = _settings == settings ? _seen.GetValueOrDefault(folder.Id) : null;
            if (!ReferenceEquals(last, analysis))
            {
                keys.UnionWith(analysis.ChangedSince(last).Where(path => last is not null || !analysis.PartsOf(path).IsEmpty || _known.ContainsKey(folder.FullPath(path))).Select(folder.FullPath));
                _seen[folder.Id] = analysis;
            }
        }

        foreach (var id in _seen.Keys.Where(id => !state.Folders.ContainsKey(id)).ToList())
        {
            _seen.Remove(id);
            keys.UnionWith(_known.Keys);
        }

        keys.UnionWith(_configurations.OfFolders(state).Keys);
        keys.UnionWith(_known.Keys.Where(static key => key.EndsWith(ConfigurationReader.FileName, StringComparison.Ordinal)));
        _settings = settings;
        return keys;
    }
}
