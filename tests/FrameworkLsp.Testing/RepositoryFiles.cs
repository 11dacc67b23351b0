namespace FrameworkLsp.Testing;

/// <summary>Files of the repository as the files of a test workspace.</summary>
public static class RepositoryFiles
{
    /// <summary>The text files below folders of the repository, by path relative to the repository with forward slashes.</summary>
    public static IReadOnlyDictionary<string, string> In(params ReadOnlySpan<string> folders)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*", SearchOption.AllDirectories))
            {
                files[Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/')] = File.ReadAllText(file);
            }
        }

        return files;
    }
}
