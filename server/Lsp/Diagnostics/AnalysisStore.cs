using System.Collections.Concurrent;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp.Session;

namespace FrameworkLsp.Server.Lsp.Diagnostics;

/// <summary>The last analysis of each folder, from which the next one is made.</summary>
internal sealed class AnalysisStore
{
    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    /// <summary>The analysis of a folder's workspace, made from the last one of the folder.</summary>
    public WorkspaceAnalysis Get(FolderState folder, CancellationToken cancellationToken)
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

            var analysis = WorkspaceAnalysis.Create(folder.Workspace, last, cancellationToken);

            // A reader may ask for an older workspace than the last one; the newer analysis is the better start for the next.
            if (last is null || folder.Workspace.Revision >= last.Workspace.Revision)
            {
                slot.Last = analysis;
            }

            return analysis;
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    /// <summary>Puts in an analysis that was made elsewhere, for example while indexing.</summary>
    public void Seed(string folderId, WorkspaceAnalysis analysis)
    {
        var slot = _slots.GetOrAdd(folderId, static _ => new Slot());
        slot.Gate.Wait();
        slot.Last = analysis;
        slot.Gate.Release();
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
    }
}
