using FrameworkLsp.Analyzers.Markdown;

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

    /// <summary>How many lines a file has; null when it cannot be read. A line end at the end of the text starts no further line.</summary>
    public virtual int? LineCount(string path) => ReadText(path) is { } text ? CountLines(text) : null;

    /// <summary>The anchors of a Markdown file; null when it cannot be read.</summary>
    public virtual IReadOnlySet<string>? Anchors(string path) => ReadText(path) is { } text ? HeadingSlugs.In(MarkdownParser.Parse(text)) : null;

    /// <summary>Paths of the files with the given base name, sorted; empty when there are none.</summary>
    public abstract IReadOnlyList<string> FindByName(string fileName);

    /// <summary>The files whose paths end in a path, which begins with a whole name: the first two, sorted; empty when there are none.</summary>
    public virtual IReadOnlyList<string> FindByEnding(string path) =>
        [.. FindByName(path[(path.LastIndexOf('/') + 1)..]).Where(file => PathResolver.EndsWithName(file, path)).Take(2)];

    /// <summary>Base names of the files in a folder, for suggestions; empty when it does not exist or holds too many to suggest from.</summary>
    public virtual IReadOnlyList<string> FileNamesIn(string folder) => [];

    /// <summary>Whether a path leads to a file that can be opened, and not to a folder.</summary>
    public bool IsFile(string path) => path.Length > 0 && Exists(path) && FileNamesIn(path).Count == 0;

    /// <summary>
    /// What a folder holds, for completion: names, those of folders with a closing slash, in no order; cut off where there are too many to
    /// choose from. Empty when it does not exist.
    /// </summary>
    public virtual IReadOnlyList<string> EntriesIn(string folder) => [];

    /// <summary>The number of lines of a text, as <see cref="LineCount"/> counts them.</summary>
    protected static int CountLines(string text) => text.Length == 0 ? 0 : text.AsSpan().Count('\n') + (text.EndsWith('\n') ? 0 : 1);

    private sealed class NoFiles : WorkspaceFiles
    {
        public override long Revision => 0;

        public override bool Exists(string path) => false;

        public override string? ReadText(string path) => null;

        public override IReadOnlyList<string> FindByName(string fileName) => [];
    }
}
