using FrameworkLsp.Testing;

namespace FrameworkLsp.Benchmarks;

/// <summary>Makes many realistic documents: copies of the sample delivery under other names.</summary>
internal static class DeliveryGenerator
{
    private static readonly (string Path, string Text)[] Sample = Read();

    /// <summary>The given number of documents by path; every delivery has its own folder, request id and project.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Generate(int documents)
    {
        for (var index = 0; index < documents; index++)
        {
            var delivery = index / Sample.Length;
            var (path, text) = Sample[index % Sample.Length];
            yield return KeyValuePair.Create(
                $"project-{delivery:D5}/{path}",
                text.Replace("LEND-2025-014", $"LEND-2025-{delivery:D5}", StringComparison.Ordinal)
                    .Replace("P2P Lending", $"P2P Lending {delivery:D5}", StringComparison.Ordinal));
        }
    }

    /// <summary>Writes documents below a folder, with the files that they link to.</summary>
    public static void Write(int documents, string folder)
    {
        foreach (var (path, text) in Generate(documents))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static (string Path, string Text)[] Read()
    {
        var root = Path.Combine(RepositoryRoot.Path, "samples", "p2p-lending");
        return
        [
            .. Directory.EnumerateFiles(Path.Combine(root, "artifacts"), "*.md", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file))),
        ];
    }
}
