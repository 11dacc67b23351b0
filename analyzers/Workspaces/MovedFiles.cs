namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>The files as they will be when one file or folder has moved.</summary>
/// <param name="files">The files as they are.</param>
/// <param name="moved">What moves.</param>
internal sealed class MovedFiles(WorkspaceFiles files, MovedPath moved) : WorkspaceFiles
{
    /// <inheritdoc/>
    public override long Revision => files.Revision;

    /// <inheritdoc/>
    public override bool Exists(string path) => Before(path) is { } before && files.Exists(before);

    /// <inheritdoc/>
    public override string? ReadText(string path) => Before(path) is { } before ? files.ReadText(before) : null;

    /// <inheritdoc/>
    public override int? LineCount(string path) => Before(path) is { } before ? files.LineCount(before) : null;

    /// <inheritdoc/>
    public override IReadOnlySet<string>? Anchors(string path) => Before(path) is { } before ? files.Anchors(before) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> FindByName(string fileName) => [.. files.FindByName(fileName).Select(path => moved.Moved(path) ?? path)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> FileNamesIn(string folder) => Before(folder) is { } before ? files.FileNamesIn(before) : [];

    // What has moved is not there any more.
    private string? Before(string path) => moved.Origin(path) ?? (moved.Moved(path) is null ? path : null);
}
