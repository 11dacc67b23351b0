using System.Collections.Concurrent;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp.Session;

namespace FrameworkLsp.Server.Lsp.Diagnostics;

/// <summary>The last analysis of each folder, from which the next one is made.</summary>
internal sealed class AnalysisStore
{
    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    /// <summary>The analysis of a folder's workspace, made from the last one of the folder or from the one that indexing made.</summary>
    /// <param name="state">The state the folder is of.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Stops the work; what was computed stays with the documents.</param>
    public WorkspaceAnalysis Get(SessionState state, FolderState folder, CancellationToken cancellationToken)
    {
        var slot = _slots.GetOrAdd(folder.Id, static _ => new Slot());
        slot.Gate.Wait(cancellationToken);
        try
        {
            var last = slot.Last;
            if (last is not null && ReferenceEquals(last.Workspace, folder.Workspace))
            {
                return last;
            }

            // Every index makes its own configurations; an analysis of another index shares nothing with this workspace.
            var start = ReferenceEquals(last?.Workspace.Configurations, folder.Workspace.Configurations) ? last : folder.Seed ?? last;
            var analysis = WorkspaceAnalysis.Create(folder.Workspace, start, cancellationToken: cancellationToken);

            // A reader may ask for an older state than the last one; the newer analysis is the better start for the next.
            if (state.Revision >= slot.Revision)
            {
                slot.Last = analysis;
                slot.Revision = state.Revision;
            }

            return analysis;
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    /// <summary>Forgets folders that are gone.</summary>
    public void Keep(SessionState state)
    {
        foreach (var id in _slots.Keys)
        {
            if (!state.Folders.ContainsKey(id))
            {
                _slots.TryRemove(id, out _);
            }
        }
    }

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public WorkspaceAnalysis? Last { get; set; }

        public long Revision { get; set; }
    }
}
