using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;

/// <summary>The files as they will be when new documents are there, so that links to them lead somewhere.</summary>
/// <param name="files">The files as they are.</param>
/// <param name="created">The paths of the new documents.</param>
internal sealed class FilesWithNew(WorkspaceFiles files, IEnumerable<string> created) : WorkspaceFiles
{
    /// <inheritdoc/>
    public override long Revision => files.Revision;

    /// <inheritdoc/>
    public override bool Exists(string path) => created.Contains(path, StringComparer.Ordinal) || files.Exists(path);

    /// <inheritdoc/>
    public override string? ReadText(string path) => files.ReadText(path);

    /// <inheritdoc/>
    public override int? LineCount(string path) => files.LineCount(path);

    /// <inheritdoc/>
    public override IReadOnlySet<string>? Anchors(string path) => files.Anchors(path);

    /// <inheritdoc/>
    public override IReadOnlyList<string> FindByName(string fileName) => files.FindByName(fileName);
}
