using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Server.Host;

/// <summary>What a scan found.</summary>
/// <param name="Files">The Markdown files, relative to the root, sorted.</param>
/// <param name="Configurations">Configuration by folder, relative to the root; empty for the root.</param>
/// <param name="Notices">Folders that could not be listed.</param>
/// <param name="Counts">What was seen and left out.</param>
internal sealed record ScanResult(
    ImmutableArray<string> Files,
    ImmutableDictionary<string, LintConfiguration> Configurations,
    ImmutableArray<HostNotice> Notices,
    ScanCounts Counts);

/// <summary>What scans saw and left out, so that a run that found nothing can say why.</summary>
/// <param name="Folders">Folders looked into.</param>
/// <param name="Ignored">Markdown files and folders that git ignores.</param>
/// <param name="Excluded">Markdown files and folders that a configuration leaves out.</param>
/// <param name="Links">Symbolic links to Markdown files and folders, which are not followed.</param>
internal readonly record struct ScanCounts(int Folders, int Ignored, int Excluded, int Links)
{
    /// <summary>The counts of two scans together.</summary>
    public static ScanCounts operator +(ScanCounts left, ScanCounts right) =>
        new(left.Folders + right.Folders, left.Ignored + right.Ignored, left.Excluded + right.Excluded, left.Links + right.Links);
}
