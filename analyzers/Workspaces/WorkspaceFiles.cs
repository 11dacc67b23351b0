namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>
/// The files around the documents, as far as rules ask for them: link targets, coverage reports. The host answers from the disk, tests
/// from memory. Paths are relative to the workspace root with forward slashes, without <c>.</c> and <c>..</c> segments.
/// </summary>
public abstract class WorkspaceFiles
{
    /// <summary>A set without files.</summary>
    public static WorkspaceFiles None { get; } = new NoFiles();

    /// <summary>A number that changes when files changed, so that cached answers are dropped.</summary>
    public abstract long Revision { get; }

    /// <summary>Whether a file or folder exists. A path outside the root counts as existing, since nothing is known of it.</summary>
    public abstract bool Exists(string path);

    /// <summary>The text of a file, or null when it does not exist or is too large to be a report.</summary>
    public abstract string? ReadText(string path);

    /// <summary>Paths of the files with the given base name, sorted; empty when there are none.</summary>
    public abstract IReadOnlyList<string> FindByName(string fileName);

    /// <summary>Base names of the files in a folder, for suggestions; empty when it does not exist or holds too many to suggest from.</summary>
    public virtual IReadOnlyList<string> FileNamesIn(string folder) => [];

    private sealed class NoFiles : WorkspaceFiles
    {
        public override long Revision => 0;

        public override bool Exists(string path) => false;

        public override string? ReadText(string path) => null;

        public override IReadOnlyList<string> FindByName(string fileName) => [];
    }
}
