using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers the files and folders of one folder of the workspace.</summary>
internal static class PathCompletion
{
    /// <summary>More than this many nobody reads; what is typed on brings the rest.</summary>
    public const int Most = 500;

    /// <summary>What is in folders, each name once; hidden entries come when a dot is typed.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="folders">The folders, relative to the root without a closing slash; empty for the root.</param>
    /// <param name="typed">What is typed of the name.</param>
    /// <param name="replaced">The name in the source text.</param>
    /// <param name="escape">How a name is written at the place.</param>
    public static IEnumerable<CompletionCandidate> In(Workspace workspace, IEnumerable<string> folders, string typed, TextSpan replaced, Func<string, string> escape) => folders
        .SelectMany(folder => Entries(workspace, folder))
        .Where(entry => entry.StartsWith(typed, StringComparison.OrdinalIgnoreCase) && (entry[0] != '.' || typed.StartsWith('.')))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Take(Most + 1)
        .Select(entry => new CompletionCandidate(entry.EndsWith('/') ? CandidateKind.Folder : CandidateKind.File, entry, replaced, escape(entry))
        {
            Filter = escape(entry),
            MayKeepRest = true,
        });

    // Documents that are not saved yet are in no folder of the disk.
    private static IEnumerable<string> Entries(Workspace workspace, string folder)
    {
        var prefix = folder.Length == 0 ? "" : folder + "/";
        return workspace.Files.EntriesIn(folder).Concat(workspace.Documents.Keys
            .Where(path => path.Length > prefix.Length && path.StartsWith(prefix, StringComparison.Ordinal))
            .Select(path => path.IndexOf('/', prefix.Length) is var slash and >= 0 ? path[prefix.Length..(slash + 1)] : path[prefix.Length..]));
    }
}
