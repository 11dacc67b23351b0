using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Testing;

/// <summary>Files of a test workspace, by path relative to the root.</summary>
public sealed class InMemoryFiles(IReadOnlyDictionary<string, string> files, long revision = 1) : WorkspaceFiles
{
    public override long Revision => revision;

    public override bool Exists(string path) =>
        path.Length == 0 || files.ContainsKey(path.TrimEnd('/')) || files.Keys.Any(file => file.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal));

    public override string? ReadText(string path) => files.GetValueOrDefault(path);

    public override IReadOnlyList<string> FileNamesIn(string folder) =>
        [.. files.Keys.Where(file => PathResolver.Folder(file).TrimEnd('/') == folder.TrimEnd('/')).Select(static file => file[(file.LastIndexOf('/') + 1)..])];

    public override IReadOnlyList<string> EntriesIn(string folder)
    {
        var prefix = folder.Length == 0 ? "" : folder + "/";
        return
        [
            .. files.Keys
                .Where(file => file.StartsWith(prefix, StringComparison.Ordinal))
                .Select(file => file.IndexOf('/', prefix.Length) is var slash and >= 0 ? file[prefix.Length..(slash + 1)] : file[prefix.Length..])
                .Distinct(StringComparer.Ordinal),
        ];
    }

    public override IReadOnlyList<string> FindByName(string fileName) =>
        [.. files.Keys.Where(file => file[(file.LastIndexOf('/') + 1)..] == fileName).Order(StringComparer.Ordinal)];
}
