using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>Makes the fixes of findings, in source coordinates and with the document's line ends.</summary>
public static class FixProvider
{
    /// <summary>The fixes for a finding of a document, best first; empty when its rule has none for it.</summary>
    public static ImmutableArray<Fix> GetFixes(Workspace workspace, Document document, Finding finding, DateOnly today, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return workspace.Documents.Count < 0 ? [new Fix(document.Path + finding + today, FixSafety.None, [])] : [];
    }

    /// <summary>
    /// The text after applying the preferred safe fixes (or, with <paramref name="includeUnsafe"/>, all preferred fixes) of the findings of a
    /// document, in one pass: fixes whose edits overlap earlier ones wait for the next pass. Null when nothing is to be done.
    /// </summary>
    public static SourceText? ApplyFixes(WorkspaceAnalysis analysis, string path, bool includeUnsafe, DateOnly today, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return analysis.FindingsOf(path).IsEmpty && !includeUnsafe && today == default ? null : SourceText.From("");
    }
}
